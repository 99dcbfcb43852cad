import Foundation
import MailCampaign
import MailCore
import MailJournal
import Synchronization
import TestSupport
import Testing

/// A letter of the campaign that goes to the authority itself.
struct TestMailTests {
    private static let mailbox = "probe@kreis.example"
    private static let configuration = Configuration().with {
        $0.content = "test_addresses = [\"probe@kreis.example\", \"person.100001@example.org\"]"
    }

    private let office: CampaignScene
    private let relay = KeepingRelay()

    init() throws {
        let relay = relay
        office = try CampaignScene(Self.configuration, connect: { _ in relay.connection() })
    }

    private func sendTest(
        _ id: String,
        to address: String = mailbox,
        row: Int? = nil
    ) async throws -> TestMail.Result {
        let workspace = try Workspace.open(office.places, in: office.surroundings)
        return try await TestMail(of: id, in: workspace, to: address, row: row).run()
    }

    private func failures(_ id: String) throws -> [String] {
        try office.open { try Verification(of: id, in: $0).failures }
    }

    private func past(_ id: String) throws -> [TestMailSight.Past] {
        try office.open { try TestMailSight(of: id, in: $0).past }
    }

    /// Everything that a reader sees, from the header to the last line.
    private func read() throws -> String {
        let message = try #require(relay.messages.first)
        let view = MessageView(message)
        return [view.from, view.to, view.subject, view.text, view.shownHTML ?? ""]
            .joined(separator: "\n")
    }

    @Test func `the real letter goes, marked, with nothing of the person in it`() async throws {
        let schedule = SmallSchedule(people: 6)
        let id = try office.plan(schedule).campaign.id
        let result = try await sendTest(id, row: 4)
        #expect(result.row == 4 && result.conclusion == .done)
        #expect(!result.isDayMadeUp && !result.isSiteMadeUp)
        let message = try #require(relay.messages.first)
        #expect(relay.messages.count == 1 && message.recipient.text == Self.mailbox)
        let text = try read()
        #expect(text.contains("[Test] ") && text.contains("Guten Tag, Erika Beispiel"))
        #expect(text.contains("Freitag") || text.contains("19. März 2097"))
        for row in schedule.rows {
            for cell in row[0...6] + [row[8]] where cell.count > 3 {
                #expect(!text.contains(cell), "a cell of the schedule")
            }
            #expect(!text.contains(row[0].suffix(4)), "the end of a reference")
        }
    }

    @Test func `it is recorded, proven, and nobody counts as told`() async throws {
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        let before = try office.view(of: id).campaign.digest
        _ = try await sendTest(id)
        #expect(try failures(id) == [])
        #expect(try office.view(of: id).campaign.digest == before)
        let tests = try past(id)
        #expect(tests.map(\.row) == [2] && tests[0].outcome.en.text == "accepted (250 2.0.0)")
        #expect(tests[0].by.en.text == "anna (1001)")
        try office.approve(id)
        let sent = try await office.send(id)
        #expect(sent.status.deliveries[.accepted] == 6 && sent.outcome == .done)
        #expect(try failures(id) == [])
        #expect(relay.messages.count == 7)
    }

    /// Each with why: the address, and what is to be thrown.
    @Test(arguments: [
        ("stranger@example.org", TestMailError.notListed),
        ("probe@kreis.example.org", .notListed), ("probe", .noAddress), ("", .noAddress),
        ("probe@kreis.example, stranger@example.org", .noAddress),
        ("person.100001@example.org", .personOfCampaign(campaign: "2097-03-18-1")),
        ("PERSON.100001@Example.org", .personOfCampaign(campaign: "2097-03-18-1")),
    ])
    func `it goes to a mailbox of the authority alone`(
        address: String,
        error: TestMailError
    ) async throws {
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        await #expect(throws: error) { try await sendTest(id, to: address) }
        #expect(relay.openings == 0)
        #expect(try past(id).isEmpty)
    }

    @Test func `somebody without a message is of the campaign, too`() async throws {
        let schedule = SmallSchedule(people: 6).with(row: 3, "Status", "vielleicht")
        let id = try office.plan(schedule).campaign.id
        #expect(try office.open { try RowsPage(of: id, .send, page: 1, in: $0).total } == 5)
        await #expect(throws: TestMailError.personOfCampaign(campaign: id)) {
            try await sendTest(id, to: "person.100001@example.org")
        }
    }

    @Test func `upper and lower case are one, and the configured spelling is used`() async throws {
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        _ = try await sendTest(id, to: "Probe@KREIS.example")
        #expect(relay.messages.map(\.recipient.text) == [Self.mailbox])
    }

    @Test func `without a configured mailbox nothing goes`() async throws {
        let office = try CampaignScene()
        let id = try office.plan(SmallSchedule(people: 2)).campaign.id
        let workspace = try Workspace.open(office.places, in: office.surroundings)
        #expect(throws: TestMailError.noAddresses) {
            try TestMail(of: id, in: workspace, to: Self.mailbox, row: nil)
        }
    }

    @Test func `a row without a message has no letter`() async throws {
        let id = try office.plan(SmallSchedule(people: 2)).campaign.id
        await #expect(throws: WrongRequest.rowWithoutMessage(99, campaign: id)) {
            try await sendTest(id, row: 99)
        }
    }

    @Test func `of a frozen campaign nothing goes, of an erased one neither`() async throws {
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        let incident = IncidentCase(at: office.places, in: office.surroundings)
        _ = try await incident.open(id, typed: "2097-03-18T11:45")
        await #expect(throws: Refusal.self) { try await sendTest(id) }
        _ = try incident.close(id, because: "Fehlalarm")
        _ = try office.open { try CampaignErasure(of: id, in: $0).run(confirmedBy: .nobody) }
        await #expect(throws: Refusal.erased(campaign: id)) { try await sendTest(id) }
        #expect(relay.openings == 0)
    }

    @Test func `another letter than the planned one does not go`() async throws {
        try office.copyTemplates()
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        let name = "Templates/termin-absage/message.txt"
        try office.write(office.text(of: name) + "\nMehr dazu später.\n", to: name)
        await #expect(throws: Refusal.self) { try await sendTest(id) }
        #expect(relay.openings == 0)
    }

    @Test func `a day of few people is another day in it`() async throws {
        let id = try office.plan(SmallSchedule(people: 4)).campaign.id
        #expect(try await sendTest(id).isDayMadeUp)
        #expect(try !read().contains("19. März 2097"))
    }

    @Test func `what the relay says is told, and recorded`() async throws {
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        relay.verdict = .refused(Reply(code: 550, enhancedCode: "5.1.1"))
        let result = try await sendTest(id)
        #expect(result.conclusion == .needsDecision)
        #expect(
            result.text.de.text.contains("nicht angenommen: Antwort des Mailservers: 550 5.1.1")
        )
        #expect(try past(id)[0].outcome.de.text == "nicht angenommen (550 5.1.1)")
        #expect(try failures(id) == [])
    }

    @Test func `without a connection nothing is recorded`() async throws {
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        relay.error = RelayError(kind: .unreachable, .hostUnknown(host: "away"), isTransient: true)
        await #expect(throws: RelayError.self) { try await sendTest(id) }
        #expect(try past(id).isEmpty && relay.messages.isEmpty)
    }

    @Test func `that something else was written is told, and recorded`() async throws {
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        relay.writesSomethingElse = true
        await #expect(throws: TestMailError.written(fault: .anotherMessage)) {
            try await sendTest(id)
        }
        #expect(try past(id).count == 1)
    }

    /// The program ended while the relay was taking it.
    @Test func `one of which nobody knows what became is told as that`() async throws {
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        _ = try await sendTest(id)
        try await Outside.change(
            office.path("state/journal.sqlite"),
            "DELETE FROM receipt; DELETE FROM event WHERE kind = 'tested'"
        )
        #expect(try past(id)[0].outcome.en.text.hasPrefix("not known"))
    }

    @Test func `a receipt that is gone or another one is seen`() async throws {
        let id = try office.plan(SmallSchedule(people: 6)).campaign.id
        _ = try await sendTest(id)
        let file = office.path("state/journal.sqlite")
        try await Outside.change(file, "DELETE FROM receipt")
        #expect(try failures(id).contains { $0.hasSuffix("its receipt is not what was recorded") })
    }
}

/// A relay that keeps the messages themselves.
private final class KeepingRelay: Sendable {
    private struct State {
        var messages: [OutgoingMessage] = []
        var openings = 0
        var verdict = Verdict.accepted(Reply(code: 250, enhancedCode: "2.0.0"))
        var error: RelayError?
        var writesSomethingElse = false
    }

    private let state = Mutex(State())

    var messages: [OutgoingMessage] { state.withLock(\.messages) }
    var openings: Int { state.withLock(\.openings) }
    var verdict: Verdict {
        get { state.withLock(\.verdict) }
        set { state.withLock { $0.verdict = newValue } }
    }
    var error: RelayError? {
        get { state.withLock(\.error) }
        set { state.withLock { $0.error = newValue } }
    }
    var writesSomethingElse: Bool {
        get { state.withLock(\.writesSomethingElse) }
        set { state.withLock { $0.writesSomethingElse = newValue } }
    }

    func connection() -> any MessageTransport { Connection(relay: self) }

    private struct Connection: MessageTransport {
        let relay: KeepingRelay

        func open() async throws -> RelaySession {
            relay.state.withLock { $0.openings += 1 }
            if let error = relay.error { throw error }
            return .sample
        }

        func submit(
            _ message: OutgoingMessage,
            announcing next: OutgoingMessage?,
            phase: @escaping @Sendable (SubmissionPhase) -> Void
        ) async -> Submission {
            relay.state.withLock { $0.messages.append(message) }
            var receipt = WireReceipt()
            receipt.note(recipients: [message.recipient])
            var written = message.bytes
            if relay.writesSomethingElse { written[written.count - 3] ^= 1 }
            receipt.note(message: written[...])
            return Submission(verdict: relay.verdict, receipt: receipt)
        }

        func probe(_ sender: EmailAddress) async -> Reply? { nil }

        func close() async {}
    }
}
