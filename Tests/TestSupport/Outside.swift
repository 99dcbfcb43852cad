/// Changes a database as a program that knows nothing of ours would.
package enum Outside {
    /// Runs SQL on the file of a closed journal, whatever the tables allow.
    package static func change(_ path: String, _ sql: String) async throws {
        let program = """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            database.execute("PRAGMA ignore_check_constraints = ON")
            database.executescript(sys.argv[2])
            database.commit()
            database.close()
            """
        try await Program.run("python3", ["-c", program, path, sql])
    }
}
