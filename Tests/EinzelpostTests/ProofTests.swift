import Foundation
import Glibc
import TestSupport
import Testing

/// Proofs of sent campaigns, through the program and through an oracle that shares no code with it.
struct ProofTests {
    /// An office that has sent a campaign to five people, and the proof of it.
    private func sent(
        to relay: HoldingRelay? = nil
    ) async throws -> (office: Operator, plan: PlanResult) {
        let relay = if let relay { relay } else { try await HoldingRelay() }
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 5))
        try await office.send(plan).exited(0)
        try await office.run("proof \(plan.campaign) --output proof.json").exited(0)
        return (office, plan)
    }

    @Test func `a proof holds anywhere, without journal or configuration`() async throws {
        let relay = try await HoldingRelay()
        let (office, plan) = try await sent(to: relay)
        let check: CheckResult = try await office.run("check --format json").exited(0).json()
        let elsewhere = try Operator()
        try await Program.run("rm", [elsewhere.path("einzelpost.toml")])
        let file = office.path("proof.json")
        let ending = try await elsewhere.run("verify --proof \(file) --format json")
        let result: ProofResult = try ending.exited(0).json()
        #expect(result.ok && result.failures == [] && result.campaign == plan.campaign)
        #expect(result.messages == 5 && result.transactions == 5 && result.foreign_values == 0)
        #expect(result.max_recipients_per_transaction == 1 && result.state == "finished")
        #expect(result.chain_head == (try await office.verify(plan).chain_head))
        #expect(check.signing_key == result.public_key)
        try await elsewhere.run("verify --proof \(file) --key \(result.public_key)").exited(0)
        let other = String(repeating: "0", count: 64)
        try await elsewhere.run("verify --proof \(file) --key \(other)").exited(3)
        #expect(elsewhere.stateFiles == [])
        let text = try await elsewhere.run("verify --proof \(file)").exited(0).output
        #expect(text.contains("Compare it with the one the authority publishes"))
    }

    @Test func `a checker that shares no code with us agrees, also on flipped octets`() async throws
    {
        let (office, plan) = try await sent()
        let id = try #require(try await office.rows(of: plan).messageIDs.min())
        try await office.run("proof --message \(id) --output message.json").exited(0)
        for name in ["proof.json", "message.json"] {
            let octets = try office.folder.bytes(of: name)
            #expect(try await oracle(office.path(name)) == 0)
            for place in stride(from: 0, to: octets.count, by: octets.count / 12 + 1) {
                var flipped = octets
                flipped[place] ^= 1
                try office.write(flipped, to: "flipped.json")
                #expect(try await oracle(office.path("flipped.json")) == 3, "octet \(place)")
                let ending = try await office.run("verify --proof flipped.json")
                #expect([3, 65].contains(ending.status), "octet \(place)")
                expectOneSentenceOrMore(ending)
            }
        }
    }

    @Test func `a proof holds nothing of anybody`() async throws {
        let (office, plan) = try await sent()
        let id = try #require(try await office.rows(of: plan).messageIDs.min())
        let answer = try await office.run("proof --message \(id) --format json").exited(0).output
        let proof = String(decoding: try office.folder.bytes(of: "proof.json"), as: UTF8.self)
        let cells = SmallSchedule(people: 5).rows.flatMap { $0[0...7] }.filter { $0.count > 3 }
        for text in [proof, answer] {
            #expect(!cells.contains { text.contains($0) })
            #expect(!text.contains("@") && !text.contains("Amt") && !text.contains("(\(getuid()))"))
        }
        let ids = try await office.rows(of: plan).messageIDs
        #expect(ids.count == 5 && !ids.contains { proof.contains($0) || answer.contains($0) })
        // What a mailbox provider could find its mails by, or narrow down what they say.
        for word in ["octets", "queue_id", "began_at", "replied_at", #"\"data\""#, "salt"] {
            #expect(!proof.contains(word), "\(word)")
        }
    }

    @Test func `one connection has one event, which its verdicts name`() async throws {
        let (office, plan) = try await sent()
        let script = """
            import json, sys
            events = json.load(open(sys.argv[1]))["proof"]["events"]
            sessions = [str(e["sequence"]) for e in events if e["kind"] == "session"]
            verdicts = [json.loads(e["detail"]) for e in events if e["kind"] == "verdict"]
            print(len(sessions), len(verdicts), {v["session"] for v in verdicts} == set(sessions))
            """
        let told = try await Program.run("python3", ["-c", script, office.path("proof.json")])
        #expect(told.hasSuffix(" 5 True\n") && told != "0 5 True\n")
        let text = try await office.run("verify --proof proof.json").exited(0).output
        #expect(text.contains("Relay 127.0.0.1:") && plan.messages == 5)
    }

    @Test func `a person is answered by the whole Message-ID, with or without the campaign`()
        async throws
    {
        let (office, plan) = try await sent()
        let ids = try await office.rows(of: plan).messageIDs.sorted()
        for arguments in [
            ["proof", "--message", "<\(ids[0])@kreis.example>"],
            ["proof", plan.campaign, "--message", ids[0]],
        ] {
            let answer = try await office.run(arguments).exited(0).output
            #expect(answer.contains("as leaf ") && answer.contains("1 recipient"))
            #expect(answer.contains("Its state: accepted"))
        }
        try await office.run("proof --message \(ids[0]) --output answer.json").exited(0)
        try await office.run("verify --proof answer.json").exited(0)
        try await office.run("proof --message 0123").exited(64)
        try await office.run(["proof", "2000-01-01-1", "--message", ids[0]]).exited(64)
    }

    @Test func `a proof is for its owner alone and never written over`() async throws {
        let (office, plan) = try await sent()
        #expect(try office.folder.mode(of: "proof.json") == 0o600)
        let before = try office.folder.bytes(of: "proof.json")
        let again = try await office.run("proof \(plan.campaign) --output proof.json").exited(64)
        #expect(again.errors.contains("is there already"))
        try await Program.run("ln", ["-s", "nowhere", office.path("link.json")])
        try await office.run("proof \(plan.campaign) --output link.json").exited(64)
        try await office.run("proof \(plan.campaign) --output no/folder.json").exited(64)
        #expect(try office.folder.bytes(of: "proof.json") == before)
        #expect(!(try office.folder.names.contains { $0.hasSuffix(".new") }))
    }

    @Test func `a campaign that is not finished is proven as it stands`() async throws {
        let office = try Operator()
        let plan = try await office.plan(SmallSchedule(people: 3))
        for state in ["planned", "approved"] {
            if state == "approved" { try await office.approve(plan) }
            let file = "\(state).json"
            let ending = try await office.run(
                "proof \(plan.campaign) --output \(file) --format json"
            )
            let result: ProofResult = try ending.exited(0).json()
            #expect(result.state == state && result.transactions == 0)
            #expect(try await oracle(office.path(file)) == 0)
        }
    }

    @Test func `no proof is given of a campaign that fails a check`() async throws {
        let (office, plan) = try await sent()
        let file = office.path("state/journal.sqlite")
        try await Outside.change(file, "UPDATE approval SET name = 'Somebody else'")
        let ending = try await office.run("proof \(plan.campaign) --output second.json").exited(3)
        #expect(ending.errors.contains("the approval of event"))
        #expect(!(try office.folder.names.contains("second.json")))
    }

    @Test(arguments: ["termine.csv", "einzelpost.toml", "nothing.json", "."])
    func `another file is no proof`(name: String) async throws {
        let office = try Operator()
        try office.write(SmallSchedule(people: 1).text, to: "termine.csv")
        let ending = try await office.run("verify --proof \(name)").exited(65)
        #expect(ending.output == "")
    }

    @Test(arguments: [
        "verify", "verify 2021-03-15-1 --proof proof.json", "verify 2021-03-15-1 --key 00",
        "verify --proof proof.json --key 00", "proof", "proof 2021-03-15-1", "proof --output x",
    ])
    func `a command that says too little or too much is wrong usage`(line: String) async throws {
        try await Operator().run(line).exited(64)
    }

    @Test func `the key is made once, and refused when others could read it`() async throws {
        let (office, plan) = try await sent()
        let key = try office.folder.bytes(of: "state/signing-key")
        try await office.run("proof \(plan.campaign) --output second.json").exited(0)
        #expect(try office.folder.bytes(of: "state/signing-key") == key)
        #expect(try office.folder.mode(of: "state/signing-key") == 0o600)
        let first: ProofResult = try await verified(office, "proof.json")
        let second: ProofResult = try await verified(office, "second.json")
        #expect(first.public_key == second.public_key)
        try office.chmod(0o640, "state/signing-key")
        try await office.run("proof \(plan.campaign) --output third.json").exited(73)
        try office.write("broken\n", to: "state/signing-key")
        try await office.run("proof \(plan.campaign) --output third.json").exited(73)
        try await Program.run("rm", [office.path("state/signing-key")])
        let renewed = try await office.run("proof \(plan.campaign) --output third.json").exited(0)
        #expect(renewed.errors.contains("A key for signing was made"))
        let third: ProofResult = try await verified(office, "third.json")
        #expect(third.public_key != first.public_key)
        let hidden = String(decoding: key.dropLast(), as: UTF8.self)
        #expect(!renewed.errors.contains(hidden) && !renewed.output.contains(hidden))
    }

    @Test func `personal data that has gone without a word is seen`() async throws {
        let (office, plan) = try await sent()
        let file = office.path("state/journal.sqlite")
        try await Outside.change(file, "DELETE FROM contact WHERE row = 4")
        let failures = try await office.verify(plan).failures
        let gone = "row 4: its salt is gone, and no event says it was erased"
        #expect(failures.contains(gone), "\(failures)")
        try await office.run("proof \(plan.campaign) --output erased.json").exited(3)
    }

    @Test func `one person can be erased, and the rest stays provable`() async throws {
        let (office, plan) = try await sent()
        let file = office.path("state/journal.sqlite")
        let rows = try await office.rows(of: plan).rows
        let erased = try #require(rows.first { $0.row == 4 }?.message)
        let other = try #require(rows.first { $0.row == 5 }?.message)
        let address = try await Outside.ask(
            file,
            "SELECT contact(campaign, row, sealed, 'address') FROM contact WHERE row = 4"
        )
        let gone = try await office.run(["person", "--erase"], input: address).exited(0)
        #expect(!gone.output.contains(address) && gone.errors.contains("erased just now"))
        let verified = try await office.verify(plan)
        #expect(verified.ok, "\(verified.failures)")
        try await office.run("proof \(plan.campaign) --output erased.json").exited(0)
        #expect(try await oracle(office.path("erased.json")) == 0)
        for (id, word) in [(erased, "has been erased"), (other, "It holds the salt")] {
            let ending = try await office.run("proof --message \(id) --output \(id).json").exited(0)
            #expect(ending.output.contains(word))
            #expect(try await oracle(office.path("\(id).json")) == 0)
        }
        // What is left of everybody else is still held against what was planned.
        try await Outside.change(file, Outside.setting("phone", ofRow: 5, to: "'1'"))
        let failures = try await office.verify(plan).failures
        #expect(failures == ["row 5: what is kept of it is not as planned"])
    }

    @Test func `after the personal data has gone, the rest still holds`() async throws {
        let (office, plan) = try await sent()
        let file = office.path("state/journal.sqlite")
        try await office.run("erase \(plan.campaign)").exited(0)
        let ending = try await office.run("verify \(plan.campaign)").exited(0)
        #expect(ending.output.contains("no message was written again"))
        try await office.run("proof \(plan.campaign) --output erased.json").exited(0)
        #expect(try await oracle(office.path("erased.json")) == 0)
        try await Outside.change(file, "UPDATE campaign SET erased_at = 1")
        try await office.run("verify \(plan.campaign)").exited(3)
    }

    private func verified(_ office: Operator, _ file: String) async throws -> ProofResult {
        try await office.run("verify --proof \(file) --format json").exited(0).json()
    }

    private func oracle(_ file: String) async throws -> Int32 {
        let process = try ChildProcess(
            "python3",
            [Checkout.oracle("check_proof.py"), file]
        )
        process.closeInput()
        return try await process.finish().status
    }

    private func expectOneSentenceOrMore(_ ending: ChildProcess.Ending) {
        #expect(ending.output.contains("failed: ") || ending.errors.contains("is no proof"))
    }
}

/// JSON of `check`, as far as it concerns proofs.
private struct CheckResult: Decodable {
    let signing_key: String
}

/// JSON of `verify --proof` and of `proof`.
private struct ProofResult: Decodable {
    let ok: Bool
    let campaign: String
    let state: String
    let messages: Int
    let transactions: Int
    let max_recipients_per_transaction: Int
    let foreign_values: Int
    let chain_head: String
    let public_key: String
    let failures: [String]
}
