import Foundation
import TestSupport
import Testing

struct DemoTests {
    @Test func `the demo's messages stand before the oracle`() async throws {
        let office = try Operator()
        let ending = try await office.run("demo --output vorfuehrung")
        ending.exited(0)
        #expect(ending.output.contains("1494 messages, at most 1 recipient in each"))
        let data = try office.folder.bytes(of: "vorfuehrung/verify.json")
        let proof = try JSONDecoder().decode(VerifyResult.self, from: Data(data))
        #expect(proof.ok)
        #expect(proof.transactions == Example.messages)
        try await Program.run(
            "python3",
            [Checkout.oracle("check_messages.py"), office.path("vorfuehrung/messages")]
                + ["--schedule", Example.schedule, "--expected", Example.expectation]
        )
        #expect(try office.folder.mode(of: "vorfuehrung") == 0o700)

        try await office.run("verify --proof vorfuehrung/proof.json").exited(0)
        let oracle = Checkout.oracle("check_proof.py")
        try await Program.run("python3", [oracle, office.path("vorfuehrung/proof.json")])

        let again = try await office.run("demo --output vorfuehrung").exited(64)
        #expect(again.errors.contains("is there already"))
    }
}
