import Foundation
import TestSupport
import Testing

/// `Tests/Oracles/tls_relay.py` as a child process; its input ends with this object at the latest,
/// and the relay with it.
final class TLSRelay: Sendable {
    let port: Int
    private let process: ChildProcess

    convenience init(_ certificate: TestCertificate, _ arguments: String...) async throws {
        try await self.init(certificate, arguments)
    }

    init(_ certificate: TestCertificate, _ arguments: [String]) async throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Oracles/tls_relay.py").path
        process = try ChildProcess(
            "python3",
            [script, "--cert", certificate.certificate, "--key", certificate.key] + arguments
        )
        try await process.output.wait { !$0.isEmpty }
        port = try #require(process.output.lines.first.flatMap { Int($0) })
    }

    deinit { process.closeInput() }

    /// Ends the relay; the lines it told.
    func stop() async throws -> [String] {
        process.closeInput()
        let ending = try await process.finish()
        return ending.output.split(separator: "\n").dropFirst().map(String.init)
    }
}

/// A certificate made for one test, in a directory of its own that goes with it.
final class TestCertificate {
    let certificate: String
    let key: String
    /// The certificate that signed it.
    let authority: String
    /// That one's key.
    let authorityKey: String
    private let directory: URL

    /// Makes an authority and a certificate signed by it.
    ///
    /// - Parameters:
    ///   - name: Host name, or address, the certificate is for.
    ///   - rsa: Length of an RSA key; nil for an elliptic curve.
    /// - Throws: When there is no `openssl`.
    init(for name: String, rsa: Int? = nil) async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        self.directory = directory
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        func path(_ file: String) -> String { directory.appending(path: file).path }
        (certificate, key, authority) = (path("cert.pem"), path("key.pem"), path("ca.pem"))
        authorityKey = path("ca.key")
        let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try await Program.run(
            "openssl",
            ["req", "-x509"] + newKey
                + [
                    "-keyout", path("ca.key"), "-out", authority, "-subj", "/CN=Test CA", "-days",
                    "2",
                ]
        )
        let isAddress = name.allSatisfy { $0.isNumber || $0 == "." }
        let names = "subjectAltName=\(isAddress ? "IP" : "DNS"):\(name)"
        try await Program.run(
            "openssl",
            ["req", "-x509"] + (rsa.map { ["-newkey", "rsa:\($0)", "-nodes"] } ?? newKey)
                + ["-keyout", key, "-out", certificate, "-subj", "/CN=relay", "-days", "2"]
                + ["-CA", authority, "-CAkey", authorityKey, "-addext", names]
                + ["-addext", "basicConstraints=critical,CA:FALSE"]
        )
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    /// SHA-256 as openssl computes it, in plain lower-case digits.
    var fingerprint: String {
        get async throws {
            // `sha256 Fingerprint=AB:CD:…`
            let told = try await tell(["-fingerprint", "-sha256"])
            return told.drop { $0 != "=" }.dropFirst().filter { $0 != ":" }.lowercased()
        }
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

    /// `notAfter` as openssl reads it, in ISO 8601: `2021-03-16T08:10:00Z`.
    var end: String {
        get async throws {
            // `notAfter=2021-03-16 08:10:00Z`
            let told = try await tell(["-enddate", "-dateopt", "iso_8601"])
            return String(told.dropFirst("notAfter=".count)).replacing(" ", with: "T")
        }
    }

    private func tell(_ what: [String]) async throws -> String {
        let output = try await Program.run(
            "openssl",
            ["x509", "-in", certificate, "-noout"] + what
        )
        return output.trimmingCharacters(in: .newlines)
    }
}
