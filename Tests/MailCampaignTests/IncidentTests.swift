import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// The day on which something went wrong after all.
struct IncidentTests {
    private let office: CampaignScene

    init() throws {
        office = try CampaignScene(
            Configuration.whole,
            script: TransportScript(answering: { attempt in
                attempt.count == 3 ? .refused : .accepted
            })
        )
    }

    private var incident: IncidentCase { IncidentCase(at: office.places, in: office.surroundings) }

    /// At a quarter to twelve, of which the office learns at noon.
    private func open(_ id: String) async throws -> IncidentReport {
        try await incident.open(id, typed: "2097-03-18T11:45")
    }

    /// Five people, of whom one is refused, and one withdrawn.
    private func sent() async throws -> String {
        let id = try office.plan(SmallSchedule(people: 5)).campaign.id
        _ = try office.withdraw(6, from: id)
        try office.approve(id)
        _ = try await office.send(id)
        return id
    }

    private func failures(_ id: String) throws -> [String] {
        try office.open { try Verification(of: id, in: $0).failures }
    }

    @Test func `the blocks have the right numbers, and are those of the golden file`() async throws
    {
        let id = try await sent()
        let report = try await open(id)
        #expect(report.people == 3 && report.unsent == 1 && report.toldRows == 3)
        #expect(report.secondsLeft == 72 * 3_600 - 900)
        #expect(report.fields == [.address, .name, .day, .time, .site, .reference])
        // Digests and heads differ from build to build of a journal.
        let text = report.text.en.text.replacing(/[0-9a-f]{64}/, with: "HASH")
            .replacing(/[0-9a-f]{16}…/, with: "HASH…")
        let file = "\(CampaignScene.root)/Tests/Fixtures/documents/incident.txt"
        if ProcessInfo.processInfo.environment["EINZELPOST_WRITE_DOCS"] != nil {
            try Data("\(text)\n".utf8).write(to: URL(filePath: file))
        }
        #expect(text + "\n" == (try String(contentsOfFile: file, encoding: .utf8)))
        #expect(!text.contains("@example.org") && !text.contains("Distel"))
    }

    @Test func `as long as it is open nothing is sent and nothing erased`() async throws {
        let id = try office.ready(SmallSchedule(people: 3))
        _ = try await open(id)
        let frozen = Refusal.frozen(campaign: id, since: "2097-03-18T11:45")
        await #expect(throws: frozen) { try await office.send(id) }
        #expect(throws: frozen) {
            try office.open { try CampaignErasure(of: id, in: $0).run(confirmedBy: .nobody) }
        }
        #expect(throws: frozen) {
            try office.open {
                try PersonAnswer(in: $0)
                    .run([SmallSchedule.address(1)], isMasked: true, isErasing: true)
            }
        }
        office.clock.set(CampaignScene.noon.addingTimeInterval(300 * 86_400))
        let due = try office.open { try DueErasure(in: $0).run() }
        #expect(due.held == [id] && due.erased == [] && due.forgotten == [])
        #expect(office.script.past.attempts.isEmpty)
        #expect(try failures(id) == [])
    }

    @Test func `it is closed with a reason, which stays out of events, and goes on`() async throws {
        let id = try office.ready(SmallSchedule(people: 3))
        _ = try await open(id)
        let closed = try incident.close(id, because: "Falsche Liste, geklärt mit Quitten")
        #expect(closed.status.incident == nil)
        #expect(try await office.send(id).status.deliveries[.accepted] == 2)
        #expect(try failures(id) == [])
        let journal = office.path("state/journal.sqlite")
        let events = try await Outside.ask(
            journal,
            "SELECT kind, detail FROM event WHERE kind LIKE 'incident%'"
        )
        #expect(events.contains("incident-closed") && !events.contains("Quitten"))
        #expect(throws: WrongRequest.noIncident(campaign: id)) {
            try incident.close(id, because: "Noch einmal")
        }
        await #expect(throws: WrongRequest.noIncident(campaign: id)) {
            try await incident.open(id, typed: nil)
        }
        for sql in [
            "UPDATE incident SET closed_because = 'Anderes'", "UPDATE incident SET aware_at = 1",
            "DELETE FROM incident",
        ] {
            try await Outside.change(journal, sql)
            #expect(
                try failures(id).contains(
                    "campaign \(id): its incidents are not what its events say"
                )
            )
        }
    }

    @Test func `an open incident is shown again, and not opened since another time`() async throws {
        let id = try await sent()
        _ = try await open(id)
        office.clock.set(CampaignScene.noon.addingTimeInterval(73 * 3_600))
        let later = try await incident.open(id, typed: nil)
        #expect(later.secondsLeft == -3_600 - 900)
        #expect(later.notes.contains { $0.en.text.hasPrefix("The 72 h are over") })
        #expect(try await open(id).incident.awareAt == later.incident.awareAt)
        await #expect(throws: Refusal.incidentOpen(campaign: id, since: "2097-03-18T11:45")) {
            try await incident.open(id, typed: "2097-03-18T10:00")
        }
        await #expect(throws: WrongRequest.awareLater) {
            try await incident.open(id, typed: "2099-01-01T00:00")
        }
        #expect(
            try office.open { try StatusReport(of: id, in: $0).text.en.text }.contains(
                "Frozen by an incident"
            )
        )
    }

    @Test func `a follow-up goes out while it is open, and the blocks name it`() async throws {
        let id = try await sent()
        _ = try await open(id)
        let choice = FollowUpPlanning.Choice(of: id, template: "benachrichtigung-art-34")
        let letter = try office.open { try FollowUpPlanning(choice, in: $0).run() }
        try office.approve(letter.campaign.id)
        _ = try await office.send(letter.campaign.id)
        let report = try await incident.open(id, typed: nil)
        #expect(report.followUps.map(\.campaign.id) == [letter.campaign.id])
        #expect(report.text.en.text.contains("3 Nachrichten, davon angenommen 3"))
    }

    @Test func `a check that fails says what to do now`() async throws {
        let id = try await sent()
        try await Outside.change(
            office.path("state/journal.sqlite"),
            "UPDATE delivery SET state = 'refused' WHERE message = 1"
        )
        let text = try office.open { try Verification(of: id, in: $0).text.en.text }
        #expect(
            text.contains("What to do now")
                && text.contains("einzelpost incident \(id) --aware-at TIME")
        )
    }

    @Test func `whoever approved, and when, is told by status`() async throws {
        let id = try office.ready(SmallSchedule(people: 1))
        let text = try office.open { try StatusReport(of: id, in: $0).text.en.text }
        #expect(text.contains("Approved by A. Muster (account anna (1001)) on 2097-03-18 12:00."))
    }
}
