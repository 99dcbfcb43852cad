import Glibc
import TestSupport
import Testing

/// SIGINT and SIGTERM in mid-campaign.
struct InterruptedTests {
    @Test(arguments: [1, 4], [SIGINT, SIGTERM, SIGHUP])
    func `a signal stops between messages, and resume sends the rest once`(
        connections: Int,
        signal: Int32
    ) async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port, connections: connections))
        let plan = try await office.ready(SmallSchedule(people: 60))
        let sending = try office.start(["send", plan.campaign, "--format", "json"])
        try await relay.interrupt(sending, by: signal, after: 7)
        let ending = try await sending.finish()

        let paused: StatusResult = try ending.exited(2).json()
        #expect(paused.state == "paused")
        #expect(paused.stopped_because == "stopped by the operator")
        #expect(paused.count("unknown") == 0)
        #expect(paused.count("sending") == 0)
        #expect(paused.count("planned") > 0)
        #expect(try await paused.count("accepted") == relay.taken().count)
        #expect(paused.count("accepted") + paused.count("planned") == 60)
        #expect(try await office.status(of: plan) == paused)

        let resumed: StatusResult = try await office.resume().exited(0).json()
        #expect(resumed.state == "finished")
        #expect(resumed.sums == ["accepted": 60])
        #expect(try await relay.taken().count == 60)
        #expect(try await Set(relay.takenIDs()).count == 60)
    }

    @Test func `a second signal ends the program at once, and nothing is doubled`() async throws {
        let relay = try await HoldingRelay("--hold", "dot:5")
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 12))
        let sending = try office.start(["send", plan.campaign])
        try await relay.holding()
        sending.signal(SIGINT)
        try await sending.errors.wait { $0.contains { $0.hasPrefix("Stopping: ") } }
        // An eager second one within two seconds is the same wish, and so is a closed terminal.
        sending.signal(SIGINT)
        sending.signal(SIGHUP)
        try await Task.sleep(for: .seconds(2.5))
        sending.signal(SIGINT)
        #expect(try await sending.finish().status == 128 + SIGINT)
        try relay.letGo()

        let resumed: StatusResult = try await office.resume().exited(1).json()
        #expect(resumed.sums == ["accepted": 11, "unknown": 1])
        #expect(try await Set(relay.takenIDs()).count == 11)
        #expect(try await relay.taken().count == 11)
    }

    @Test func `a pace slower than anybody waits for is left at once`() async throws {
        let relay = try await HoldingRelay()
        let configuration = Configuration(port: relay.port).with { $0.pace = "per_minute = 1" }
        let office = try Operator(configuration)
        let plan = try await office.ready(SmallSchedule(people: 10))
        let sending = try office.start(["send", plan.campaign, "--format", "json"])
        try await relay.accepted(atLeast: 1)
        let clock = ContinuousClock()
        let signalled = clock.now
        sending.signal(SIGINT)
        let paused: StatusResult = try await sending.finish().exited(2).json()
        // A minute lies between two messages.
        #expect(clock.now - signalled < .seconds(50))
        #expect(paused.sums == ["accepted": 1, "planned": 9])
    }

    @Test func `resume without an interrupted campaign says so`() async throws {
        let office = try Operator()
        let ending = try await office.run("resume")
        ending.exited(64)
        #expect(ending.errors == "einzelpost: no campaign is interrupted; see: einzelpost status\n")
    }
}
