import TestSupport
import Testing

struct WholeWayTests {
    @Test func `a campaign is planned, approved, sent, and proved`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port, connections: 3))
        let plan = try await office.plan(SmallSchedule(people: 25))
        #expect(try await office.status(of: plan).state == "planned")
        #expect(try await office.approve(plan).state == "approved")

        let sent: StatusResult = try await office.send(plan).exited(0).json()
        #expect(sent.state == "finished")
        #expect(sent.sums == ["accepted": 25])
        #expect(sent.stopped_because == nil)
        #expect(try await office.status(of: plan) == sent)

        let people = Set((0..<25).map { "person.\(100_000 + $0)@example.org" })
        let taken = try await relay.taken()
        #expect(taken.count == 25)
        #expect(taken.allSatisfy { $0.recipients.count == 1 })
        #expect(Set(taken.flatMap(\.recipients)) == people)
        let ids = try await office.rows(of: plan).messageIDs
        #expect(Set(taken.map(\.id)) == ids)

        let proof = try await office.verify(plan)
        #expect(proof.ok, "\(proof.failures)")
        #expect(proof.messages == 25)
        #expect(proof.transactions == 25)
        #expect(proof.max_recipients_per_transaction == 1)
        #expect(proof.foreign_values == 0)
    }

    @Test func `sending a finished campaign again sends nothing`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 5))
        let first: StatusResult = try await office.send(plan).exited(0).json()
        let connections = try await relay.connections()
        let second: StatusResult = try await office.send(plan).exited(0).json()
        #expect(second == first)
        #expect(try await relay.taken().count == 5)
        #expect(try await relay.connections() == connections)
    }

    @Test func `the same schedule under another name is told already`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let schedule = SmallSchedule(people: 6)
        let first = try await office.ready(schedule)
        try await office.send(first).exited(0)
        let second = try await office.plan(schedule, as: "Kopie von Termine (2).csv")
        #expect(second.campaign != first.campaign)
        #expect(second.classes.filter { $0.value > 0 } == ["already-notified": 6])
        #expect(second.messages == 0)
        let refusal = try await office.run(
            "approve \(second.campaign) --digest \(second.digest) --by Amt"
        )
        refusal.exited(3)
        #expect(try await relay.taken().count == 6)
    }

    @Test func `what the relay refuses needs a person's decision`() async throws {
        let relay = try await HoldingRelay("--refuse-every", "5")
        let configuration = Configuration(port: relay.port).with {
            $0.caution = "first = 0\nstop_at_refused_percent = 0"
        }
        let office = try Operator(configuration)
        let plan = try await office.ready(SmallSchedule(people: 10))
        let sent: StatusResult = try await office.send(plan).exited(1).json()
        #expect(sent.state == "finished")
        #expect(sent.sums == ["accepted": 8, "refused": 2])
    }
}
