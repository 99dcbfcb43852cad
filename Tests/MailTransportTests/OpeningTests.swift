import MailCore
import MailTransport
import TestSupport
import Testing

/// What `open` reports of a relay in clear text, or why there is no connection.
struct OpeningTests {
    private func failure(
        opening settings: Relay,
        timeouts: RelayTimeouts = patient
    ) async -> RelayError? {
        let connection = RelayConnection(to: settings, timeouts: timeouts)
        return await #expect(throws: RelayError.self) { _ = try await connection.open() }
    }

    private func failure(
        of script: RelayScript,
        login: Login? = nil,
        timeouts: RelayTimeouts = patient
    ) async throws -> RelayError? {
        let relay = try ScriptedRelay(script)
        defer { relay.stop() }
        return await failure(opening: loopback(port: relay.port, login: login), timeouts: timeouts)
    }

    @Test func `the session tells what the relay offers`() async throws {
        let relay = try ScriptedRelay(RelayScript().offering("pipelining", "SIZE 4096", "SMTPUTF8"))
        defer { relay.stop() }
        let connection = RelayConnection(to: loopback(port: relay.port))
        let session = RelaySession(
            relay: "127.0.0.1:\(relay.port)",
            pipelining: true,
            smtpUTF8: true,
            sizeLimit: 4_096,
            encrypted: false,
            loggedIn: false
        )
        #expect(try await connection.open() == session)
        await connection.close()
    }

    @Test func `the client name is said in EHLO`() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let name = try #require(ClientName("termine.kreis.example"))
        let connection = RelayConnection(to: loopback(port: relay.port, clientName: name))
        _ = try await connection.open()
        await connection.close()
        #expect(relay.commands.first == "EHLO termine.kreis.example")
    }

    @Test func `a relay that only knows HELO is spoken to in lock-step`() async throws {
        let relay = try ScriptedRelay(
            RelayScript(.at(.ehlo, number: 1, .answer("502 no")), .at(.ehlo, .answer("250 hello")))
        )
        defer { relay.stop() }
        let connection = RelayConnection(to: loopback(port: relay.port))
        #expect(try await connection.open().pipelining == false)
        let verdicts = await connection.submitAll([sampleMessage(to: "a@example.org")])
        #expect(verdicts.map(\.acceptedCode) == [250])
    }

    @Test func `nobody listens`() async throws {
        let error = await failure(opening: loopback(port: try Loopback.freePort()))
        #expect(error?.kind == .unreachable)
        #expect(error?.isTransient == true)
    }

    @Test func `a host without an address is unreachable`() async {
        let settings = Relay(host: "relay.invalid", port: 25, security: .startTLS)
        let error = await failure(opening: settings)
        #expect(error?.kind == .unreachable)
    }

    @Test func `a relay that hangs up instead of greeting is unreachable`() async throws {
        for ending in [RelayScript.Step.close, .reset] {
            let error = try await failure(of: RelayScript(.at(.greeting, ending)))
            #expect(error?.kind == .unreachable)
            #expect(error?.isTransient == true)
        }
    }

    @Test func `a relay that never greets is silent when the time is over`() async throws {
        var timeouts = impatient
        timeouts.connect = .milliseconds(200)
        let error = try await failure(of: RelayScript(.at(.greeting, .hang)), timeouts: timeouts)
        #expect(error?.kind == .silent)
        #expect(error?.isTransient == true)
    }

    @Test(arguments: [("421 4.3.2 busy", true), ("554 5.7.1 not you", false)])
    func `a refusing greeting tells whether it may pass`(line: String, isTransient: Bool)
        async throws
    {
        let error = try await failure(of: RelayScript(.at(.greeting, .answer(line), .close)))
        #expect(error?.kind == .greetingRefused)
        #expect(error?.isTransient == isTransient)
        #expect(error?.description.contains("not you") == false)
    }

    @Test func `nonsense between the replies is not SMTP`() async throws {
        let nonsense = RelayScript.Step.raw("what?\r\n250 scripted.example\r\n")
        let error = try await failure(of: RelayScript(.at(.ehlo, nonsense)))
        #expect(error?.kind == .greetingRefused)
    }

    private let login = Login(username: "termine", password: Password("s3cret-w0rd"))

    @Test func `a login is accepted with 235`() async throws {
        let relay = try ScriptedRelay(RelayScript().offering("PIPELINING", "AUTH PLAIN LOGIN"))
        defer { relay.stop() }
        let connection = RelayConnection(to: loopback(port: relay.port, login: login))
        #expect(try await connection.open().loggedIn)
        await connection.close()
    }

    @Test(arguments: [("535 5.7.8 wrong", false), ("454 4.7.0 later", true)])
    func `a refused login tells whether it may pass`(line: String, isTransient: Bool) async throws {
        let script = RelayScript(.at(.auth, .answer(line))).offering("AUTH PLAIN")
        let error = try await failure(of: script, login: login)
        #expect(error?.kind == .loginRefused)
        #expect(error?.isTransient == isTransient)
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test(arguments: ["PIPELINING", "auth plain", "AUTH=PLAIN"])
    func `a login that is never asked for is not passed over`(offer: String) async throws {
        let relay = try ScriptedRelay(RelayScript().offering(offer))
        let error = await failure(opening: loopback(port: relay.port, login: login))
        relay.stop()
        #expect(error?.kind == .loginRefused)
        #expect(!relay.rawText.contains("MAIL"))
    }

    @Test(arguments: [
        "mail.kreis.example", "127.0.0.1.kreis.example", "127.1", "127.0.0.01", "192.0.2.1",
    ])
    func `clear text to another host is refused before anything is said`(host: String) async {
        let error = await failure(opening: Relay(host: host, port: 25, security: .none))
        #expect(error?.kind == .tlsMissing)
    }

    @Test(arguments: ["", "a b", "a@b", "a/b", "a?b", "a#b", "a%0db", "a\r\nb", "ä.example"])
    func `what cannot be a host or a client name never reaches libcurl`(name: String) async {
        let asHost = Relay(host: name, port: 25, security: .startTLS)
        #expect(await failure(opening: asHost)?.isTransient == false)
        #expect(ClientName(name) == nil)
    }
}
