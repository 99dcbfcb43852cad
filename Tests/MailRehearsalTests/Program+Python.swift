import TestSupport

/// Python as a client, so that the server is not judged by our own reading.
extension Program {
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
        return try await run("python3", ["-c", prelude + script, String(port)] + arguments)
    }
}
