import Foundation
import TestSupport
import Testing

/// The program goes on with a campaign that an earlier one has begun.
@Suite(.serialized)
struct OldJournalTests {
    private let office: Operator

    init() throws {
        office = try Operator()
        try OldJournal.copyState(to: office.state)
        let folder = OldJournal.folder
        for name in ["einzelpost.toml", "proof.json", "message.json"] {
            let contents = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
            try office.write(Array(contents), to: name)
        }
        try FileManager.default.copyItem(
            atPath: folder + "/Templates",
            toPath: office.path("Templates")
        )
    }

    private func run(_ line: String) async throws -> ChildProcess.Ending {
        try await office.run("\(line) --templates Templates")
    }

    @Test func `it is migrated, resumed and verified, and nobody is told twice`() async throws {
        let campaign = OldJournal.interrupted
        // Two of its rows could not be read, and nobody has said what they are.
        let opened = try await run("status \(campaign) --format json").exited(1)
        #expect(opened.errors.contains("The journal was of version 4"))
        #expect(opened.errors.contains("2 not begun, 2 unknown"))
        #expect(opened.errors.contains("is gone, since it showed people in clear"))
        #expect(try office.folder.mode(of: "state/keys") == 0o600)
        let before: StatusResult = try opened.json()
        #expect(before.state == "paused" && before.messages == 29)

        let relay = try ScriptedRelay(at: OldJournal.relay)
        // Copied, so somebody must say that it was moved.
        try await run("resume \(campaign)").exited(3)
        let ending = try await run("resume \(campaign) --moved --format json").exited(1)
        relay.stop()
        let after: StatusResult = try ending.json()
        #expect(after.state == "paused")
        #expect(after.sums == ["accepted": 23, "refused": 2, "unknown": 3, "withdrawn": 1])
        #expect(relay.accepted.count == 9)
        #expect(relay.accepted.allSatisfy { $0.recipients.count == 1 })
        let told = relay.accepted.flatMap(\.recipients)
        #expect(Set(told).count == 9 && !told.contains("person.21@example.org"))

        for id in [OldJournal.finished, campaign] {
            let verified: VerifyResult = try await run("verify \(id) --format json").exited(0)
                .json()
            #expect(verified.ok)
            #expect(verified.messages == (id == campaign ? 29 : 3))
        }
        // Its events hold digests that could be tried out.
        for id in [OldJournal.finished, campaign] {
            let refused = try await run("proof \(id) --output new.json").exited(3)
            #expect(refused.errors.contains("was planned by an earlier version of this program"))
            #expect(!(try office.folder.names.contains("new.json")))
        }
        let rows: RowsResult = try await run("rows \(campaign) --format json").exited(0).json()
        let id = try #require(rows.messageIDs.min())
        try await run("proof --message \(id) --output new.json").exited(0)
        for proof in ["new.json", "proof.json", "message.json"] {
            try await run("verify --proof \(proof)").exited(0)
            try await Program.run(
                "python3",
                [Checkout.oracle("check_proof.py"), office.path(proof)]
            )
        }
    }

    @Test func `two people are still two`() async throws {
        let file = office.path("state/journal.sqlite")
        try await run("status").exited(1)
        // As if berta had planned what she approved; the chain knows better, so both are named.
        try await Outside.change(file, "UPDATE campaign SET planner_id = '1002'")
        let ending = try await run("resume \(OldJournal.interrupted) --moved").exited(3)
        #expect(ending.errors.contains("approval.people = 2"))
    }

    @Test func `what was told then is already-notified now`() async throws {
        try office.write(
            Array(try Data(contentsOf: URL(filePath: OldJournal.folder + "/termine.csv"))),
            to: "termine.csv"
        )
        let ending = try await run(
            "plan termine.csv --from 2097-03-18 --to 2097-03-19 --format json"
        ).exited(1)
        let plan: PlanResult = try ending.json()
        // 3 messages of the first campaign; of the second one 14 accepted ones and 3 unknown ones,
        // one of which tells two rows of this file.
        #expect(plan.classes["already-notified"] == 3 + 14 + 3 + 1)
    }
}
