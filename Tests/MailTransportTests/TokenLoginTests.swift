import MailCore
import MailTransport
import TestSupport
import Testing

/// Every way to log in, against a server that is not ours.
struct TokenLoginTests {
    private static let password = Login.Proof.password(Password("s3cret-w0rd"))
    private static let token = AccessToken("tok3n-1").map(Login.Proof.token) ?? password

    private func connection(
        to relay: TLSRelay,
        _ certificate: TestCertificate,
        with proof: Login.Proof,
        by mechanism: LoginMechanism? = nil
    ) -> RelayConnection {
        let login = Login(username: "termine", proof: proof, by: mechanism)
        let settings = Relay(
            host: "127.0.0.1",
            port: relay.port,
            security: .startTLS,
            login: login,
            caFile: certificate.authority
        )
        return RelayConnection(to: settings, timeouts: patient)
    }

    @Test(arguments: LoginMechanism.allCases)
    func `the relay understands every way to log in`(mechanism: LoginMechanism) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(
            certificate,
            "--offer=STARTTLS",
            "--mechanisms=DIGEST-MD5 PLAIN LOGIN XOAUTH2 OAUTHBEARER",
            "--tokens=tok3n:9"
        )
        let connection = connection(
            to: relay,
            certificate,
            with: mechanism.needsToken ? Self.token : Self.password,
            by: mechanism
        )
        #expect(try await connection.open().loggedIn)
        await connection.close()
        let heard = try await relay.stop()
        #expect(heard.filter { $0.hasPrefix("login") } == ["login \(mechanism.name) termine"])
        #expect(!heard.contains { $0.hasPrefix("clear AUTH") })
    }

    /// What is offered and fits the proof is taken, without anybody choosing.
    @Test(arguments: [
        ("NTLM LOGIN", password, "LOGIN"), ("PLAIN", password, "PLAIN"),
        ("PLAIN XOAUTH2", token, "XOAUTH2"), ("OAUTHBEARER LOGIN", token, "OAUTHBEARER"),
    ])
    func `one that fits is found`(
        offered: String,
        proof: Login.Proof,
        mechanism: String
    ) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(
            certificate,
            "--offer=STARTTLS",
            "--mechanisms=\(offered)",
            "--tokens=tok3n:9"
        )
        let connection = connection(to: relay, certificate, with: proof)
        #expect(try await connection.open().loggedIn)
        await connection.close()
        #expect(try await relay.stop().contains("login \(mechanism) termine"))
    }

    @Test(arguments: [LoginMechanism.xoauth2, .oauthbearer])
    func `a token that is not good is told from other failures`(mechanism: LoginMechanism)
        async throws
    {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(
            certificate,
            "--offer=STARTTLS",
            "--mechanisms=\(mechanism.name)",
            "--tokens=another:9"
        )
        let connection = connection(to: relay, certificate, with: Self.token, by: mechanism)
        let error = await #expect(throws: RelayError.self) { _ = try await connection.open() }
        #expect(error?.kind == .tokenRefused)
        #expect(error?.isTransient == false)
        #expect(error?.description.contains("did not accept the token") == true)
        #expect(error?.description.contains("tok3n") == false)
        #expect(!(try await relay.stop().contains { $0.contains("MAIL") }))
    }

    @Test(arguments: [
        ("XOAUTH2 NTLM", password, nil, "(PLAIN, LOGIN); it offers only XOAUTH2, NTLM."),
        ("PLAIN LOGIN", token, nil, "(XOAUTH2, OAUTHBEARER); it offers only PLAIN, LOGIN."),
        ("LOGIN", password, LoginMechanism.plain, "(PLAIN); it offers only LOGIN."),
        ("SCRAM-SHA-256-PLUS", password, nil, "(PLAIN, LOGIN); it offers only other ways."),
    ])
    func `a relay that offers none of ours is named as that`(
        offered: String,
        proof: Login.Proof,
        mechanism: LoginMechanism?,
        words: String
    ) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, "--offer=STARTTLS", "--mechanisms=\(offered)")
        let connection = connection(to: relay, certificate, with: proof, by: mechanism)
        let error = await #expect(throws: RelayError.self) { _ = try await connection.open() }
        #expect(error?.kind == .loginRefused)
        #expect(error?.description.contains(words) == true, "\(String(describing: error))")
        let heard = try await relay.stop()
        #expect(!heard.contains { $0.contains("AUTH") || $0.contains("MAIL") })
    }
}
