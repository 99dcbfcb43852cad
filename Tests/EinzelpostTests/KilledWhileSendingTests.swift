import Glibc
import TestSupport
import Testing

/// `kill -9` at moments the relay chooses, so that every run dies at the same place.
struct KilledWhileSendingTests {
    private let people = 24

    /// Moments, and how many deliveries may be unknown afterwards.
    ///
    /// A whole message fits into the kernel's buffers: when the relay has read half of it, its
    /// final dot has left. And when it hears of the next message, the reply to the last one may
    /// still be on its way.
    @Test(
        arguments: [
            ("mail:1", 0...0), ("rcpt:1", 0...0), ("data:1", 0...0), ("body:1", 0...1),
            ("dot:1", 1...1), ("reply:1", 0...1), ("mail:9", 0...1), ("rcpt:9", 0...1),
            ("data:9", 0...1), ("body:9", 0...1), ("dot:9", 1...1), ("reply:9", 0...1),
            ("mail:24", 0...1), ("body:24", 0...1), ("dot:24", 1...1), ("reply:24", 0...1),
        ]
    )
    func `killed with one connection, nobody is lost and nobody is doubled`(
        moment: String,
        doubtful: ClosedRange<Int>
    ) async throws {
        let unknown = try await killAndResume(at: moment, connections: 1)
        #expect(doubtful.contains(unknown))
    }

    @Test(arguments: ["mail", "body", "dot", "reply"], [2, 13])
    func `killed with four connections, at most one message on each is unknown`(
        moment: String,
        number: Int
    ) async throws {
        let unknown = try await killAndResume(at: "\(moment):\(number)", connections: 4)
        #expect(unknown <= 4)
    }

    @Test(arguments: ["mail", "data", "dot"])
    func `killed without PIPELINING, the same holds`(moment: String) async throws {
        let unknown = try await killAndResume(
            at: "\(moment):7",
            connections: 2,
            more: "--without",
            "PIPELINING"
        )
        #expect(unknown <= 2)
    }

    @Test func `killed twice, in sending and in resuming, the same holds`() async throws {
        let first = try await HoldingRelay("--hold", "dot:6")
        let office = try Operator(Configuration(port: first.port))
        let plan = try await office.ready(SmallSchedule(people: people))
        try await kill(office.start(["send", plan.campaign]), when: first)

        // The relay holds once; the second time it takes no more.
        try first.take(only: 12)
        let resuming = try office.start(["resume"])
        try await first.accepted(atLeast: 11)
        resuming.signal(SIGKILL)
        _ = try await resuming.finish()
        try first.takeAll()
        let status: StatusResult = try await office.resume().exited(1).json()
        try await expectNobodyLost(status, plan: plan, relay: first, office: office)
        #expect(status.count("unknown") <= 2)
    }

    @Test func `an unknown message is not sent again, however often one resumes`() async throws {
        let relay = try await HoldingRelay("--hold", "dot:3")
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 6))
        try await kill(office.start(["send", plan.campaign]), when: relay)
        let first: StatusResult = try await office.resume().exited(1).json()
        #expect(first.state == "paused")
        #expect(first.stopped_because?.contains("einzelpost resolve") == true)
        for _ in 0..<3 {
            let again: StatusResult = try await office.resume().exited(1).json()
            #expect(again == first)
        }
        #expect(try await relay.taken().count == 5)
    }

    /// - Returns: How many deliveries are unknown in the end.
    private func killAndResume(
        at moment: String,
        connections: Int,
        more: String...
    ) async throws -> Int {
        let relay = try await HoldingRelay(["--hold", moment] + more)
        let office = try Operator(Configuration(port: relay.port, connections: connections))
        let plan = try await office.ready(SmallSchedule(people: people))
        try await kill(office.start(["send", plan.campaign]), when: relay)

        let left = try await office.status(of: plan)
        #expect(left.count("sending") == 0)
        // Killed behind the last verdict, nothing is left to resume.
        if left.count("accepted") == people {
            #expect(left.state == "finished")
            try await expectNobodyLost(left, plan: plan, relay: relay, office: office)
            return 0
        }
        #expect(left.state == "paused")
        #expect(left.stopped_because == "the program ended in the middle")

        let ending = try await office.resume()
        let status: StatusResult = try ending.json()
        #expect(ending.status == (status.count("unknown") == 0 ? 0 : 1), "\(ending.errors)")
        try await expectNobodyLost(status, plan: plan, relay: relay, office: office)
        return status.count("unknown")
    }

    private func kill(_ sending: ChildProcess, when relay: HoldingRelay) async throws {
        try await relay.holding()
        sending.signal(SIGKILL)
        #expect(try await sending.finish().status == 128 + SIGKILL)
        try relay.letGo()
    }

    private func expectNobodyLost(
        _ status: StatusResult,
        plan: PlanResult,
        relay: HoldingRelay,
        office: Operator,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        let planned = Set(try await office.rows(of: plan).messageIDs)
        let record = try await relay.taken()
        let taken = record.map(\.id)
        let (accepted, unknown) = (status.count("accepted"), status.count("unknown"))
        #expect(accepted + unknown == people, sourceLocation: location)
        #expect(Set(taken).count == taken.count, "doubled", sourceLocation: location)
        #expect(planned.isSuperset(of: taken), sourceLocation: location)
        // What the journal calls accepted the relay has; what the relay lacks is unknown.
        #expect(taken.count >= accepted, sourceLocation: location)
        #expect(planned.subtracting(taken).count <= unknown, sourceLocation: location)
        #expect(record.allSatisfy { $0.recipients.count == 1 }, sourceLocation: location)
        let proof = try await office.verify(plan)
        #expect(proof.ok, "\(proof.failures)", sourceLocation: location)
        #expect(proof.transactions == accepted, sourceLocation: location)
    }
}
