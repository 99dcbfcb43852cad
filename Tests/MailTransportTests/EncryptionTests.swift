import Foundation
import MailCore
import MailTransport
import TestSupport
import Testing

/// TLS, STARTTLS and login, against a server that is not ours.
struct EncryptionTests {
    private let login = Login(username: "termine", password: Password("s3cret-w0rd"))

    private func connection(
        to relay: TLSRelay,
        host: String = "127.0.0.1",
        security: Relay.Security = .startTLS,
        login: Login? = nil,
        trusting caFile: String?
    ) -> RelayConnection {
        let settings = Relay(
            host: host,
            port: relay.port,
            security: security,
            login: login,
            caFile: caFile
        )
        return RelayConnection(to: settings, timeouts: patient)
    }

    /// The error of an `open` that must fail, and what the relay heard.
    private func failure(
        of connection: RelayConnection,
        to relay: TLSRelay
    ) async throws -> (error: RelayError?, heard: [String]) {
        let error = await #expect(throws: RelayError.self) { _ = try await connection.open() }
        let verdict = await connection.verdict(
            on: sampleMessage(to: "a@example.org"),
            announcing: nil
        ) {
            Issue.record("phase \($0) without a connection")
        }
        #expect(verdict == .deferred(.connectionLost))
        await connection.close()
        let heard = try await relay.stop()
        #expect(!heard.contains { $0.contains("MAIL") || $0.contains("RCPT") })
        #expect(!heard.contains { $0.hasPrefix("clear AUTH") })
        return (error, heard)
    }

    @Test(arguments: [Relay.Security.startTLS, .implicitTLS])
    func `messages and login travel encrypted only`(security: Relay.Security) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let mode = security == .implicitTLS ? "--implicit" : "--offer=STARTTLS"
        let relay = try await TLSRelay(certificate, mode)
        let connection = connection(
            to: relay,
            security: security,
            login: login,
            trusting: certificate.authority
        )
        let session = try await connection.open()
        #expect(session.encrypted && session.loggedIn && session.pipelining)
        let messages = [0, 20_000, 900_000].map { sampleMessage(to: "a@example.org", padding: $0) }
        let verdicts = await connection.submitAll(messages)
        await connection.close()
        let heard = try await relay.stop()
        #expect(verdicts.map(\.acceptedCode) == [250, 250, 250])
        #expect(
            heard.filter { $0.hasPrefix("message") } == messages.map { "message \($0.bytes.count)" }
        )
        let clear = heard.filter { $0.hasPrefix("clear") }.map { $0.dropFirst(6).prefix(4) }
        #expect(clear == (security == .implicitTLS ? [] : ["EHLO", "STAR"]))
        // The relay offers DIGEST-MD5 as well, which libcurl would prefer.
        #expect(heard.filter { $0.contains("AUTH") } == ["tls AUTH PLAIN"])
    }

    @Test(arguments: ["--offer=STARTTLS", "--implicit"], ["--tls=1.2", "--tls=1.3"])
    func `the session tells what TLS agreed on, and whose certificate was shown`(
        mode: String,
        version: String
    ) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, mode, version)
        let connection = connection(
            to: relay,
            security: mode == "--implicit" ? .implicitTLS : .startTLS,
            trusting: certificate.authority
        )
        let tls = try #require(try await connection.open().tls)
        await connection.close()
        let heard = try await relay.stop()
        #expect(
            heard.filter { $0.hasPrefix("session") } == ["session \(tls.version) \(tls.cipher)"]
        )
        #expect(tls.version == version.replacing("--tls=", with: "TLSv"))
        #expect(tls.certificate.hex == (try await certificate.fingerprint))
        #expect(tls.validUntil?.ISO8601Format() == (try await certificate.end))
    }

    @Test func `what was offered before STARTTLS does not count`() async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, "--offer=STARTTLS", "--clear-offer=SMTPUTF8")
        let connection = connection(to: relay, trusting: certificate.authority)
        #expect(try await connection.open().smtpUTF8 == false)
        await connection.close()
        _ = try await relay.stop()
    }

    @Test func `a certificate nobody vouches for is refused`() async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, "--offer=STARTTLS")
        let connection = connection(to: relay, login: login, trusting: nil)
        let (error, _) = try await failure(of: connection, to: relay)
        #expect(error?.kind == .tlsFailed)
        #expect(error?.isTransient == false)
    }

    @Test func `a certificate for another name is refused`() async throws {
        let certificate = try await TestCertificate(for: "mail.kreis.example")
        for mode in ["--offer=STARTTLS", "--implicit"] {
            let relay = try await TLSRelay(certificate, mode)
            let connection = connection(
                to: relay,
                host: "localhost",
                security: mode == "--implicit" ? .implicitTLS : .startTLS,
                login: login,
                trusting: certificate.authority
            )
            let (error, _) = try await failure(of: connection, to: relay)
            #expect(error?.kind == .tlsFailed)
        }
    }

    @Test func `a relay without STARTTLS hears nothing but EHLO`() async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate)
        let connection = connection(to: relay, login: login, trusting: certificate.authority)
        let (error, heard) = try await failure(of: connection, to: relay)
        #expect(error?.kind == .tlsMissing)
        #expect(error?.isTransient == false)
        #expect(heard.filter { $0.hasPrefix("clear") }.allSatisfy { $0.hasPrefix("clear EHLO") })
    }

    @Test(arguments: [("454 4.7.0 not now", true), ("502 5.5.1 no", false)])
    func `a refused STARTTLS is not replaced by clear text`(
        reply: String,
        isTransient: Bool
    ) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, "--offer=STARTTLS", "--starttls-reply=\(reply)")
        let connection = connection(to: relay, login: login, trusting: certificate.authority)
        let (error, _) = try await failure(of: connection, to: relay)
        #expect(error?.kind == .tlsMissing)
        #expect(error?.isTransient == isTransient)
    }

    @Test func `replies slipped in before encryption are an attack`() async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(
            certificate,
            "--offer=STARTTLS",
            "--inject=250 PIPELINING\r\n"
        )
        let connection = connection(to: relay, login: login, trusting: certificate.authority)
        let (error, _) = try await failure(of: connection, to: relay)
        #expect(error?.kind == .tlsFailed)
    }

    @Test func `TLS older than 1.2 is refused`() async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, "--offer=STARTTLS", "--tls=1.1")
        let connection = connection(to: relay, login: login, trusting: certificate.authority)
        let (error, _) = try await failure(of: connection, to: relay)
        #expect(error?.kind == .tlsFailed)
    }

    @Test func `a file of certificates that is not there is named`() async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, "--offer=STARTTLS")
        let connection = connection(to: relay, trusting: "/nowhere/ca.pem")
        let (error, _) = try await failure(of: connection, to: relay)
        #expect(error?.kind == .tlsFailed)
        #expect(error?.description.contains("ca_file") == true)
    }

    @Test(arguments: [("535", false), ("454", true)])
    func `a refused login ends before the first message`(
        code: String,
        isTransient: Bool
    ) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, "--offer=STARTTLS", "--auth=\(code)")
        let connection = connection(to: relay, login: login, trusting: certificate.authority)
        let (error, _) = try await failure(of: connection, to: relay)
        #expect(error?.kind == .loginRefused)
        #expect(error?.isTransient == isTransient)
    }
}
