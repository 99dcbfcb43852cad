import Foundation
import TestSupport
import Testing

/// The machine is lost and its journal put back on another one, with its keys or without, as docs/backup.md has it.
struct LostMachineTests {
    private let people = 12

    /// What is left of a campaign.
    private struct Lost {
        let plan: PlanResult
        /// How many had been told when the backup was made.
        let told: Int

        var parts: (PlanResult, Int) { (plan, told) }
    }

    /// Some are told, a backup is made, more are told, and the machine is gone; the backup is put back on another one.
    private func lose(_ office: Operator, _ relay: HoldingRelay, keepingKeys: Bool) async throws
        -> Lost
    {
        let plan = try await office.ready(SmallSchedule(people: people))
        let told = try await send("send \(plan.campaign)", upTo: 4, office, relay)
        try await office.run("backup backup.sqlite").exited(0)
        _ = try await send("resume", upTo: 8, office, relay)
        let keys = keepingKeys ? "install -m 600 keys $state/keys; " : ""
        try await shell(
            """
            cp $state/keys keys; rm -r $state $witness; install -d -m 700 $state
            install -m 600 backup.sqlite $state/journal.sqlite; \(keys)
            """,
            office
        )
        return Lost(plan: plan, told: told)
    }

    /// - Returns: How many have been told then.
    private func send(
        _ command: String,
        upTo goal: Int,
        _ office: Operator,
        _ relay: HoldingRelay
    ) async throws -> Int {
        let sending = try office.start(office.words(command + " --format json"))
        try await relay.interrupt(sending, after: goal)
        return try await sending.finish().exited(2).json(StatusResult.self).count("accepted")
    }

    private func shell(_ script: String, _ office: Operator) async throws {
        try await Program.run(
            "sh",
            [
                "-c",
                "set -e; cd \(office.folder.path); state=state; witness=witness; \(script)",
            ]
        )
    }

    @Test
    func `without keys the office plans anew, and nothing of the lost campaign stands in its way`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let (lost, known) = try await lose(office, relay, keepingKeys: false).parts
        let told = try await relay.taken().count

        let check = try await office.run("check").exited(3)
        #expect(check.output.contains("--restored"), "\(check.output)")
        #expect(check.output.contains("einzelpost keys --lost"), "\(check.output)")
        let before = try await office.run("status \(lost.campaign)")
        #expect(!before.output.contains("resume"), "\(before.output)")
        let verified = try await office.run("verify \(lost.campaign)").exited(3)
        #expect(verified.output.contains("CANNOT BE CHECKED WHOLLY"), "\(verified.output)")
        #expect(!verified.output.contains("72 hours"))
        try await office.run("keys --lost").exited(1)

        // Whoever says too much is told so.
        let moved = try await office.run("send \(lost.campaign) --moved").exited(3)
        #expect(moved.errors.contains("did not come along"), "\(moved.errors)")

        let plan = try await office.plan(
            SmallSchedule(people: people),
            SmallSchedule.days + " --leave-out 2 --leave-out 3"
        )
        #expect(
            plan.warnings.contains { $0.hasPrefix("\(lost.campaign) has told \(known) people") },
            "\(plan.warnings)"
        )
        let view = try await office.run("show \(plan.campaign)").exited(0)
        #expect(view.output.contains("\(lost.campaign) has told \(known) people"))
        try await office.approve(plan)
        try await office.run("send \(plan.campaign)").exited(3)
        let sent = try await office.run("send \(plan.campaign) --restored --format json").exited(0)
        #expect(!sent.errors.contains("Nothing can be sent"), "\(sent.errors)")
        #expect(try sent.json(StatusResult.self).sums == ["accepted": people - 2])
        #expect(try await relay.taken().count == told + people - 2)

        // What became of the lost one is still told, and it can be ended.
        let doubt = try await office.run("status \(lost.campaign) --format json")
            .json(StatusResult.self)
        #expect(doubt.sums == ["accepted": known, "unknown": people - known])
        let resumed = try await office.run("send \(lost.campaign)").exited(73)
        #expect(resumed.errors.contains("einzelpost erase"), "\(resumed.errors)")
        let status = try await office.run("status \(lost.campaign)")
        #expect(status.output.contains("einzelpost erase \(lost.campaign)"), "\(status.output)")
        try await office.run("erase \(lost.campaign)").exited(0)
        #expect(try await office.verify(plan).failures == [])
        #expect(try await office.verify(lost).failures == [])
        try await office.run("check").exited(0)
    }

    @Test
    func
        `with the keys, what is planned after the restore is sent, and only what was open before is in doubt`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let (old, known) = try await lose(office, relay, keepingKeys: true).parts
        let told = try await relay.taken().count
        var others = SmallSchedule(people: people + 5)
        others.rows.removeFirst(people)
        let plan = try await office.plan(others, as: "andere.csv")
        try await office.approve(plan)
        try await office.run("send \(plan.campaign)").exited(3)
        let sent = try await office.run("send \(plan.campaign) --restored --format json").exited(0)
        #expect(try sent.json(StatusResult.self).sums == ["accepted": 5])
        #expect(try await relay.taken().count == told + 5)
        let doubt = try await office.status(of: old)
        #expect(doubt.sums == ["accepted": known, "unknown": people - known])
        #expect(try await office.verify(plan).failures == [])
        #expect(try await office.verify(old).failures == [])
    }

    @Test func `what was planned here and came back from a backup counts as open elsewhere`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        _ = try await lose(office, relay, keepingKeys: true)
        var others = SmallSchedule(people: people + 5)
        others.rows.removeFirst(people)
        let plan = try await office.plan(others, as: "andere.csv")
        try await office.approve(plan)
        // Of this copy nobody knows what its original has sent.
        try await shell("mkdir -m 700 copy; cp $state/* copy; mv $witness elsewhere", office)
        let sent = try await office.run(
            "send \(plan.campaign) --restored --format json --state copy"
        )
        #expect(try sent.json(StatusResult.self).sums == ["unknown": 5])
    }

    @Test func `a check takes somebody's word, and nothing stands in the way afterwards`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 3))
        try await shell("mv $state old; cp -a old $state; rm -r $witness", office)
        let refused = try await office.run("check").exited(3)
        #expect(refused.output.contains("einzelpost check --moved"), "\(refused.output)")
        let status = try await office.run("status \(plan.campaign)")
        #expect(!status.output.contains("einzelpost send"), "\(status.output)")
        try await office.run("check --moved").exited(0)
        try await office.run("check").exited(0)
        try await office.send(plan).exited(0)
        #expect(try await relay.taken().count == 3)
    }
}
