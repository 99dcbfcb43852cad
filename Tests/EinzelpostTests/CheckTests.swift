import Foundation
import TestSupport
import Testing

/// What `check` tells of the relay's encryption.
struct CheckTests {
    private static let password = ["EINZELPOST_TEST_KENNWORT": "kanarienvogel"]

    /// JSON of `check`, as far as it is about encryption.
    private struct CheckResult: Decodable {
        struct TLS: Decodable {
            let version: String
            let cipher: String
            let certificate: String
            let certificate_until: String?
        }

        let ok: Bool
        let tls: TLS?
        let warnings: [String]
    }

    @Test(arguments: [(29, true), (31, false)])
    func `check shows TLS and the certificate, and warns before it ends`(
        days: Int,
        warns: Bool
    ) async throws {
        let relay = try await EncryptedRelay(days: days)
        let office = try Operator(relay.configuration(login: true))
        let json = try await office.run(
            ["check", "--format", "json"],
            environment: Self.password
        )
        let result: CheckResult = try json.exited(0).json()
        let text = try await office.run(["check"], environment: Self.password).exited(0).output
        let told = try await relay.finish()
        let tls = try #require(result.tls)
        #expect(told.contains("session \(tls.version) \(tls.cipher)"))
        #expect(tls.certificate == (try await relay.fingerprint))
        let end = try #require(tls.certificate_until).prefix(10)
        for word in [tls.version, tls.cipher, tls.certificate, String(end)] {
            #expect(text.contains(word))
        }
        #expect(result.ok)
        #expect(result.warnings.count == (warns ? 1 : 0))
        #expect(text.contains("renew") == warns)
    }

    @Test func `without encryption there is nothing to show`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let result: CheckResult = try await office.run("check --format json").exited(0).json()
        #expect(result.tls == nil && result.warnings == [])
        #expect(try await office.run("check").exited(0).output.contains("NOT encrypted"))
    }

    @Test func `a name that relays refuse is a warning, and the name is said`() async throws {
        let relay = try ScriptedRelay(RelayScript())
        defer { relay.stop() }
        for (name, warns) in [("rathaus", true), ("termine.kreis.example", false)] {
            let office = try Operator(Configuration(port: relay.port).with { $0.helo = name })
            let result: CheckResult = try await office.run("check --format json").exited(0).json()
            #expect(result.warnings.contains { $0.contains("“\(name)”") } == warns)
            #expect(relay.commands.contains("EHLO \(name)"))
        }
    }

    /// An OpenSSL that would speak TLS 1.1 with anybody, as some machines are set up.
    private static let laxConfiguration = """
        openssl_conf = here
        [here]
        ssl_conf = ssl
        [ssl]
        system_default = lax
        [lax]
        MinProtocol = TLSv1
        CipherString = ALL:@SECLEVEL=0

        """

    @Test func `TLS 1.1 is refused even where OpenSSL allows it`() async throws {
        let relay = try await EncryptedRelay("--tls", "1.1")
        let office = try Operator(relay.configuration(login: true))
        try office.write(Self.laxConfiguration, to: "openssl.cnf")
        let environment = ["OPENSSL_CONF": office.path("openssl.cnf")]

        // Another program on the same OpenSSL does talk to this relay.
        let other = try ChildProcess(
            "openssl",
            ["s_client", "-connect", "127.0.0.1:\(relay.port)", "-starttls", "smtp"],
            environment: environment.mapValues { Optional($0) }
        )
        try other.write(line: "QUIT")
        try await relay.saying { $0.hasPrefix("session TLSv1.1 ") }
        other.closeInput()
        _ = try await other.finish()

        let ending = try await office.run(
            ["check"],
            environment: environment.merging(Self.password) { $1 }
        )
        ending.exited(69)
        #expect(ending.output.contains("no common TLS, 1.2 or newer"))
        let told = try await relay.finish()
        #expect(told.count { $0.hasPrefix("session") } == 1)
        #expect(!told.contains { $0.contains("AUTH") || $0.contains("MAIL") })
    }
}
