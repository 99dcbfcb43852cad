import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// The view compares with the campaign before: yesterday's file, another template, another relay.
struct CampaignDifferenceTests {
    private let configuration = Configuration()
    private let office: CampaignScene

    init() throws {
        office = try CampaignScene(configuration)
        try office.copyTemplates()
    }

    private func differences(of id: String) throws -> CampaignDifferences? {
        try office.view(of: id).differences
    }

    @Test func `a campaign like the one before says so`() throws {
        let first = try office.plan(SmallSchedule(people: 4)).campaign.id
        let second = try office.plan(SmallSchedule(people: 4)).campaign.id
        let differences = try #require(try differences(of: second))
        #expect(differences.other == first)
        #expect(differences.all.isEmpty)
    }

    @Test func `whatever differs is named, and no person`() throws {
        try office.plan(SmallSchedule(people: 4))
        for name in ["message.txt", "message.html"].map({ "Templates/termin-absage/\($0)" }) {
            let text = try office.text(of: name)
            try office.write(text.replacing("heben Sie", with: "behalten Sie"), to: name)
        }
        let other = configuration.text.replacing("0221 4710 000", with: "0221 4710 009")
            .replacing("127.0.0.1:1\"", with: "127.0.0.1:2\"")
            .replacing("people = 1", with: "people = 2")
        try office.write(other, to: "einzelpost.toml")
        let schedule = SmallSchedule(people: 9)
        try office.write(schedule.text.replacing("Telefon;", with: "Notiz;"), to: "andere.csv")
        let second = try office.plan(schedule) {
            $0.file = office.path("andere.csv")
            $0.days = LocalDay(daysSinceEpoch: 46_463)...SmallSchedule.localDay
        }.campaign.id

        let lines = try #require(try differences(of: second)).lines.map(\.en.text)
        for line in [
            "rows: 4 → 9", "messages: 4 → 9",
            "days: 2097-03-19 to 2097-03-19 → 2097-03-18 to 2097-03-19",
            "people who must agree: 1 → 2", "column kept no longer: phone = Telefon",
            "hotline.phone: 0221 4710 000 → 0221 4710 009", "relay: 127.0.0.1:1 → 127.0.0.1:2",
            "column not kept now: Notiz", "message.txt: 2 lines differ",
            "    -   Bitte heben Sie Ihre Unterlagen auf.",
            "    +   Bitte behalten Sie Ihre Unterlagen auf.",
        ] {
            #expect(lines.contains { $0.hasPrefix(line) }, "\(line)\n\(lines)")
        }
        for row in schedule.rows {
            #expect(!lines.joined().contains(row[SmallSchedule.column("Nachname")]))
        }
    }

    @Test(arguments: [(4, 12, false), (4, 13, true), (12, 4, false), (13, 4, true)])
    func `more than three times as many, or less than a third, is a warning`(
        before: Int,
        now: Int,
        isWarned: Bool
    ) throws {
        let first = try office.plan(SmallSchedule(people: before)).campaign.id
        let view = try office.view(of: office.plan(SmallSchedule(people: now)).campaign.id)
        for size in [CampaignWarning.Size.rows, .messages] {
            let warning = CampaignWarning.size(size, now: now, before: before, other: first)
            #expect(view.warnings.contains(warning) == isWarned)
        }
    }

    @Test func `it is compared with the one that was approved, if any was`() throws {
        let first = try office.ready(SmallSchedule(people: 4))
        try office.plan(SmallSchedule(people: 5))
        let third = try office.plan(SmallSchedule(people: 6)).campaign.id
        #expect(try differences(of: third)?.other == first)
        // One that came later is none before.
        #expect(try differences(of: first) == nil)
    }
}
