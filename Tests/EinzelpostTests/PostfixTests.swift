import Foundation
import TestSupport
import Testing

/// The example against a real Postfix, as root where it is installed.
struct PostfixTests {
    @Test(.needsRoot, .needsPostfix)
    func `1494 appointments become 1494 queue ids with one recipient each`() async throws {
        let (count, _) = try await PrivatePostfix.run { try await send(toPort: $0.port) }
        #expect(count.queue_ids == Example.messages)
        #expect(count.nrcpt_one == Example.messages)
        #expect(count.message_ids == Example.messages)
        #expect(count.max_nrcpt == 1)
    }

    private func send(toPort port: Int) async throws {
        let office = try Operator(Configuration(port: port, connections: 4))
        let choice = office.words("plan \(Example.schedule) \(Example.choice) --format json")
        let plan: PlanResult = try await office.run(choice).exited(0).json()
        try await office.approve(plan)
        let ending = try await office.run(
            "send \(plan.campaign) \(Example.asOf) --format json"
        )
        let status: StatusResult = try ending.exited(0).json()
        #expect(status.state == "finished")
        #expect(status.sums == ["accepted": Example.messages])
        let proof = try await office.verify(plan)
        #expect(proof.ok, "\(proof.failures)")
        #expect(proof.transactions == Example.messages)
        #expect(proof.max_recipients_per_transaction == 1)
    }
}
