import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// What a person may not decide, and what becomes of what they may.
struct DecisionTests {
    private let office: CampaignScene
    private let id: String

    /// Two rows that get a message, and one of every other kind.
    ///
    /// Row 3 has a doubtful status, row 4 no readable day, row 5 two addresses, row 6 neither an
    /// address nor a phone number, row 7 a made-up address; rows 2 and 8 get a message. Row 9 is
    /// cancelled already, row 10 lies on another day.
    init() throws {
        office = try CampaignScene()
        var schedule = SmallSchedule(people: 9)
            .with(row: 3, "Status", "vielleicht")
            .with(row: 4, "Datum", "ab 19.03.2097")
            .with(row: 5, "E-Mail", "eins@example.org, zwei@example.org")
        schedule = schedule.with(row: 6, "E-Mail", "").with(row: 6, "Telefon", "")
            .with(row: 7, "E-Mail", "keine@keine.de").with(row: 9, "Status", "storniert")
            .with(row: 10, "Datum", "20.03.2097")
        id = try office.plan(schedule).campaign.id
    }

    @discardableResult
    private func decide(_ answer: Decision.Answer) throws -> DecisionReport {
        try office.open { try Decision(of: id, in: $0).take(answer) }
    }

    private func send(_ row: Int, _ address: String, start: String? = nil) throws -> DecisionReport
    {
        try decide(.send(row: row, GivenAddress(address), start: start))
    }

    /// An answer, and what the sentence says.
    private static let refusals: [(@Sendable (DecisionTests) throws -> Void, String)] = [
        ({ try $0.decide(.leave(rows: [2], .phone)) }, "belongs to a message already"),
        ({ try $0.decide(.leave(rows: [6], .phone)) }, "no phone number of this person"),
        ({ try $0.decide(.leave(rows: [99], .phone)) }, "there is no such row"),
        ({ try $0.decide(.leave(rows: [3, 99], .leaveOut)) }, "there is no such row"),
        ({ _ = try $0.send(99, "frauke@example.org") }, "there is no such row"),
        ({ _ = try $0.send(9, "x.y@example.org") }, "row 9 is already-cancelled"),
        ({ try $0.decide(.leave(rows: [10], .leaveOut)) }, "row 10 is out-of-window"),
        ({ _ = try $0.send(3, "buergerservice@kreis.example") }, "the authority's own"),
        ({ _ = try $0.send(4, "frauke@example.org") }, "--start 2021-03-16T09:10"),
        (
            { _ = try $0.send(4, "frauke@example.org", start: "2097-03-20 08:15") },
            "not on a day of this campaign, 2097-03-19 to 2097-03-19"
        ),
        (
            { _ = try $0.send(3, "frauke@example.org", start: "2097-03-19 08:15") },
            "the schedule says when the appointment begins"
        ),
        ({ _ = try $0.send(4, "frauke@example.org", start: "2097-03-31 02:30") }, "--start"),
    ]

    @Test func `what may not be decided is refused with a way out, and changes nothing`() throws {
        let before = try office.open { try Verification(of: id, in: $0).evidence.chainHead }
        for (number, (decide, word)) in Self.refusals.enumerated() {
            let error = #expect(throws: (any Error).self, "\(number)") { try decide(self) }
            let sentence = error.map { "\($0)" } ?? ""
            #expect(sentence.contains(word), "\(number): \(sentence)")
            #expect(!sentence.contains("@example"), "\(sentence)")
        }
        let verification = try office.open { try Verification(of: id, in: $0) }
        #expect(verification.evidence.chainHead == before && verification.isOK)
    }

    @Test func `all doubtful rows are phoned at once, and never mailed`() throws {
        let report = try decide(.phoneAllDoubtful)
        #expect(report.outcome.changed.map(\.row) == [3, 4])
        #expect(report.undecided == 0 && report.isAnother)
        let again = try decide(.phoneAllDoubtful)
        #expect(again.digest == report.digest && !again.isAnother)
        #expect(try office.approve(id).state == .approved)
    }

    @Test func `an approval given before is void`() async throws {
        try decide(.phoneAllDoubtful)
        try office.approve(id)
        _ = try send(7, "quirin@example.org")
        await #expect(throws: Refusal.notApproved(campaign: id)) { try await office.send(id) }
    }

    @Test func `nothing is decided once sending has begun`() async throws {
        try decide(.phoneAllDoubtful)
        try office.approve(id)
        _ = try await office.send(id)
        for answer in [Decision.Answer.leave(rows: [5], .leaveOut), .phoneAllDoubtful] {
            #expect(throws: DecisionError.self) { try decide(answer) }
        }
        #expect(try office.open { try Verification(of: id, in: $0) }.isOK)
    }
}
