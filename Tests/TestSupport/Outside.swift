/// Changes a database as a program that knows nothing of ours would.
package enum Outside {
    /// Runs SQL on the file of a closed journal, whatever the tables allow.
    package static func change(_ path: String, _ sql: String) async throws {
        try await run(sql, on: path, ignoringChecks: true)
    }

    /// Runs SQL on the file of a closed journal, as far as the tables allow it.
    package static func changeAsAllowed(_ path: String, _ sql: String) async throws {
        try await run(sql, on: path, ignoringChecks: false)
    }

    private static func run(
        _ sql: String,
        on path: String,
        ignoringChecks: Bool
    ) async throws {
        let program = """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            database.execute("PRAGMA ignore_check_constraints = \(ignoringChecks ? "ON" : "OFF")")
            database.executescript(sys.argv[2])
            database.commit()
            database.close()
            """
        try await Program.run("python3", ["-c", program, path, sql])
    }
}
