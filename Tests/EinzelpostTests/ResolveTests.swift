import Glibc
import TestSupport
import Testing

/// A person rules on what a crash left open.
struct ResolveTests {
    private struct Scene {
        let relay: HoldingRelay
        let office: Operator
        let plan: PlanResult
        let unknown: String
    }

    /// A campaign of six in which the third message is unknown.
    private func killed() async throws -> Scene {
        let relay = try await HoldingRelay("--hold", "dot:3")
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 6))
        let sending = try office.start(["send", plan.campaign])
        try await relay.holding()
        sending.signal(SIGKILL)
        _ = try await sending.finish()
        try relay.letGo()
        try await office.resume().exited(1)
        let rows: RowsResult = try await office.run(
            "rows \(plan.campaign) --delivery unknown --format json"
        ).exited(0).json()
        let row = try #require(rows.rows.first)
        #expect(rows.rows.count == 1)
        #expect(row.state_reason?.contains("ended between the final dot") == true)
        return Scene(
            relay: relay,
            office: office,
            plan: plan,
            unknown: try #require(row.message)
        )
    }

    @Test func `accepted by a person's word, the campaign is finished`() async throws {
        let scene = try await killed()
        // As it stands in a relay's log.
        let id = "<\(scene.unknown)@kreis.example>"
        let status: StatusResult = try await scene.office.run(
            ["resolve", scene.plan.campaign, "--message", id, "--accepted", "--format", "json"]
        ).exited(0).json()
        #expect(status.state == "finished")
        #expect(status.sums == ["accepted": 6])
        #expect(try await scene.office.verify(scene.plan).ok)
        try await scene.office.resume().exited(64)
        #expect(try await scene.relay.taken().count == 5)
    }

    @Test func `a message is named by its row, and rows say what to look for`() async throws {
        let scene = try await killed()
        let campaign = scene.plan.campaign
        let rows = try await scene.office.run("rows \(campaign) --delivery unknown").exited(0)
        #expect(
            rows.output.contains("row 4,") && rows.output.contains("Message-ID \(scene.unknown)")
        )
        try await scene.office.run("resolve \(campaign) --row 4 --row 5 --accepted").exited(3)
        try await scene.office.run("resolve \(campaign) --row 99 --accepted").exited(64)
        try await scene.office.run("resolve \(campaign) --row 4 --accepted").exited(0)
        #expect(try await scene.office.status(of: scene.plan).sums == ["accepted": 6])
    }

    @Test func `all that are unknown are settled with one word, and only they`() async throws {
        let scene = try await killed()
        let campaign = scene.plan.campaign
        for wrong in [
            "--all-unknown", "--all-unknown --row 4 --accepted", "--all-unknown --from-log log",
        ] {
            try await scene.office.run("resolve \(campaign) \(wrong)").exited(64)
        }
        try await scene.office.run("resolve \(campaign) --all-unknown --resend").exited(0)
        #expect(
            try await scene.office.status(of: scene.plan).sums == ["accepted": 5, "planned": 1]
        )
        try await scene.office.resume().exited(0)
        #expect(try await scene.relay.taken().count == 6)
        let none = try await scene.office.run("resolve \(campaign) --all-unknown --accepted")
        #expect(none.exited(64).errors.contains("no delivery"))
    }

    @Test func `sent again by a person's word, it goes once with the next resume`() async throws {
        let scene = try await killed()
        // As git names a commit.
        try await scene.office.run(
            ["resolve", scene.plan.campaign, "--message", "\(scene.unknown.prefix(8))", "--resend"]
        ).exited(0)
        let status: StatusResult = try await scene.office.resume().exited(0).json()
        #expect(status.sums == ["accepted": 6])
        #expect(try await Set(scene.relay.takenIDs()).count == 6)
        #expect(try await scene.office.verify(scene.plan).ok)
    }

    @Test func `what is not unknown cannot be ruled on`() async throws {
        let scene = try await killed()
        let rows = try await scene.office.rows(of: scene.plan)
        let accepted = try #require(rows.rows.first { $0.state == "accepted" }?.message)
        let campaign = scene.plan.campaign
        for wrong in [accepted, "0123456789abcdef0123456789abcdef"] {
            try await scene.office.run(
                ["resolve", campaign, "--message", scene.unknown, wrong, "--resend"]
            ).exited(3)
        }
        try await scene.office.run(["resolve", campaign, "--message", scene.unknown]).exited(64)
        #expect(try await scene.office.status(of: scene.plan).count("unknown") == 1)
    }
}
