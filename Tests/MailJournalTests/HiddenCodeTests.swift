import CSQLite
import Testing

/// Triggers and views that somebody has put into a file.
struct HiddenCodeTests {
    private struct Failure: Error { let text: String }

    private func run(_ sql: String, on database: OpaquePointer?) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
            throw Failure(text: String(cString: sqlite3_errmsg(database)))
        }
    }

    private func number(_ sql: String, on database: OpaquePointer?) throws -> Int {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK,
            sqlite3_step(statement) == SQLITE_ROW
        else { throw Failure(text: String(cString: sqlite3_errmsg(database))) }
        return Int(sqlite3_column_int64(statement, 0))
    }

    /// What a claim would set off.
    @Test(arguments: [false, true])
    func `a trigger does not run, and a view is not read, where they are switched off`(
        isForbidden: Bool
    ) throws {
        var database: OpaquePointer?
        #expect(sqlite3_open(":memory:", &database) == SQLITE_OK)
        defer { sqlite3_close(database) }
        try run(
            "CREATE TABLE delivery (state TEXT); INSERT INTO delivery VALUES ('planned')",
            on: database
        )
        try run("CREATE TABLE done (x); CREATE VIEW seen AS SELECT 1", on: database)
        try run(
            "CREATE TRIGGER exchange AFTER UPDATE ON delivery BEGIN INSERT INTO done VALUES (1); END",
            on: database
        )
        if isForbidden { #expect(journal_forbid_hidden_code(database) == SQLITE_OK) }
        try run("UPDATE delivery SET state = 'sending'", on: database)
        #expect(try number("SELECT count(*) FROM done", on: database) == (isForbidden ? 0 : 1))
        let view = try? number("SELECT * FROM seen", on: database)
        #expect(view == (isForbidden ? nil : 1))
    }
}
