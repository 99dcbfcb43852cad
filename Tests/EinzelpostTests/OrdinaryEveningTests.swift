import Glibc
import Synchronization
import TestSupport
import Testing

/// Relays as people have reported them, with the built program, over real connections and with its
/// real waiting: nobody is forgotten or blamed, and nobody has to help.
///
/// `OrdinaryRelayTests` try the same with a clock of their own, and longer.
struct OrdinaryEveningTests {
    /// Something that is mended while a test runs.
    private final class Fault: Sendable {
        private let state = Mutex(true)

        var isThere: Bool { state.withLock { $0 } }

        func mend() { state.withLock { $0 = false } }
    }

    /// A relay's limit: so many within a window of so many seconds.
    private final class Limit: Sendable {
        private let granted = Mutex<[Int: Int]>([:])
        private let count: Int
        private let seconds: Int
        private let start = ContinuousClock.now

        init(_ count: Int, in seconds: Int) {
            self.count = count
            self.seconds = seconds
        }

        /// Whether the next one is over it.
        func isReached() -> Bool {
            let window = Int((ContinuousClock.now - start).components.seconds) / seconds
            return granted.withLock { granted in
                granted[window, default: 0] += 1
                return granted[window, default: 0] > count
            }
        }
    }

    private func office(
        _ relay: ScriptedRelay,
        people: Int,
        connections: Int = 1
    ) async throws -> (office: Operator, plan: PlanResult) {
        let office = try Operator(Configuration(port: relay.port, connections: connections))
        return (office, try await office.ready(SmallSchedule(people: people)))
    }

    /// Long waits keep no other test from running a command.
    private func send(_ plan: PlanResult, _ office: Operator) async throws -> ChildProcess.Ending {
        try await office.start(["send", plan.campaign, "--format", "json"]).finish()
    }

    private func addresses(_ people: ClosedRange<Int>) -> [String] {
        people.map(SmallSchedule.address)
    }

    @Test func `a relay that takes ten messages a connection is asked on a new one`() async throws {
        let full = "452 4.4.5 too many messages on this connection"
        let relay = try ScriptedRelay(
            RelayScript(.at(.data, when: { $0.numberOnConnection > 10 }, .answer(full)))
        )
        defer { relay.stop() }
        let (office, plan) = try await office(relay, people: 25)
        let status: StatusResult = try await send(plan, office).exited(0).json()
        #expect(status.sums == ["accepted": 25])
        #expect(relay.commands.count { $0.hasPrefix("DATA") } <= 25 + 3 * 3)
        #expect(relay.connections >= 3)
    }

    @Test(arguments: [RelayScript.Moment.rcpt, .mail])
    func `a relay that limits the rate is followed, and it is said why sending waits`(
        moment: RelayScript.Moment
    ) async throws {
        let limit = Limit(10, in: 6)
        let relay = try ScriptedRelay(
            RelayScript(.at(moment, when: { _ in limit.isReached() }, .answer("450 4.7.1 slow")))
        )
        defer { relay.stop() }
        let (office, plan) = try await office(relay, people: 60)
        let ending = try await send(plan, office).exited(0)
        #expect(try ending.json(StatusResult.self).sums == ["accepted": 60])
        #expect(ending.errors.contains("450 4.7.1"), "\(ending.errors)")
        #expect(relay.commands.count { $0.hasPrefix("RCPT") } <= 2 * 60)
    }

    @Test func `a short host name is the sender's fault, and everybody is told once it is mended`()
        async throws
    {
        let needed = "504 5.5.2 <termine>: Helo command rejected: need fully-qualified hostname"
        let fault = Fault()
        let relay = try ScriptedRelay(
            RelayScript(.at(.rcpt, when: { _ in fault.isThere }, .answer(needed)))
        )
        defer { relay.stop() }
        let configuration = Configuration(port: relay.port).with { $0.helo = "termine" }
        let office = try Operator(configuration)
        let plan = try await office.ready(SmallSchedule(people: 12))
        let check = try await office.run("check").exited(69)
        #expect(check.output.contains("504"), "\(check.output)")
        for _ in 0..<3 {
            let command = try await office.status(of: plan).state == "approved" ? "send" : "resume"
            let ending = try await office.run("\(command) \(plan.campaign)").exited(2)
            #expect(ending.errors.contains("504 5.5.2"), "\(ending.errors)")
        }
        #expect(try await office.status(of: plan).count("refused") == 0)
        fault.mend()
        let status: StatusResult = try await office.resume().exited(0).json()
        #expect(status.sums == ["accepted": 12])
    }

    @Test(
        arguments: LongRun.all(
            of: [
                "550 5.4.5 Daily sending quota exceeded",
                "550 5.7.60 not permitted to send as this sender",
                "554 5.7.1 Relay access denied", "552 5.7.0 too much",
            ],
            sample: ["550 5.4.5 Daily sending quota exceeded"]
        )
    )
    func `refused from the thirteenth on, it stops, blames nobody, and goes on once mended`(
        reply: String
    ) async throws {
        let fault = Fault()
        let relay = try ScriptedRelay(
            RelayScript(.at(.rcpt, when: { fault.isThere && $0.number > 12 }, .answer(reply)))
        )
        defer { relay.stop() }
        let (office, plan) = try await office(relay, people: 45)
        let paused: StatusResult = try await send(plan, office).exited(2).json()
        #expect(paused.count("accepted") == 12 && paused.count("refused") == 0, "\(paused.sums)")
        #expect(paused.stopped_because?.contains(reply.prefix(8)) == true)
        for _ in 0..<3 { try await office.resume().exited(2) }
        #expect(try await office.status(of: plan).count("refused") == 0)
        #expect(relay.commands.count { $0.hasPrefix("RCPT") } <= 12 + 4 * 5)
        fault.mend()
        let status: StatusResult = try await office.resume().exited(0).json()
        #expect(status.sums == ["accepted": 45])
    }

    @Test(
        arguments: LongRun.all(
            of: [RelayScript.Step.close, .reset, .answer("421 4.3.2 not now")],
            sample: [.answer("421 4.3.2 not now")]
        ),
        LongRun.all(of: [1, 4], sample: [4])
    )
    func `recipients a relay hangs up on hold up nobody, and are named`(
        step: RelayScript.Step,
        connections: Int
    ) async throws {
        let bad = addresses(1...8)
        let relay = try ScriptedRelay(
            RelayScript(.at(.rcpt, when: { rcpt in bad.contains { rcpt.line.contains($0) } }, step))
        )
        defer { relay.stop() }
        let (office, plan) = try await office(relay, people: 60, connections: connections)
        let sending = try office.start(["send", plan.campaign, "--format", "json"])
        try await sending.errors.wait { $0.contains { $0.contains("52 accepted") } }
        sending.signal(SIGINT)
        let status: StatusResult = try await sending.finish().exited(2).json()
        #expect(status.count("accepted") == 52 && status.count("refused") == 0, "\(status.sums)")
        #expect(relay.transactions.count == 52)
    }

    @Test(arguments: ["500 5.5.2 bad", "503 5.5.1 no", "530 5.7.0 log in first"])
    func `what is wrong with one recipient's session is that one's, and the others go`(
        reply: String
    ) async throws {
        let one = SmallSchedule.address(1)
        let relay = try ScriptedRelay(
            RelayScript(.at(.rcpt, containing: one, .answer(reply)))
        )
        defer { relay.stop() }
        let office = try Operator(Configuration(port: relay.port))
        // An hour and some seconds before the first appointment: no time for a second attempt.
        let present = "--as-of \(SmallSchedule.day)T09:09"
        let plan = try await office.plan(
            SmallSchedule(people: 12),
            "\(SmallSchedule.days) \(present)"
        )
        try await office.approve(plan)
        let status: StatusResult = try await office.run(
            "send \(plan.campaign) --format json \(present)"
        ).exited(1).json()
        #expect(status.sums == ["accepted": 11, "expired": 1])
    }

    @Test func `whose appointment passes while sending is interrupted is never told, but listed`()
        async throws
    {
        let relay = try await HoldingRelay("--hold", "mail:1")
        let office = try Operator(Configuration(port: relay.port))
        // A minute before the first appointment.
        let present = "--as-of \(SmallSchedule.day)T10:09"
        let plan = try await office.plan(
            SmallSchedule(people: 5),
            "\(SmallSchedule.days) \(present)"
        )
        try await office.approve(plan)
        let sending = try office.start(["send", plan.campaign] + office.words(present))
        try await relay.holding()
        sending.signal(SIGKILL)
        _ = try await sending.finish()
        try relay.letGo()
        try await Task.sleep(for: .seconds(61))
        let status: StatusResult = try await office.run(
            "resume \(plan.campaign) --format json \(present)"
        ).exited(1).json()
        #expect(status.sums == ["accepted": 4, "expired": 1])
        let list = try await office.run("lists \(plan.campaign) --output liste.csv").exited(0)
        #expect(list.output.contains("1  by phone"), "\(list.output)")
    }

    @Test func `a relay that dies in mid-campaign is waited for, and nobody has to help`()
        async throws
    {
        let relay = try ScriptedRelay(RelayScript(.at(.dot, number: 5, .reset)))
        let (office, plan) = try await office(relay, people: 12)
        let sending = try office.start(["send", plan.campaign, "--format", "json"])
        try await sending.errors.wait { $0.contains { $0.contains("4 accepted") } }
        relay.stop()
        try await Task.sleep(for: .seconds(5))
        let back = try ScriptedRelay(at: Loopback.Place(port: relay.port))
        defer { back.stop() }
        let status: StatusResult = try await sending.finish().json()
        #expect(status.count("accepted") + status.count("unknown") == 12, "\(status.sums)")
        #expect(status.count("unknown") <= 1)
    }

    @Test func `a sporadic 503 or 421 is renewed by itself`() async throws {
        let relay = try ScriptedRelay(
            RelayScript(
                .at(.rcpt, number: 3, .answer("503 5.5.1 out of order")),
                .at(.mail, number: 9, .answer("421 4.3.2 restarting"), .close)
            )
        )
        defer { relay.stop() }
        let (office, plan) = try await office(relay, people: 15)
        let status: StatusResult = try await send(plan, office).exited(0).json()
        #expect(status.sums == ["accepted": 15])
    }

    @Test(arguments: [["SIZE 10485760"], ["PIPELINING", "SIZE 10485760"]])
    func `a reply nobody asked for is nobody's verdict`(capabilities: [String]) async throws {
        let stray = "250 2.1.0 Ok\r\n550 5.1.1 of an earlier message"
        var script = RelayScript(.at(.mail, number: 4, .answer(stray)))
        script.capabilities = capabilities
        let relay = try ScriptedRelay(script)
        defer { relay.stop() }
        let (office, plan) = try await office(relay, people: 8)
        let status: StatusResult = try await send(plan, office).json()
        #expect(status.count("refused") == 0, "\(status.sums)")
        #expect(status.count("accepted") + status.count("unknown") == 8, "\(status.sums)")
        #expect(status.count("unknown") <= 1)
        #expect(relay.accepted.count <= 8)
    }

    @Test(arguments: ["421 4.3.2 closing", "554 5.7.1 no", "452 4.3.1 full"])
    func `a no in mid-body to a message that is taken all the same goes to nobody twice`(
        reply: String
    ) async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.body, number: 3, .answer(reply))))
        defer { relay.stop() }
        let (office, plan) = try await office(relay, people: 6)
        let status: StatusResult = try await send(plan, office).exited(1).json()
        #expect(status.sums == ["accepted": 5, "unknown": 1])
        let messages = relay.accepted.map(\.recipients)
        #expect(Set(messages).count == messages.count)
    }

    @Test func `when the last open rows are withdrawn, the campaign is finished`() async throws {
        // Without PIPELINING the fifth MAIL comes when the verdict on the fourth message is on disk.
        let relay = try await HoldingRelay("--hold", "mail:5", "--without", "PIPELINING")
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 6))
        let sending = try office.start(["send", plan.campaign])
        try await relay.holding()
        sending.signal(SIGKILL)
        _ = try await sending.finish()
        try await office.run("withdraw \(plan.campaign) --row 6 --row 7").exited(0)
        let status = try await office.status(of: plan)
        #expect(status.state == "finished")
        #expect(status.sums == ["accepted": 4, "withdrawn": 2])
    }

    @Test(arguments: ["-7200", "7200"])
    func `a clock that is set while sending, and back before resuming, holds up nobody`(
        jump: String
    ) async throws {
        let relay = try await HoldingRelay()
        let configuration = Configuration(port: relay.port).with { $0.pace = "per_minute = 60" }
        let office = try Operator(configuration)
        let plan = try await office.ready(SmallSchedule(people: 12))
        let library = office.path("set_clock.so")
        let source = Checkout.oracle("set_clock.c")
        let options = ["-shared", "-fPIC", "-O1", "-o", library, source]
        try await ChildProcess("clang", options).finish().exited(0)
        try office.write("0", to: "clock")
        let clock = ["LD_PRELOAD": library, "SET_CLOCK": office.path("clock")]
        let began = ContinuousClock.now
        let sending = try office.start(["send", plan.campaign], environment: clock)
        try await relay.accepted(atLeast: 3)
        try office.write(jump, to: "clock")
        try await relay.accepted(atLeast: 6)
        sending.signal(SIGINT)
        let paused = try await sending.finish().exited(2)
        #expect(paused.errors.contains("clock"), "\(paused.errors)")
        try office.write("0", to: "clock")
        let resuming = try office.start(["resume"], environment: clock)
        _ = try await resuming.finish().exited(0)
        #expect(try await relay.taken().count == 12)
        #expect(ContinuousClock.now - began < .seconds(60))
    }

    @Test func `too few threads are said before anything is done`() async throws {
        let office = try Operator(Configuration(connections: 4))
        let plan = try await office.ready(SmallSchedule(people: 4))
        let limited = ["--nproc=1", Checkout.program, "send", plan.campaign]
        // The limit counts for nobody who may do everything.
        let words =
            getuid() == 0 ? ["--reuid=65533", "--clear-groups", "prlimit"] + limited : limited
        if getuid() == 0 {
            _ = try await ChildProcess("chown", ["-R", "65533", office.folder.path]).finish()
        }
        let ending = try await ChildProcess(
            getuid() == 0 ? "setpriv" : "prlimit",
            words,
            environment: office.environment,
            in: office.folder.path
        ).finish().exited(71)
        #expect(ending.errors.contains("ulimit -u"), "\(ending.errors)")
    }
}
