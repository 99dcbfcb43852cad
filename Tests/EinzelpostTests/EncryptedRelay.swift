import Foundation
import TestSupport
import Testing

/// `Tests/Oracles/tls_relay.py` with a certificate of its own.
final class EncryptedRelay: Sendable {
    let port: Int
    private let process: ChildProcess
    private let folder: TemporaryFolder

    /// - Parameters:
    ///   - arguments: Of the relay.
    ///   - days: How long the certificate is valid.
    /// - Throws: When there is no `openssl` or no Python.
    convenience init(_ arguments: String..., days: Int = 90) async throws {
        try await self.init(arguments, days: days)
    }

    init(_ arguments: [String], days: Int = 90) async throws {
        folder = try TemporaryFolder()
        let (certificate, key) = (folder.path + "/cert.pem", folder.path + "/key.pem")
        try await Program.run(
            "openssl",
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
                + ["-nodes", "-keyout", key, "-out", certificate, "-subj", "/CN=relay"]
                + ["-days", "\(days)", "-addext", "subjectAltName=IP:127.0.0.1"]
        )
        process = try ChildProcess(
            "python3",
            [Checkout.oracle("tls_relay.py"), "--cert", certificate, "--key", key]
                + ["--clear-offer", "STARTTLS"] + arguments
        )
        try await process.output.wait { !$0.isEmpty }
        port = try #require(process.output.lines.first.flatMap { Int($0) })
    }

    deinit { process.closeInput() }

    /// A configuration that leads to this relay.
    ///
    /// - Parameter login: With a login, and with trust in the relay's certificate.
    /// - Returns: The configuration.
    func configuration(login: Bool) -> Configuration {
        Configuration(port: port).with {
            $0.security = "tls"
            guard login else { return }
            $0.login = """
                username = "termine"
                password_env = "EINZELPOST_TEST_KENNWORT"
                ca_file = "\(certificate)"

                """
        }
    }

    /// Its certificate.
    var certificate: String { folder.path + "/cert.pem" }
    var key: String { folder.path + "/key.pem" }

    /// A file with the certificates of both.
    func trusted(beside other: EncryptedRelay) async throws -> String {
        let path = folder.path + "/both.pem"
        let both = try await Program.run("cat", [certificate, other.certificate])
        try Data(both.utf8).write(to: URL(filePath: path))
        return path
    }

    /// What `pinned_key` is set to, computed as docs/relay-login.md says it.
    var pin: String {
        get async throws {
            let script = """
                openssl x509 -in "$0" -pubkey -noout | openssl pkey -pubin -outform der |
                    openssl dgst -sha256 -binary | openssl base64 -A
                """
            return "sha256//" + (try await Program.run("sh", ["-c", script, certificate]))
        }
    }

    /// SHA-256 of the certificate as openssl computes it, in plain lower-case digits.
    var fingerprint: String {
        get async throws {
            let told = try await Program.run(
                "openssl",
                ["x509", "-in", certificate, "-noout", "-fingerprint", "-sha256"]
            )
            return told.drop { $0 != "=" }.dropFirst().filter(\.isHexDigit).lowercased()
        }
    }

    /// Waits until it has said such a line.
    func saying(_ condition: @escaping @Sendable (String) -> Bool) async throws {
        try await process.output.wait { $0.contains(where: condition) }
    }

    /// Ends the relay; the lines it told.
    func finish() async throws -> [String] {
        process.closeInput()
        return try await process.finish().output.split(separator: "\n").map(String.init)
    }
}
