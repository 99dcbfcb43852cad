import TestSupport
import Testing

/// A shell offers the office's own campaigns and templates.
struct CompletionTests {
    private let office: Operator

    init() throws { office = try Operator() }

    /// What the script of bash asks for.
    private func offered(_ asked: String, _ line: String) async throws -> String {
        let words = office.words(line)
        let ending = try await office.run(
            ["---completion", words[1], "--", asked, "\(words.count)", "0"] + words + [""],
            environment: ["SAP_SHELL": "bash"]
        ).exited(0)
        #expect(ending.errors == "")
        return ending.output
    }

    @Test func `campaigns are offered, the newest first, and nothing is made`() async throws {
        #expect(try await offered("positional@0", "einzelpost send") == "")
        #expect(office.stateFiles == [])
        let first = try await office.plan(SmallSchedule(people: 2))
        let second = try await office.plan(SmallSchedule(people: 3))
        let offered = try await offered("positional@0", "einzelpost send")
        #expect(
            offered.split(separator: "\n").map(String.init) == [second.campaign, first.campaign]
        )
        let elsewhere = try await self.offered("positional@0", "einzelpost send --state anders")
        #expect(elsewhere == "")
    }

    @Test func `templates are offered`() async throws {
        let offered = try await offered("--template", "einzelpost plan --template")
        #expect(offered.contains("termin-absage"))
    }

    @Test func `while another process sends, nobody waits`() async throws {
        let relay = try await HoldingRelay("--hold", "dot:1")
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 2))
        let sending = try office.start(["send", plan.campaign])
        try await relay.holding()
        let ending = try await office.run(
            ["---completion", "stop", "--", "positional@0", "2", "0", "einzelpost", "stop", ""],
            environment: ["SAP_SHELL": "bash"]
        ).exited(0)
        #expect(ending.errors == "")
        sending.signal(9)
        _ = try await sending.finish()
    }
}
