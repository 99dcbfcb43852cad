import Foundation
import TestSupport
import Testing

/// What was approved is what is sent: everything else ends with 3, and the relay hears nothing.
struct ApprovalTests {
    private let relay: HoldingRelay
    private let office: Operator
    private let configuration: Configuration

    init() async throws {
        relay = try await HoldingRelay()
        configuration = Configuration(port: relay.port)
        office = try Operator(configuration)
    }

    private func expectRefusal(
        _ line: String,
        _ word: String,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        let ending = try await office.run(line)
        ending.exited(3, at: location)
        #expect(ending.output == "", sourceLocation: location)
        #expect(ending.errors.contains(word), "\(ending.errors)", sourceLocation: location)
        expectOneSentence(ending, at: location)
        #expect(try await relay.connections() == 0, sourceLocation: location)
    }

    @Test func `a wrong digest approves nothing`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 3))
        let other = plan.digest.hasPrefix("0") ? "1" : "0"
        for digest in [
            other + plan.digest.dropFirst(), String(plan.digest.dropLast()), "00", "kein-hex",
            plan.digest + "00",
        ] {
            try await expectRefusal(
                "approve \(plan.campaign) --digest \(digest) --by Amt",
                "digest"
            )
        }
        #expect(try await office.status(of: plan).state == "planned")
    }

    @Test func `nothing is sent without approval`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 3))
        try await expectRefusal("send \(plan.campaign)", "is not approved")
        try await expectRefusal("resume \(plan.campaign)", "is not approved")
        #expect(try await office.status(of: plan).sums == ["planned": 3])
    }

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
        let plan = try await office.ready(SmallSchedule(people: 3))
        let name = "Templates/termin-absage/\(file)"
        let text = try String(contentsOfFile: office.path(name), encoding: .utf8)
        try office.write(text.replacing(right, with: wrong, maxReplacements: 1), to: name)
        try await expectRefusal("send \(plan.campaign)", "the template “termin-absage”")
        try office.write(text, to: name)
        let sent: StatusResult = try await office.send(plan).exited(0).json()
        #expect(sent.sums == ["accepted": 3])
    }

    @Test(
        arguments: [
            ("Musterkreis Terminservice <termine@", "Kreis Terminservice <termine@", "[sender]"),
            ("buergerservice@", "buergertelefon@", "[sender]"),
            ("ruecklauf@", "ruecklaeufer@", "[sender]"),
            ("0221 4710 000", "0221 4710 009", "[hotline]"),
            ("Kreisstraße 1,", "Kreisstraße 2,", "[authority]"),
            ("127.0.0.1:", "localhost:", "[relay]"),
            ("security = \"none\"", "security = \"tls\"", "[relay]"),
            ("security = \"none\"", "security = \"none\"\nca_file = \"a.pem\"", "[relay]"),
            ("[state]", "[appointments]\ntime_zone = \"UTC\"\n[state]", "[appointments]"),
        ]
    )
    func `a configuration that changed after approval voids it`(
        right: String,
        wrong: String,
        word: String
    ) async throws {
        let plan = try await office.ready(SmallSchedule(people: 3))
        #expect(configuration.text.contains(right))
        try office.write(
            configuration.text.replacing(right, with: wrong),
            to: "einzelpost.toml"
        )
        try await expectRefusal("send \(plan.campaign)", word)
        #expect(try await office.status(of: plan).sums == ["planned": 3])
    }

    @Test func `pace and caution may change after approval`() async throws {
        let plan = try await office.ready(SmallSchedule(people: 3))
        let other = configuration.with {
            $0.pace = "per_minute = 1000"
            $0.connections = 3
        }
        try office.write(other.text, to: "einzelpost.toml")
        let sent: StatusResult = try await office.send(plan).exited(0).json()
        #expect(sent.sums == ["accepted": 3])
    }

    @Test func `a plan of another day needs the same --as-of again`() async throws {
        var schedule = SmallSchedule(people: 3)
        for row in 2...4 { schedule = schedule.with(row: row, "Datum", "16.03.2021") }
        let plan = try await office.plan(schedule, "--date 2021-03-16 --as-of 2021-03-15T18:00")
        try await office.approve(plan)
        let send = "send \(plan.campaign)"
        try await expectRefusal(send, "--as-of 2021-03-15T18:00")
        try await expectRefusal("\(send) --as-of 2021-03-15T18:01", "--as-of 2021-03-15T18:00")
        try await office.run("\(send) --as-of 2021-03-15T18:00").exited(0)
        #expect(try await relay.taken().count == 3)
    }

    @Test func `appointments that are over are told to nobody`() async throws {
        var schedule = SmallSchedule(people: 3)
        for row in 2...4 { schedule = schedule.with(row: row, "Datum", "16.03.2021") }
        let plan = try await office.plan(schedule, "--date 2021-03-16")
        #expect(plan.classes.filter { $0.value > 0 } == ["past": 3])
        #expect(plan.messages == 0)
    }

    @Test(arguments: [(20, true), (18, false), (22, true), (19, true), (23, false), (0, false)])
    func `--expect refuses when the rows are off by more than ten percent`(
        expected: Int,
        isFine: Bool
    ) async throws {
        try office.write(SmallSchedule(people: 20).text, to: "termine.csv")
        let line = "plan termine.csv \(SmallSchedule.days) --expect \(expected)"
        if isFine {
            try await office.run(line).exited(0)
        } else {
            try await expectRefusal(line, "--expect \(expected): the file has 20 rows")
            try await expectNothingStored(office)
        }
    }

    @Test func `with two people the planner cannot approve`() async throws {
        try office.write(configuration.with { $0.people = 2 }.text, to: "einzelpost.toml")
        let plan = try await office.plan(SmallSchedule(people: 3))
        try await expectRefusal(
            "approve \(plan.campaign) --digest \(plan.digest) --by Zweite",
            "approval.people = 2"
        )
        #expect(try await office.status(of: plan).state == "planned")
    }

    @Test func `two people cannot be circumvented by changing the configuration back`()
        async throws
    {
        let plan = try await office.ready(SmallSchedule(people: 3))
        try office.write(configuration.with { $0.people = 2 }.text, to: "einzelpost.toml")
        try await expectRefusal("send \(plan.campaign)", "approval.people = 2")
    }

    @Test func `withdrawing a message voids the approval`() async throws {
        let plan = try await office.ready(SmallSchedule(people: 4))
        let ending = try await office.run("withdraw \(plan.campaign) --row 3 --format json")
        let status: StatusResult = try ending.exited(0).json()
        #expect(status.sums == ["planned": 3, "withdrawn": 1])
        #expect(!ending.errors.contains(plan.digest))
        try await expectRefusal("send \(plan.campaign)", "is not approved")
    }

    @Test func `a row without a message cannot be withdrawn`() async throws {
        let schedule = SmallSchedule(people: 3).with(row: 3, "E-Mail", "")
        let plan = try await office.plan(schedule)
        try await expectRefusal("withdraw \(plan.campaign) --row 3", "gets no message")
        for row in [1, 99] {
            let ending = try await office.run("withdraw \(plan.campaign) --row \(row)").exited(64)
            #expect(ending.errors.contains("row \(row): there is no such row"))
            expectOneSentence(ending)
        }
    }

    @Test func `a second campaign for the same people is void once the first is sent`()
        async throws
    {
        let schedule = SmallSchedule(people: 3)
        let first = try await office.ready(schedule)
        let second = try await office.plan(schedule, as: "kopie.csv")
        try await office.approve(second)
        try await office.send(first).exited(0)
        let ending = try await office.run("send \(second.campaign)").exited(3)
        #expect(ending.errors.contains("already-notified"))
        #expect(try await relay.taken().count == 3)
    }
}
