import MailCore
import MailTransport
import TestSupport
import Testing

/// What is demanded of TLS beyond a trusted certificate, against a server that is not ours.
struct DemandingTests {
    private func connection(
        to relay: TLSRelay,
        _ certificate: TestCertificate,
        _ demands: TLSDemands
    ) -> RelayConnection {
        let settings = Relay(
            host: "127.0.0.1",
            port: relay.port,
            security: .startTLS,
            login: Login(username: "termine", password: Password("s3cret-w0rd")),
            caFile: certificate.authority,
            tls: demands
        )
        return RelayConnection(to: settings, timeouts: patient)
    }

    /// Why no connection could be had, before anything was said inside of TLS.
    private func failure(
        to relay: TLSRelay,
        _ certificate: TestCertificate,
        _ demands: TLSDemands
    ) async throws -> RelayError? {
        let connection = connection(to: relay, certificate, demands)
        let error = await #expect(throws: RelayError.self) { _ = try await connection.open() }
        await connection.close()
        #expect(!(try await relay.stop().contains { $0.hasPrefix("tls") || $0.contains("AUTH") }))
        return error
    }

    @Test(arguments: [
        ["--tls=1.3"], ["--tls=1.2"], ["--tls=1.2", "--ciphers=ECDHE-ECDSA-AES128-GCM-SHA256"],
        ["--tls=1.2", "--ciphers=ECDHE-ECDSA-AES256-CCM"], ["--tls=1.3", "--group=secp521r1"],
    ])
    func `the profile of the BSI takes what the BSI recommends`(offer: [String]) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, ["--offer=STARTTLS"] + offer)
        let connection = connection(to: relay, certificate, TLSDemands(profile: .bsi))
        #expect(try await connection.open().loggedIn)
        await connection.close()
        _ = try await relay.stop()
    }

    /// Each of them is good enough without the profile.
    @Test(arguments: [
        ["--tls=1.2", "--ciphers=ECDHE-ECDSA-CHACHA20-POLY1305"],
        ["--tls=1.2", "--ciphers=ECDHE-ECDSA-AES256-SHA384"],
        ["--tls=1.2", "--ciphers=ECDHE-ECDSA-AES128-SHA"],
        ["--tls=1.3", "--group=X25519"],
    ])
    func `and refuses what offers too little before the login`(offer: [String]) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let usual = try await TLSRelay(certificate, ["--offer=STARTTLS"] + offer)
        let connection = connection(to: usual, certificate, TLSDemands())
        #expect(try await connection.open().loggedIn)
        await connection.close()
        _ = try await usual.stop()
        let relay = try await TLSRelay(certificate, ["--offer=STARTTLS"] + offer)
        let error = try await failure(to: relay, certificate, TLSDemands(profile: .bsi))
        #expect(error?.kind == .tlsFailed)
        #expect(error?.description.contains("as BSI TR-02102-2 asks for it") == true)
    }

    @Test(arguments: [(2_048, true), (3_072, false)])
    func `short keys are refused with it`(length: Int, isRefused: Bool) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1", rsa: length)
        let relay = try await TLSRelay(certificate, "--offer=STARTTLS")
        let demands = TLSDemands(profile: .bsi)
        guard isRefused else {
            let connection = connection(to: relay, certificate, demands)
            #expect(try await connection.open().loggedIn)
            await connection.close()
            _ = try await relay.stop()
            return
        }
        let error = try await failure(to: relay, certificate, demands)
        #expect(error?.kind == .tlsFailed)
        #expect(
            error?.description.contains("below 3072 bits") == true,
            "\(String(describing: error))"
        )
    }

    @Test func `the pinned key counts beside the certificate, and any other is an alarm`()
        async throws
    {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let other = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        for pins in [try await certificate.pin, "\(other);\(try await certificate.pin)"] {
            let relay = try await TLSRelay(certificate, "--offer=STARTTLS")
            let connection = connection(
                to: relay,
                certificate,
                TLSDemands(pinnedKey: PinnedKey(pins))
            )
            #expect(try await connection.open().loggedIn)
            await connection.close()
            _ = try await relay.stop()
        }
        for mode in ["--offer=STARTTLS", "--implicit"] {
            let relay = try await TLSRelay(certificate, mode)
            let settings = Relay(
                host: "127.0.0.1",
                port: relay.port,
                security: mode == "--implicit" ? .implicitTLS : .startTLS,
                caFile: certificate.authority,
                tls: TLSDemands(pinnedKey: PinnedKey(other))
            )
            let connection = RelayConnection(to: settings, timeouts: patient)
            let error = await #expect(throws: RelayError.self) { _ = try await connection.open() }
            #expect(error?.kind == .keyChanged)
            #expect(error?.isTransient == false)
            #expect(!(try await relay.stop().contains { $0.hasPrefix("tls") }))
        }
    }

    @Test(arguments: ["--tls=1.2", "--tls=1.3"])
    func `our own certificate is shown to a relay that asks for one`(version: String) async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let own = try await TestCertificate(for: "termine.kreis.example")
        let arguments = ["--offer=STARTTLS", "--client-ca=\(own.authority)", version]
        let relay = try await TLSRelay(certificate, arguments)
        let shown = TLSDemands.ClientCertificate(path: own.certificate, key: own.key)
        let connection = connection(to: relay, certificate, TLSDemands(clientCertificate: shown))
        #expect(try await connection.open().loggedIn)
        await connection.close()
        #expect(try await relay.stop().contains("client relay"))

        let without = try await TLSRelay(certificate, arguments)
        _ = try await failure(to: without, certificate, TLSDemands())
    }

    @Test func `a key that does not belong to our certificate is named`() async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(certificate, "--offer=STARTTLS")
        let wrong = TLSDemands.ClientCertificate(
            path: certificate.certificate,
            key: certificate.authorityKey
        )
        let error = try await failure(
            to: relay,
            certificate,
            TLSDemands(clientCertificate: wrong)
        )
        #expect(error?.description.contains("client_key") == true, "\(String(describing: error))")
    }
}
