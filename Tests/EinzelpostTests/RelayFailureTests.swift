import Foundation
import TestSupport
import Testing

/// Relays that cannot be reached, or that refuse what must not be left out.
struct RelayFailureTests {
    /// An operator with an approved campaign of four for this configuration.
    private func office(
        _ configuration: Configuration
    ) async throws -> (office: Operator, plan: PlanResult) {
        let office = try Operator(configuration)
        return (office, try await office.ready(SmallSchedule(people: 4)))
    }

    @Test func `when nothing listens, sending stops with 69 and can be resumed`() async throws {
        let port = try Loopback.freePort()
        let (office, plan) = try await office(Configuration(port: port, connections: 4))
        let ending = try await office.send(plan)
        let status: StatusResult = try ending.exited(69).json()
        #expect(status.state == "paused")
        #expect(status.sums == ["planned": 4])
        #expect(status.stopped_because?.contains("127.0.0.1:\(port)") == true)
        #expect(ending.errors.contains("cannot be reached"))
        try await office.run("check").exited(69)
    }

    @Test func `a relay that is away is waited for, and status says so meanwhile`() async throws {
        let port = try Loopback.freePort()
        let (office, plan) = try await office(Configuration(port: port))
        let sending = try office.start(["send", plan.campaign, "--wait", "--format", "json"])
        var line = ""
        for _ in 0..<100 where !line.contains("relay away") {
            try await Task.sleep(for: .milliseconds(100))
            line = try await office.run("status").output
        }
        #expect(line.contains("relay away, asked again at 20"))
        let relay = try ScriptedRelay(at: Loopback.Place(port: port))
        defer { relay.stop() }
        let status: StatusResult = try await sending.finish().exited(0).json()
        #expect(status.sums == ["accepted": 4])
    }

    @Test func `a relay that takes smaller messages is told nobody, and nobody is blamed`()
        async throws
    {
        let relay = try ScriptedRelay(RelayScript().offering("PIPELINING", "SIZE 2048"))
        defer { relay.stop() }
        let (office, plan) = try await office(Configuration(port: relay.port))
        let ending = try await office.send(plan).exited(2)
        #expect(
            ending.errors.contains("takes messages of 2048 octets at most, and the one for row 2")
        )
        #expect(!relay.commands.contains { $0.hasPrefix("MAIL") })
        #expect(try await office.status(of: plan).sums == ["planned": 4])
    }

    @Test func `too few open files are said before anything is done`() async throws {
        let (office, plan) = try await office(Configuration())
        let ending = try await ChildProcess(
            "prlimit",
            ["--nofile=10", Checkout.program, "send", plan.campaign],
            environment: office.environment,
            in: office.folder.path
        ).finish().exited(71)
        #expect(ending.errors.contains("ulimit -n"))
        #expect(try await office.status(of: plan).sums == ["planned": 4])
    }

    @Test func `a relay without STARTTLS is told no sender`() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let configuration = Configuration(port: relay.port).with { $0.security = "tls" }
        let (office, plan) = try await office(configuration)
        let ending = try await office.send(plan).exited(69)
        #expect(ending.errors.contains("STARTTLS"))
        try await office.run("check").exited(69)
        #expect(relay.connections >= 2)
        #expect(!relay.commands.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("AUTH") })
        #expect(try await office.status(of: plan).sums == ["planned": 4])
    }

    @Test(arguments: ["554 5.7.1 no", "421 4.3.2 busy"])
    func `a relay that refuses the session is at fault`(greeting: String) async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.greeting, .answer(greeting))))
        defer { relay.stop() }
        let (office, plan) = try await office(Configuration(port: relay.port))
        let ending = try await office.send(plan).exited(69)
        #expect(ending.errors.contains("127.0.0.1:\(relay.port)"))
        #expect(try await office.status(of: plan).sums == ["planned": 4])
    }

    @Test func `a relay that is no mail server is at fault`() async throws {
        let relay = try ScriptedRelay(
            RelayScript(.at(.greeting, .raw("HTTP/1.1 400 Bad Request\r\n\r\n"), .close))
        )
        defer { relay.stop() }
        let (office, plan) = try await office(Configuration(port: relay.port))
        try await office.send(plan).exited(69)
        #expect(relay.commands.isEmpty)
    }

    @Test func `a refused login is told once, and nothing is sent`() async throws {
        let relay = try await EncryptedRelay("--auth", "535")
        let (office, plan) = try await office(relay.configuration(login: true))
        let ending = try await office.run(
            ["send", plan.campaign],
            environment: ["EINZELPOST_TEST_KENNWORT": "kanarienvogel"]
        ).exited(69)
        #expect(ending.errors.contains("did not accept the login"))
        #expect(!(ending.errors + ending.output).contains("kanarienvogel"))
        let told = try await relay.finish()
        #expect(told.count { $0.contains("AUTH") } == 1)
        #expect(!told.contains { $0.contains("MAIL FROM") })
        #expect(try await office.status(of: plan).sums == ["planned": 4])
    }

    @Test func `a login that is not offered stops before the sender`() async throws {
        let relay = try await EncryptedRelay("--without-auth")
        let (office, plan) = try await office(relay.configuration(login: true))
        let ending = try await office.run(
            ["send", plan.campaign],
            environment: ["EINZELPOST_TEST_KENNWORT": "kanarienvogel"]
        ).exited(69)
        #expect(ending.errors.contains("offers no login"))
        #expect(!(try await relay.finish()).contains { $0.contains("MAIL FROM") })
    }

    @Test func `a certificate of nobody's is refused`() async throws {
        let relay = try await EncryptedRelay()
        let configuration = relay.configuration(login: false).with { $0.login = "" }
        let (office, plan) = try await office(configuration)
        let ending = try await office.send(plan).exited(69)
        #expect(ending.errors.contains("The certificate of"))
        #expect(!(try await relay.finish()).contains { $0.contains("MAIL FROM") })
    }

    @Test func `through an encrypted relay with a login everything goes`() async throws {
        let relay = try await EncryptedRelay()
        let (office, plan) = try await office(relay.configuration(login: true))
        let ending = try await office.run(
            ["send", plan.campaign, "--format", "json"],
            environment: ["EINZELPOST_TEST_KENNWORT": "kanarienvogel"]
        )
        let status: StatusResult = try ending.exited(0).json()
        #expect(status.sums == ["accepted": 4])
        let told = try await relay.finish()
        #expect(told.count { $0.hasPrefix("message ") } == 4)
        #expect(!told.contains { $0.hasPrefix("clear MAIL") || $0.hasPrefix("clear AUTH") })
    }

    @Test func `a sender the relay does not want stops the campaign, and nobody is lost`()
        async throws
    {
        let relay = try ScriptedRelay(RelayScript(.at(.mail, .answer("553 5.7.1 not yours"))))
        defer { relay.stop() }
        let (office, plan) = try await office(Configuration(port: relay.port))
        let check = try await office.run("check").exited(69)
        #expect(check.output.contains("sender.envelope_from"))
        let ending = try await office.send(plan)
        let status: StatusResult = try ending.exited(2).json()
        #expect(status.state == "paused")
        #expect(status.count("planned") + status.count("deferred") == 4, "\(status.sums)")
        #expect(relay.transactions.isEmpty)
    }

    @Test func `too many refusals stop the campaign`() async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.rcpt, .answer("550 5.1.1 unknown"))))
        defer { relay.stop() }
        let configuration = Configuration(port: relay.port).with {
            $0.caution = "first = 10\npause_seconds = 0\nstop_at_refused_percent = 10"
        }
        let office = try Operator(configuration)
        let plan = try await office.ready(SmallSchedule(people: 40))
        let status: StatusResult = try await office.send(plan).exited(2).json()
        #expect(status.state == "paused")
        #expect(status.count("refused") < 20, "\(status.sums)")
        #expect(status.count("planned") + status.count("refused") == 40, "\(status.sums)")
    }

    @Test(arguments: [
        "550 5.7.1 relay access denied", "504 5.5.2 need a fully qualified host name", "554 no",
    ])
    func `what everybody is refused for is booked on nobody`(reply: String) async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.rcpt, .answer(reply))))
        defer { relay.stop() }
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 12))
        try await office.run("check").exited(69)
        let status: StatusResult = try await office.send(plan).exited(2).json()
        #expect(status.state == "paused")
        #expect(status.stopped_because?.contains("3 different recipients") == true)
        #expect(status.count("planned") + status.count("deferred") == 12, "\(status.sums)")
        #expect(relay.commands.count { $0.hasPrefix("RCPT") } <= 5)
    }

    @Test func `with nobody else to compare, the relay is asked about the sender's own address`()
        async throws
    {
        let relay = try ScriptedRelay(RelayScript(.at(.rcpt, number: 1, .answer("550 no"))))
        defer { relay.stop() }
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 1))
        let status: StatusResult = try await office.send(plan).exited(1).json()
        #expect(status.sums == ["refused": 1])
        #expect(relay.commands.count { $0.hasPrefix("RCPT") } == 2)
        #expect(relay.transactions.isEmpty)
    }

    @Test func `a relay that lost the reply leaves one unknown`() async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.dot, number: 2, .close)))
        defer { relay.stop() }
        let (office, plan) = try await office(Configuration(port: relay.port))
        let status: StatusResult = try await office.send(plan).exited(1).json()
        #expect(status.sums == ["accepted": 3, "unknown": 1])
        #expect(relay.transactions.count == 4)
    }
}
