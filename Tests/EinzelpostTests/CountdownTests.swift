import Foundation
import Glibc
import TestSupport
import Testing

/// Sending that begins later: nobody holds the journal meanwhile.
struct CountdownTests {
    private let relay: HoldingRelay
    private let office: Operator

    init() async throws {
        relay = try await HoldingRelay()
        office = try Operator(Configuration(port: relay.port))
    }

    /// A second from now at least, and before the appointments of the schedule.
    private let later = "2096-03-19T21:00"

    @Test func `until the hour others look, withdraw and stop it`() async throws {
        let plan = try await office.ready(SmallSchedule(people: 4))
        let waiting = try office.start(["send", plan.campaign, "--at", later, "--format", "json"])
        try await waiting.errors.wait { $0.contains { $0.contains("begins at 2096-03-19 21:00") } }

        let status: BeginningStatus = try await office.run("status \(plan.campaign) --format json")
            .exited(0).json()
        #expect(status.begins_at == "2096-03-19T21:00:00+01:00" && status.state == "approved")
        let other = try await office.run("send \(plan.campaign) --at \(later)").exited(75)
        #expect(other.errors.contains("einzelpost stop \(plan.campaign)"))
        try await office.run("withdraw \(plan.campaign) --row 2").exited(0)
        try await office.run("stop \(plan.campaign)").exited(0)

        let ended: StatusResult = try await waiting.finish().exited(2).json()
        #expect(ended.sums == ["planned": 3, "withdrawn": 1])
        #expect(try await relay.connections() == 0)
        let now: BeginningStatus = try await office.run("status \(plan.campaign) --format json")
            .exited(0).json()
        #expect(now.begins_at == nil)
    }

    private struct BeginningStatus: Decodable {
        let state: String
        let begins_at: String?
    }

    @Test(arguments: [SIGINT, SIGKILL])
    func `a countdown ends with its process`(signal: Int32) async throws {
        let plan = try await office.ready(SmallSchedule(people: 2))
        let waiting = try office.start(["send", plan.campaign, "--at", later])
        try await waiting.errors.wait { $0.contains { $0.contains("begins at") } }
        waiting.signal(signal)
        #expect(try await waiting.finish().status == (signal == SIGINT ? 2 : 128 + SIGKILL))
        let stopped = try await office.run("stop \(plan.campaign)").exited(0)
        #expect(!stopped.errors.contains("begins"))
        try await office.send(plan).exited(0)
        #expect(try await relay.taken().count == 2)
    }

    @Test func `an approval may be held back before its first message`() async throws {
        let configuration = Configuration(port: relay.port).with {
            $0.caution += "\nhold_seconds = 3"
        }
        let office = try Operator(configuration)
        let plan = try await office.plan(SmallSchedule(people: 3))
        let clock = ContinuousClock()
        let approved = clock.now
        try await office.approve(plan)
        let ending = try await office.send(plan).exited(0)
        // Times are kept in whole seconds.
        #expect(clock.now - approved > .seconds(2))
        #expect(ending.errors.contains("begins at"))
        #expect(try await relay.taken().count == 3)
        // Who looks at it is not held back any more.
        try await office.send(plan).exited(0)
    }

    @Test(
        arguments: [
            ("2020-01-01T08:00", "has passed"), ("2097-03-19T11:00", "would be told too late"),
            ("25:00", "is no time"), ("19.03.2096", "is no time"),
        ]
    )
    func `an hour that cannot be meant sends nothing`(hour: String, words: String) async throws {
        let plan = try await office.ready(SmallSchedule(people: 2))
        let ending = try await office.run("send \(plan.campaign) --at \(hour)").exited(64)
        #expect(ending.errors.contains(words), "\(ending.errors)")
        #expect(try await relay.connections() == 0)
    }

    @Test func `what keeps it from being sent is told at once`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 2))
        let ending = try await office.run("send \(plan.campaign) --at \(later)").exited(3)
        #expect(ending.errors.contains("is not approved"))
    }
}
