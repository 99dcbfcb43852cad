import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// What was approved is what is sent: whatever else the office says now voids it.
struct ChangedAuthorityTests {
    private let configuration = Configuration()
    private let office: CampaignScene

    init() throws { office = try CampaignScene(configuration) }

    @Test(
        arguments: [
            ("Bitte kommen Sie nicht.", "Bitte kommen Sie.", "message.txt"),
            ("<p", "<p ", "message.html"),
            ("description = \"", "description = \"Neu: ", "template.toml"),
        ]
    )
    func `a template that changed after approval voids it, and undoing restores it`(
        right: String,
        wrong: String,
        file: String
    ) async throws {
        try office.copyTemplates()
        let id = try office.ready(SmallSchedule(people: 3))
        let name = "Templates/termin-absage/\(file)"
        let text = try office.text(of: name)
        try office.write(text.replacing(right, with: wrong, maxReplacements: 1), to: name)
        await #expect(throws: Refusal.changed(.template("termin-absage"), campaign: id)) {
            try await office.send(id)
        }
        #expect(office.script.past.openings == 0)
        try office.write(text, to: name)
        #expect(try await office.send(id).status.deliveries[.accepted] == 3)
    }

    @Test(
        arguments: [
            ("Musterkreis Terminservice <termine@", "Kreis Terminservice <termine@", .authority),
            ("buergerservice@", "buergertelefon@", .authority),
            ("ruecklauf@", "ruecklaeufer@", .authority),
            ("0221 4710 000", "0221 4710 009", .authority),
            ("Kreisstraße 1,", "Kreisstraße 2,", .authority), ("127.0.0.1:", "localhost:", .relay),
            ("security = \"none\"", "security = \"tls\"", .relay),
            ("security = \"none\"", "security = \"none\"\nca_file = \"a.pem\"", .relay),
            ("[state]", "[appointments]\ntime_zone = \"UTC\"\n[state]", .timeZone),
        ] as [(String, String, Refusal.LetterPart)]
    )
    func `a configuration that changed after approval voids it`(
        right: String,
        wrong: String,
        part: Refusal.LetterPart
    ) async throws {
        let id = try office.ready(SmallSchedule(people: 3))
        #expect(configuration.text.contains(right))
        try office.write(
            configuration.text.replacing(right, with: wrong),
            to: "einzelpost.toml"
        )
        await #expect(throws: Refusal.changed(part, campaign: id)) { try await office.send(id) }
        #expect(office.script.past.openings == 0)
    }

    @Test func `pace and caution may change after approval`() async throws {
        let id = try office.ready(SmallSchedule(people: 3))
        let other = configuration.with {
            $0.pace = "per_minute = 1000"
            $0.connections = 3
        }
        try office.write(other.text, to: "einzelpost.toml")
        #expect(try await office.send(id).status.deliveries[.accepted] == 3)
    }

    @Test func `two people cannot be circumvented by changing the configuration back`()
        async throws
    {
        let id = try office.ready(SmallSchedule(people: 3))
        try office.write(configuration.with { $0.people = 2 }.text, to: "einzelpost.toml")
        await #expect(
            throws: Refusal.samePerson(
                .planned(by: "anna (1001)"),
                campaign: id,
                approver: "anna (1001)"
            )
        ) { try await office.send(id) }
    }

    @Test func `a row without a message cannot be withdrawn`() throws {
        let id = try office.plan(SmallSchedule(people: 3).with(row: 3, "E-Mail", "")).campaign.id
        for row in [1, 3, 99] {
            #expect(throws: WithdrawError.self) { try office.withdraw(row, from: id) }
        }
    }

    @Test func `a second campaign for the same people is void once the first is sent`()
        async throws
    {
        let first = try office.ready(SmallSchedule(people: 3))
        let second = try office.ready(SmallSchedule(people: 3))
        _ = try await office.send(first)
        await #expect(
            throws: Refusal.toldMeanwhile(campaign: second, messages: 3, other: first)
        ) { try await office.send(second) }
        #expect(office.script.past.attempts.count == 3)
    }

    @Test func `appointments that are over are told to nobody`() throws {
        office.clock.set(CampaignScene.noon.addingTimeInterval(2 * 86_400))
        let report = try office.plan(SmallSchedule(people: 3))
        #expect(report.classes[.past] == 3 && report.messages == 0)
    }

    @Test(arguments: [(20, true), (18, false), (22, true), (19, true), (23, false), (0, false)])
    func `an expectation that is off by more than ten percent is refused`(
        expected: Int,
        isFine: Bool
    ) throws {
        let schedule = SmallSchedule(people: 20)
        if isFine {
            try office.plan(schedule) { $0.expected = expected }
        } else {
            #expect(throws: Refusal.unexpectedRows(expected: expected, found: 20)) {
                try office.plan(schedule) { $0.expected = expected }
            }
            #expect(try office.campaigns() == [])
        }
    }
}
