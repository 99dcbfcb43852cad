import Foundation

/// Other people's programs as clients, so that the server is not judged by our own reading.
enum Program {
    struct Failure: Error {
        let status: Int32
        let output: String
    }

    /// Runs a Python script that finds the port in `port`, and returns what it printed.
    ///
    /// `talk(octets, replies)` sends octets and returns that many reply lines.
    static func python(_ script: String, port: Int, _ arguments: String...) async throws -> String {
        let prelude = """
            import os, smtplib, socket, sys
            port = int(sys.argv[1])
            def dial():
                global wire, lines
                wire = socket.create_connection(("127.0.0.1", port), timeout=60)
                lines = wire.makefile("rb")
            def talk(octets, replies):
                wire.sendall(octets)
                return [lines.readline().decode().rstrip() for _ in range(replies)]

            """
        return try await run(
            "/usr/bin/env",
            ["python3", "-c", prelude + script, String(port)] + arguments
        )
    }

    static func run(_ path: String, _ arguments: [String]) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard status == 0 else { throw Failure(status: status, output: text) }
        return text
    }
}
