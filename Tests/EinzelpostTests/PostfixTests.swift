import Foundation
import TestSupport
import Testing

/// The example against a real Postfix, as root where it is installed.
struct PostfixTests {
    private static var isRoot: Bool { getuid() == 0 }
    private static var isInstalled: Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/sbin/postfix")
    }

    private struct Count: Decodable {
        let queue_ids: Int
        let max_nrcpt: Int
        let nrcpt_one: Int
        let message_ids: Int
    }

    @Test(
        .enabled(if: isRoot, "Postfix must be started by root"),
        .enabled(if: isInstalled, "needs Postfix: apt-get install postfix, or make test")
    )
    func `1494 appointments become 1494 queue ids with one recipient each`() async throws {
        let place = try TemporaryFolder()
        // Postfix runs as a user of its own and must be able to reach its folder.
        try await Program.run("chmod", ["711", place.path])
        let (folder, port) = (place.path + "/postfix", try Loopback.freePort())
        let postfix = Checkout.oracle("private_postfix.sh")
        try await Program.run("sh", [postfix, "start", folder, "\(port)"])
        let outcome: (any Error)?
        do {
            try await send(toPort: port)
            outcome = nil
        } catch {
            outcome = error
        }
        try await Program.run("sh", [postfix, "stop", folder])
        if let outcome { throw outcome }

        let text = try await Program.run(
            "python3",
            [Checkout.oracle("count_queue_ids.py"), folder + "/mail.log"]
        )
        let count = try JSONDecoder().decode(Count.self, from: Data(text.utf8))
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
