import Foundation
import TestSupport
import Testing

/// `send --test` through the program, to a relay with a record of its own.
struct TestMailTests {
    private static let mailbox = "probe@kreis.example"

    private func office(_ relay: HoldingRelay) throws -> Operator {
        try Operator(
            Configuration(port: relay.port).with {
                $0.content = "test_addresses = [\"\(Self.mailbox)\"]"
            }
        )
    }

    @Test func `one letter goes to the office before the approval, and all of it is proven`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try office(relay)
        let plan = try await office.plan(SmallSchedule(people: 6))
        let ending = try await office.run("send \(plan.campaign) --test \(Self.mailbox) --row 4")
        #expect(ending.exited(0).output.contains("accepted. Look for it in that mailbox"))
        #expect(try await relay.taken().map(\.recipients) == [[Self.mailbox]])
        try await office.approve(plan)
        try await office.send(plan).exited(0)
        #expect(try await relay.taken().count == 7)
        let verified = try await office.verify(plan)
        #expect(verified.ok && verified.transactions == 6, "\(verified.failures)")
        try await office.run("proof \(plan.campaign) --output proof.json").exited(0)
        try await Program.run(
            "python3",
            [Checkout.oracle("check_proof.py"), office.path("proof.json")]
        )
        let proof = String(decoding: try office.folder.bytes(of: "proof.json"), as: UTF8.self)
        #expect(proof.contains("\"kind\":\"tested\"") && !proof.contains("probe"))
        try await office.run("erase \(plan.campaign)").exited(0)
        try await office.run("verify \(plan.campaign)").exited(0)
    }

    @Test func `its JSON has every key`() async throws {
        let relay = try await HoldingRelay()
        let office = try office(relay)
        let plan = try await office.plan(SmallSchedule(people: 6))
        let ending = try await office.run(
            "send \(plan.campaign) --test \(Self.mailbox) --format json"
        )
        let result: Result = try ending.exited(0).json()
        #expect(result.campaign == plan.campaign && result.row == 2 && result.to == Self.mailbox)
        #expect(result.verdict == "accepted" && result.code == 250 && result.reason == nil)
        #expect(!result.day_made_up && !result.site_made_up)
    }

    @Test func `a stranger's address is refused, and nothing is sent`() async throws {
        let relay = try await HoldingRelay()
        let office = try office(relay)
        let plan = try await office.plan(SmallSchedule(people: 6))
        for (address, status) in [
            ("stranger@example.org", 3), (SmallSchedule.address(2), 3), ("probe", 64),
        ] as [(String, Int32)] {
            let ending = try await office.run("send \(plan.campaign) --test \(address)")
            ending.exited(status)
            #expect(ending.output == "" && !ending.errors.contains(address))
        }
        let german = try await office.run(
            "send \(plan.campaign) --test stranger@example.org --language de"
        )
        #expect(german.exited(3).errors.contains("test_addresses in [content]"))
        #expect(try await relay.connections() == 0)
    }

    @Test func `a relay that is away is told as that`() async throws {
        let office = try Operator(
            Configuration().with { $0.content = "test_addresses = [\"\(Self.mailbox)\"]" }
        )
        let plan = try await office.plan(SmallSchedule(people: 6))
        try await office.run("send \(plan.campaign) --test \(Self.mailbox)").exited(69)
        #expect(try await office.verify(plan).ok)
    }

    /// JSON of `send --test`.
    private struct Result: Decodable {
        let campaign: String
        let row: Int
        let to: String
        let verdict: String
        let code: Int?
        let enhanced: String?
        let reason: String?
        let day_made_up: Bool
        let site_made_up: Bool
    }
}
