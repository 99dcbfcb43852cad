import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// A campaign to exactly the people of an earlier one.
struct FollowUpTests {
    private let office: CampaignScene

    /// The relay refuses two of the first ten messages.
    init() throws {
        office = try CampaignScene(
            script: TransportScript(answering: { attempt in
                attempt.count.isMultiple(of: 5) && attempt.count <= 10 ? .refused : .accepted
            })
        )
    }

    @discardableResult
    private func follow(
        _ id: String,
        with template: String = "berichtigung",
        _ change: (inout FollowUpPlanning.Choice) -> Void = { _ in }
    ) throws -> PlanReport {
        var choice = FollowUpPlanning.Choice(of: id, template: template)
        change(&choice)
        return try office.open { try FollowUpPlanning(choice, in: $0).run() }
    }

    private func sent(_ schedule: SmallSchedule = SmallSchedule(people: 10)) async throws -> String
    {
        let id = try office.ready(schedule)
        _ = try await office.send(id)
        return id
    }

    @discardableResult
    private func send(_ report: PlanReport) async throws -> StatusReport {
        try office.approve(report.campaign.id)
        return try await office.send(report.campaign.id).status
    }

    /// The rows of a campaign's messages in one state.
    private func rows(_ id: String, _ state: DeliveryState = .accepted) throws -> [Int] {
        try office.open {
            try RowList(of: id, in: $0, rowClass: nil, delivery: state).rows.map(\.row)
        }
    }

    /// Whom a campaign writes to, with their appointments.
    private func recipients(_ id: String) throws -> Set<Recipient> {
        let journal = try Journal(in: StateDirectory(at: office.path("state")))
        defer { try? journal.close() }
        var recipients: Set<Recipient> = []
        try journal.forEachMessage(of: id) { recipients.insert($0.recipient) }
        return recipients
    }

    private func failures(_ id: String) throws -> [String] {
        try office.open { try Verification(of: id, in: $0).failures }
    }

    @Test func `exactly those who were told are told again, each with what they had`() async throws
    {
        let id = try await sent()
        let told = try rows(id)
        #expect(told.count == 8)
        // All appointments are over.
        office.clock.set(CampaignScene.noon.addingTimeInterval(3 * 86_400))
        let report = try follow(id)
        #expect(report.classes[.send] == 8 && report.rowCount == 8)
        #expect(report.campaign.facts.followUp?.before.map(\.messages) == [8])
        let status = try await send(report)
        #expect(status.state == .finished && status.deliveries[.accepted] == 8)
        #expect(try rows(report.campaign.id) == told)
        let before = try recipients(id).filter { told.contains($0.appointments[0].row) }
        #expect(try recipients(report.campaign.id) == Set(before))
        #expect(try failures(report.campaign.id) == [])
        #expect(try failures(id) == [])
        let person = try office.open {
            try PersonAnswer(in: $0)
                .run([SmallSchedule.address(told[0] - 1)], isMasked: true, isErasing: false)
        }
        #expect(person.traces.map(\.campaign) == [id, report.campaign.id])
        #expect(person.traces.allSatisfy { $0.row.state == .accepted })
    }

    @Test func `an appointment that is over ends a message whose template says so`() async throws {
        let id = try await sent()
        office.clock.set(CampaignScene.noon.addingTimeInterval(3 * 86_400))
        let report = try follow(id, with: "termin-gilt-wieder")
        #expect(report.classes[.past] == 8 && report.messages == 0)
        #expect(
            try follow(id, with: "termin-gilt-wieder") { $0.asOf = CampaignScene.noon }.messages
                == 8
        )
    }

    @Test func `nobody is told twice with one template, unless a person says so`() async throws {
        let id = try await sent()
        let first = try follow(id)
        let second = try follow(id)
        // Planned, and not sent yet.
        #expect(second.messages == 8)
        #expect(second.campaign.facts.warnings.contains { $0.contains(first.campaign.id) })
        try office.approve(second.campaign.id)
        try await send(first)
        let told = Refusal.toldMeanwhile(
            campaign: second.campaign.id,
            messages: 8,
            other: first.campaign.id
        )
        await #expect(throws: told) { try await office.send(second.campaign.id) }
        let third = try follow(id)
        #expect(third.classes[.alreadyNotified] == 8 && third.messages == 0)
        #expect(third.campaign.facts.warnings.contains { $0.contains(first.campaign.id) })
        // Another kind is another matter.
        #expect(try follow(id, with: "termin-gilt-wieder").messages == 8)
        let again = try follow(id) { $0.isRepeated = true }
        #expect(try await send(again).deliveries[.accepted] == 8)
    }

    @Test func `whoever is told something else still counts as told of the cancellation alone`()
        async throws
    {
        let id = try await sent()
        try await send(try follow(id) { $0.states = [.refused] })
        // Two were refused, and a correction tells nobody that the appointment is cancelled.
        let again = try office.plan(SmallSchedule(people: 10))
        #expect(again.classes[.alreadyNotified] == 8 && again.classes[.send] == 2)
        try await send(try follow(id, with: "termin-bleibt-abgesagt") { $0.states = [.refused] })
        #expect(try office.plan(SmallSchedule(people: 10)).classes[.alreadyNotified] == 10)
    }

    @Test func `only the rows that were named, and a wrong one is refused`() async throws {
        let id = try await sent()
        let (told, refused) = (try rows(id), try rows(id, .refused))
        let report = try follow(id) { $0.rows = [told[0], told[3]] }
        #expect(report.rows.map(\.row) == [told[0], told[3]] && report.messages == 2)
        #expect(
            throws: WrongRequest.notWrittenTo(row: refused[0], campaign: id, "unknown, accepted")
        ) {
            try follow(id) { $0.rows = [told[0], refused[0]] }
        }
        #expect(throws: WrongRequest.nobodyToFollow(campaign: id, "expired")) {
            try follow(id) { $0.states = [.expired] }
        }
        #expect(throws: Refusal.unexpectedRows(expected: 100, found: 8)) {
            try follow(id) { $0.expected = 100 }
        }
    }

    @Test func `an address that a person gave, and two appointments in one message, stay so`()
        async throws
    {
        let schedule = SmallSchedule(people: 6)
            // Somebody of another name at the first one's address.
            .with(row: 6, "E-Mail", SmallSchedule.address(1)).with(
                row: 3,
                "E-Mail",
                "erst@example.org, zwei@example.org"
            )
            .with(row: 5, "E-Mail", SmallSchedule.address(1)).with(row: 5, "Nachname", "Distelbühl")
            .with(row: 5, "Vorname", "Cosima")
        let id = try office.plan(schedule).campaign.id
        try office.open {
            _ = try Decision(of: id, in: $0)
                .take(.send(row: 3, GivenAddress("zwei@example.org"), start: nil))
        }
        try office.approve(id)
        _ = try await office.send(id)
        let before = try recipients(id)
        #expect(before.contains { $0.address.text == "zwei@example.org" })
        let report = try follow(id) { $0.states = [.accepted, .refused] }
        #expect(report.messages == before.count)
        #expect(try recipients(report.campaign.id) == before)
    }

    @Test func `whoever was erased is not told again, and a campaign without people not followed`()
        async throws
    {
        let id = try await sent()
        let told = try rows(id)
        _ = try office.open {
            try PersonAnswer(in: $0)
                .run([SmallSchedule.address(told[0] - 1)], isMasked: true, isErasing: true)
        }
        let report = try follow(id)
        #expect(report.messages == 7)
        #expect(report.campaign.facts.warnings.contains { $0.contains("1 message of \(id)") })
        try await send(report)
        _ = try office.open { try CampaignErasure(of: id, in: $0).run(confirmedBy: .nobody) }
        #expect(try failures(report.campaign.id) == [])
        #expect(throws: Refusal.nobodyLeft(campaign: id)) { try follow(id) }
    }

    @Test func `what does not cancel is for no schedule`() throws {
        #expect(throws: WrongRequest.templateForFollowUps("termin-gilt-wieder")) {
            try office.plan(SmallSchedule(people: 1)) { $0.template = "termin-gilt-wieder" }
        }
        #expect(try office.campaigns() == [])
    }

    @Test func `the view tells what these people got before`() async throws {
        let id = try await sent()
        let report = try follow(id)
        let text = try office.view(of: report.campaign.id).text.en.text
        #expect(text.contains("Before, by \(id) with “termin-absage”:\n       8  accepted"))
        #expect(text.contains("What differs from \(id)"))
        #expect(
            text.contains("\n  before: “termin-absage” of \(id), accepted on 2097-03-18 at 12:00\n")
        )
        let preview = try office.open {
            try MessagePreview(of: report.campaign.id, in: $0).look(rows: [])
        }
        #expect(preview.text.en.text.contains("\nbefore: “termin-absage” of \(id), accepted on "))
        #expect(
            report.rows[0].reasons[0].english.hasPrefix(
                "before: “termin-absage” of \(id), accepted on "
            )
        )
    }
}
