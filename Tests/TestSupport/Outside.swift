import Foundation

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
            \(prelude)
            database.execute("PRAGMA ignore_check_constraints = \(ignoringChecks ? "ON" : "OFF")")
            database.executescript(sys.argv[2])
            database.commit()
            database.close()
            """
        try await Program.run("python3", ["-c", program, path, sql])
    }

    /// SQL that asks for something on the file of a closed journal.
    ///
    /// - Returns: Its rows, one a line, the columns with bars between them.
    package static func ask(_ path: String, _ sql: String) async throws -> String {
        let program = """
            \(prelude)
            print(*["|".join(map(str, row)) for row in database.execute(sys.argv[2])], sep="\\n")
            database.commit()
            """
        return try await Program.run("python3", ["-c", program, path, sql])
            .trimmingCharacters(in: .newlines)
    }

    /// SQL that gives a contact another value, as whoever has the keys can.
    ///
    /// - Parameters:
    ///   - field: A name of `FIELDS` in `Tests/Oracles/sealed.py`.
    ///   - row: Of the schedule.
    ///   - value: In SQL.
    /// - Returns: A statement.
    package static func setting(_ field: String, ofRow row: Int, to value: String) -> String {
        "UPDATE contact SET sealed = reseal(campaign, row, sealed, '\(field)', \(value)) "
            + "WHERE row = \(row)"
    }

    /// SQL that gives a message another digest or salt, as whoever has the keys can.
    ///
    /// - Parameters:
    ///   - part: `digest` or `salt`.
    ///   - number: Of the message.
    ///   - value: Hexadecimal digits, in SQL.
    /// - Returns: A statement.
    package static func setting(_ part: String, ofMessage number: Int, to value: String) -> String {
        "UPDATE message SET opening = reopen(campaign, id, opening, '\(part)', \(value)) "
            + "WHERE number = \(number)"
    }

    /// SQL for the digest of a message.
    package static func digest(ofMessage number: Int) -> String {
        "(SELECT message(campaign, id, opening, 'digest') FROM message WHERE number = \(number))"
    }

    /// A connection that can open and seal what the journal has sealed, with the keys beside it.
    private static let prelude = """
        import sqlite3, sys
        sys.path.insert(0, "\(oracles)")
        import sealed
        database = sqlite3.connect(sys.argv[1])
        sealed.register(database, sys.argv[1])
        """

    package static let oracles = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Oracles").path
}
