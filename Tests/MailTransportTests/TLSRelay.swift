import Foundation
import Testing

/// `Tests/Oracles/tls_relay.py` as a child process; it ends with this object at the latest.
final class TLSRelay {
    let port: Int
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    init(_ certificate: TestCertificate, _ arguments: String...) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Oracles/tls_relay.py").path
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["python3", script, "--cert", certificate.certificate, "--key", certificate.key]
            + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data([10]) {
            guard !byte.isEmpty else { break }
            line += byte
        }
        port = try #require(Int(String(decoding: line, as: UTF8.self)))
    }

    /// Its standard input ends with this object, and the relay with it.
    deinit { try? input.fileHandleForWriting.close() }

    /// Ends the relay; the lines it told.
    func stop() throws -> [String] {
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// A certificate made for one test, in a directory of its own that goes with it.
final class TestCertificate {
    let certificate: String
    let key: String
    /// The certificate that signed it.
    let authority: String
    private let directory: URL

    /// Makes an authority and a certificate signed by it.
    ///
    /// - Parameter name: Host name, or address, the certificate is for.
    /// - Throws: When there is no `openssl`.
    init(for name: String) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        self.directory = directory
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        func path(_ file: String) -> String { directory.appending(path: file).path }
        (certificate, key, authority) = (path("cert.pem"), path("key.pem"), path("ca.pem"))
        let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try Self.openssl(
            ["req", "-x509"] + newKey
                + [
                    "-keyout", path("ca.key"), "-out", authority, "-subj", "/CN=Test CA", "-days",
                    "2",
                ]
        )
        let isAddress = name.allSatisfy { $0.isNumber || $0 == "." }
        let names = "subjectAltName=\(isAddress ? "IP" : "DNS"):\(name)"
        try Self.openssl(
            ["req", "-x509"] + newKey
                + ["-keyout", key, "-out", certificate, "-subj", "/CN=relay", "-days", "2"]
                + ["-CA", authority, "-CAkey", path("ca.key"), "-addext", names]
                + ["-addext", "basicConstraints=critical,CA:FALSE"]
        )
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    private static func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
