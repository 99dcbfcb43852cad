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
            other + plan.digest.dropFirst(), String(plan.digest.prefix(7)), "00", "kein-hex",
            plan.digest + "00", plan.digest.prefix(20) + "x",
            other + plan.digest.dropFirst().prefix(9),
        ] {
            try await expectRefusal(
                "approve \(plan.campaign) --digest \(digest) --by Amt",
                "digest"
            )
        }
        #expect(try await office.status(of: plan).state == "planned")
    }

    @Test func `the first eight characters name a digest, and the whole one is recorded`()
        async throws
    {
        let plan = try await office.plan(SmallSchedule(people: 3))
        let short = plan.digest.prefix(8).uppercased()
        try await office.run("approve \(plan.campaign) --digest \(short) --by Amt").exited(0)
        #expect(try await office.status(of: plan).state == "approved")
        try await office.send(plan).exited(0)
        #expect(try await office.verify(plan).ok)
    }

    @Test func `what is shown ends with the command that approves just this`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 3))
        let ending = try await office.run("approve \(plan.campaign)").exited(0)
        let last = try #require(ending.output.split(separator: "\n").last)
        let words = office.words(String(last).replacing("\"NAME\"", with: "Amt"))
        #expect(words.first == "einzelpost")
        try await office.run(Array(words.dropFirst())).exited(0)
        #expect(try await office.status(of: plan).state == "approved")
    }

    @Test func `nothing is sent without approval`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 3))
        try await expectRefusal("send \(plan.campaign)", "is not approved")
        try await expectRefusal("resume \(plan.campaign)", "is not approved")
        #expect(try await office.status(of: plan).sums == ["planned": 3])
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
}
