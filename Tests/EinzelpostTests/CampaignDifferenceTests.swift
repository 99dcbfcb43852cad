import Foundation
import TestSupport
import Testing

/// The view compares with the campaign before: yesterday's file, another template, another relay.
struct CampaignDifferenceTests {
    private let configuration = Configuration()
    private let office: Operator

    init() throws {
        office = try Operator(configuration)
        try office.copyTemplates()
    }

    private func view(_ plan: PlanResult) async throws -> String {
        try await office.run("approve \(plan.campaign)").exited(0).output
    }

    @Test func `a campaign like the one before says so`() async throws {
        let first = try await office.plan(SmallSchedule(people: 4))
        let second = try await office.plan(SmallSchedule(people: 4))
        #expect(
            try await view(second).contains("Nothing but the people differs from \(first.campaign)")
        )
    }

    @Test func `whatever differs is named, and no person`() async throws {
        let first = try await office.plan(SmallSchedule(people: 4))
        let name = "Templates/termin-absage/message.txt"
        let text = try String(contentsOfFile: office.path(name), encoding: .utf8)
        let changed = text.replacing("Bitte heben Sie", with: "Bitte behalten Sie")
        try office.write(changed, to: name)
        let other = configuration.text.replacing("0221 4710 000", with: "0221 4710 009")
            .replacing("127.0.0.1:1\"", with: "127.0.0.1:2\"")
            .replacing("people = 1", with: "people = 2")
        try office.write(other, to: "einzelpost.toml")
        let schedule = SmallSchedule(people: 9)
        let file = schedule.text.replacing("Telefon;", with: "Notiz;")
        try office.write(file, to: "andere.csv")
        let second: PlanResult = try await office.run(
            "plan andere.csv --from 2097-03-18 --to 2097-03-19 --format json"
        ).exited(0).json()

        let view = try await view(second)
        let said = try #require(view.components(separatedBy: "What differs from ").last)
        let differences = try #require(said.components(separatedBy: "\n\n").first)
        for word in [
            first.campaign, "rows: 4 → 9", "messages: 4 → 9",
            "days: 2097-03-19 to 2097-03-19 → 2097-03-18 to 2097-03-19",
            "people who must agree: 1 → 2", "column kept no longer: phone = Telefon",
            "hotline.phone: 0221 4710 000 → 0221 4710 009", "relay: 127.0.0.1:1 → 127.0.0.1:2",
            "column not kept now: Notiz", "message.txt: 2 lines differ",
            "-   Bitte heben Sie Ihre Unterlagen auf.",
            "+   Bitte behalten Sie Ihre Unterlagen auf.",
        ] {
            #expect(differences.contains(word), "\(word)\n\(differences)")
        }
        for row in schedule.rows {
            #expect(!differences.contains(row[SmallSchedule.column("Nachname")]))
        }
    }

    @Test(arguments: [(4, 12, false), (4, 13, true), (12, 4, false), (13, 4, true)])
    func `more than three times as many, or less than a third, is a warning`(
        before: Int,
        now: Int,
        isWarned: Bool
    ) async throws {
        _ = try await office.plan(SmallSchedule(people: before))
        let view = try await view(office.plan(SmallSchedule(people: now)))
        #expect(view.contains("is it the right file?") == isWarned)
        #expect(view.contains("! \(now) messages, where") == isWarned)
    }

    @Test func `it is compared with the one that was approved, if any was`() async throws {
        let first = try await office.ready(SmallSchedule(people: 4))
        _ = try await office.plan(SmallSchedule(people: 5))
        let third = try await office.plan(SmallSchedule(people: 6))
        #expect(try await view(third).contains("What differs from \(first.campaign)"))
        // One that came later is none before.
        #expect(try await view(first).contains("first campaign of this journal"))
    }
}
