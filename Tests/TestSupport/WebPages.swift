import Foundation

/// `Tests/Oracles/web_pages.py` as a child process: the web site of an invented authority, with TLS
/// and a certificate of its own.
package final class WebPages: Sendable {
    /// One page, served as it says.
    package struct Page: Encodable, Sendable {
        package var status = 200
        package var headers: [[String]] = []
        package var body = ""
        package var `repeat` = 1
        package var hang = false
        package var cut = false

        package init(_ body: String = "", status: Int = 200, headers: [[String]] = []) {
            self.body = body
            self.status = status
            self.headers = headers
        }

        /// A redirect; `{port}` stands for the server's own port.
        package static func redirect(to target: String, status: Int = 302) -> Page {
            Page(status: status, headers: [["Location", target]])
        }
    }

    package let port: Int
    private let process: ChildProcess
    private let folder: TemporaryFolder

    /// - Parameters:
    ///   - pages: By path.
    ///   - name: Host the certificate is for.
    /// - Throws: When there is no `openssl` or no Python.
    package init(_ pages: [String: Page], certifiedFor name: String = "127.0.0.1") async throws {
        folder = try TemporaryFolder()
        let (certificate, key) = (folder.path + "/cert.pem", folder.path + "/key.pem")
        let isAddress = name.allSatisfy { $0.isNumber || $0 == "." }
        try await Program.run(
            "openssl",
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
                + ["-nodes", "-keyout", key, "-out", certificate, "-subj", "/CN=www"]
                + ["-days", "2", "-addext", "subjectAltName=\(isAddress ? "IP" : "DNS"):\(name)"]
        )
        let list = folder.path + "/pages.json"
        try JSONEncoder().encode(pages).write(to: URL(filePath: list))
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Oracles/web_pages.py").path
        process = try ChildProcess(
            "python3",
            [script, "--cert", certificate, "--key", key, list]
        )
        try await process.output.wait { !$0.isEmpty }
        guard let port = process.output.lines.first.flatMap({ Int($0) }) else {
            throw SampleError()
        }
        self.port = port
    }

    deinit { process.closeInput() }

    /// Trusting this file is trusting the server.
    package var certificate: String { folder.path + "/cert.pem" }

    package func url(_ path: String) -> String { "https://127.0.0.1:\(port)\(path)" }

    /// Ends the server; the lines it told, without the first.
    package func finish() async throws -> [String] {
        process.closeInput()
        return try await process.finish().output.split(separator: "\n").dropFirst().map(String.init)
    }
}
