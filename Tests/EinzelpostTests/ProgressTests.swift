import TestSupport
import Testing

/// What is shown while messages go out.
struct ProgressTests {
    private let office: Operator
    private let relay: HoldingRelay

    init() async throws {
        relay = try await HoldingRelay()
        office = try Operator(Configuration(port: relay.port, connections: 2))
    }

    @Test func `without a terminal there are plain lines, and the result stands alone`()
        async throws
    {
        let plan = try await office.ready(SmallSchedule(people: 40))
        let ending = try await office.send(plan)
        let status: StatusResult = try ending.exited(0).json()
        #expect(status.sums == ["accepted": 40])
        #expect(!(ending.errors + ending.output).contains { $0 == "\r" || $0 == "\u{1B}" })
        let lines = ending.errors.split(separator: "\n")
        #expect(lines.first?.contains("40 of 40 messages") == true)
        #expect((3...15).contains(lines.count), "\(ending.errors)")
        #expect(lines.last?.hasPrefix("40/40, 40 accepted") == true, "\(ending.errors)")
    }

    @Test func `on a terminal there is a bar, and it is gone at the end`() async throws {
        let plan = try await office.ready(SmallSchedule(people: 40))
        let ending = try await Pseudoterminal.run(
            [Checkout.program, "send", plan.campaign],
            in: office.folder.path
        )
        ending.exited(0)
        #expect(ending.output.contains("\r\u{1B}[K["))
        #expect(ending.output.contains("\r\u{1B}[K40/40, 40 accepted"), "\(ending.output)")
        #expect(ending.output.contains("40  accepted by the relay"))
    }

    @Test(arguments: [40, 80, 120])
    func `progress stays in its line, however narrow the terminal is`(columns: Int) async throws {
        // One hangs up behind the final dot: what became of that message is unknown.
        let relay = try ScriptedRelay(
            RelayScript(.at(.dot, containing: "person.100002@example.org", .close))
        )
        defer { relay.stop() }
        let office = try Operator(Configuration(port: relay.port, connections: 2))
        let plan = try await office.ready(SmallSchedule(people: 1_200))
        let ending = try await Pseudoterminal.run(
            [Checkout.program, "send", plan.campaign],
            columns: columns,
            in: office.folder.path
        )
        ending.exited(1)
        let shown = ending.output.split(separator: "\r\u{1B}[K").dropFirst()
        #expect(shown.count > 3)
        // Behind the last one stands the result.
        let lines = shown.map { $0.prefix { !$0.isNewline } }
        #expect(lines.allSatisfy { $0.count < columns }, "\(lines)")
        #expect(lines.dropLast().elementsEqual(shown.dropLast()))
        #expect(lines.last?.contains("1200/1200, 1 unknown, 1199 accepted") == true, "\(lines)")
    }

    @Test func `a terminal that cannot go back gets plain lines`() async throws {
        let plan = try await office.ready(SmallSchedule(people: 3))
        let ending = try await Pseudoterminal.run(
            ["/usr/bin/env", "TERM=dumb", Checkout.program, "send", plan.campaign],
            in: office.folder.path
        )
        ending.exited(0)
        #expect(!ending.output.contains("\u{1B}"))
    }

    /// It said “0 accepted” for as long as the relay made it wait.
    @Test func `while sending waits, another process is told what was accepted`() async throws {
        let relay = try ScriptedRelay(
            RelayScript(
                .at(.dot, containing: "person.100002@example.org", .answer("451 4.7.1 later"))
            )
        )
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 3))
        let sending = try office.start(["send", plan.campaign])
        try await sending.errors.wait { $0.contains { $0.contains("2 accepted") } }
        var status = try await office.status(of: plan)
        for _ in 0..<40 where status.count("accepted") < 2 {
            try await Task.sleep(for: .milliseconds(100))
            status = try await office.status(of: plan)
        }
        #expect(status.state == "sending" && status.count("accepted") == 2, "\(status)")
        sending.signal(15)
        _ = try await sending.finish()
    }

    @Test func `the result as text names its sums`() async throws {
        let plan = try await office.ready(SmallSchedule(people: 3))
        let ending = try await office.run("send \(plan.campaign)").exited(0)
        let lines = ending.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first == "\(plan.campaign): finished, 3 messages")
        #expect(lines.last == "       3  accepted by the relay")
    }
}
