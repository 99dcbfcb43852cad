import MailCore
import MailTransport
import TestSupport
import Testing

/// What `check` asks of a relay.
struct RelayExaminationTests {
    private func examination(
        of relay: TLSRelay,
        trusting certificate: TestCertificate
    ) throws -> RelayExamination {
        RelayExamination(
            of: Relay(
                host: "127.0.0.1",
                port: relay.port,
                security: .startTLS,
                caFile: certificate.authority
            ),
            for: try EmailAddress(parsing: "termine@kreis.example"),
            patience: .milliseconds(300)
        )
    }

    @Test func `a relay that is slow to greet is not taken for one that waits for TLS`()
        async throws
    {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let relay = try await TLSRelay(
            certificate,
            "--clear-offer",
            "STARTTLS",
            "--greeting-after",
            "1"
        )
        let (session, answer) = try await examination(of: relay, trusting: certificate).run()
        #expect(session.encrypted)
        #expect(answer?.flaw == nil && answer?.stage == .recipient)
        let told = try await relay.stop()
        #expect(told.filter { $0.hasPrefix("tls ") }.suffix(2) == ["tls RSET", "tls QUIT"])
    }

    @Test func `a port that waits for TLS is named, trusted or not`() async throws {
        let certificate = try await TestCertificate(for: "127.0.0.1")
        let other = try await TestCertificate(for: "127.0.0.1")
        for trusted in [certificate, other] {
            let relay = try await TLSRelay(certificate, "--implicit")
            do {
                _ = try await examination(of: relay, trusting: trusted).run()
                Issue.record("it was taken")
            } catch let error as RelayError {
                #expect(error.description.contains("Write smtps://"), "\(error)")
            }
            _ = try await relay.stop()
        }
    }
}
