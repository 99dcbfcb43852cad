import Glibc
import TestSupport
import Testing

/// Somebody was at the journal between approval and sending.
struct ChangedJournalTests {
    @Test(arguments: [
        "UPDATE message SET campaign = (SELECT min(id) FROM campaign)",
        "UPDATE delivery SET state = 'withdrawn' WHERE message = 2",
        "UPDATE delivery SET state = 'accepted' WHERE message = 2",
        "DELETE FROM delivery WHERE message = 2",
        "UPDATE message SET digest = (SELECT digest FROM message WHERE number = 2) WHERE number = 1",
        "UPDATE event SET detail = '{}' WHERE kind = 'approved'",
    ])
    func `nothing is sent from a journal that was changed from outside`(
        sql: String
    ) async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 4))
        // A second campaign, planned and not approved.
        let other = SmallSchedule(people: 3).with(row: 2, "Vorname", "Zweite")
        _ = try await office.plan(other, as: "zweite.csv")
        let script = """
            import sqlite3, sys
            journal = sqlite3.connect(sys.argv[1])
            journal.execute(sys.argv[2])
            journal.commit()
            """
        try await Program.run(
            "python3",
            ["-c", script, office.path("state/journal.sqlite"), sql]
        )
        let ending = try await office.send(plan)
        ending.exited(3)
        #expect(ending.errors.contains("changed from outside"))
        #expect(try await relay.taken().isEmpty)
    }

    @Test func `a copied state directory is not sent from until somebody says so`() async throws {
        let relay = try await HoldingRelay("--pause", "0.02")
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 40))
        let sending = try office.start(["send", plan.campaign])
        try await relay.accepted(atLeast: 3)
        sending.signal(SIGINT)
        try await sending.finish().exited(2)
        let taken = try await relay.taken().count
        try await Program.run("cp", ["-a", office.path("state"), office.path("copy")])

        let refused = try await office.run("resume --state copy").exited(3)
        #expect(refused.errors.contains("--moved"))
        #expect(try await relay.taken().count == taken)
        try await office.run("resume --state copy --moved").exited(0)
        #expect(try await relay.taken().count == 40)
        // Said once, it is known.
        try await office.run("send \(plan.campaign) --state copy").exited(0)
        try await office.run("verify \(plan.campaign) --state copy").exited(0)
    }

    @Test func `a journal that lost its log is not gone on with`() async throws {
        let relay = try await HoldingRelay("--hold", "dot:9")
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 12))
        let sending = try office.start(["send", plan.campaign])
        try await relay.holding()
        sending.signal(SIGKILL)
        _ = try await sending.finish()
        try relay.letGo()
        try await Program.run("rm", [office.path("state/journal.sqlite-wal")])
        let ending = try await office.resume()
        ending.exited(73)
        #expect(ending.errors.contains("older than what has been sent"))
        #expect(try await relay.taken().count == 8)
    }
}
