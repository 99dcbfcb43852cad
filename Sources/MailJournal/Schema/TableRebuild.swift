import GRDB

/// Makes all tables of a journal again, under the text of the next version, and copies their rows.
///
/// A table is never altered: so the schema of a version is one text, however old the journal is.
struct TableRebuild: Sendable {
    /// A table, and how it is filled from the old one.
    struct Copy: Sendable {
        let table: String
        /// With the name of the old table.
        let fill: @Sendable (Database, String) throws -> Void

        /// - Parameters:
        ///   - table: Its name, old and new.
        ///   - fill: What fills it, where SQL alone cannot; is given the name of the old table.
        init(_ table: String, fill: @escaping @Sendable (Database, String) throws -> Void) {
            self.table = table
            self.fill = fill
        }

        /// - Parameters:
        ///   - table: Its name, old and new.
        ///   - columns: `rowid` among them where the order of arrival counts.
        ///   - further: Columns of the new table alone, with what they hold: an expression over the
        ///     old one.
        init(_ table: String, _ columns: String, further: [(column: String, value: String)] = []) {
            let filled = ([columns] + further.map(\.column)).joined(separator: ", ")
            let values = ([columns] + further.map(\.value)).joined(separator: ", ")
            self.init(table) { db, old in
                try db.execute(
                    sql: "INSERT INTO \(table) (\(filled)) SELECT \(values) FROM \(old)"
                )
            }
        }
    }

    /// The version the journal has.
    let version: Int
    /// Every table of that version, in an order in which each refers to those before it.
    let copies: [Copy]

    /// Must run with foreign keys off; they are to be checked afterwards.
    ///
    /// - Parameters:
    ///   - tables: The text of the next version.
    ///   - db: The journal.
    /// - Throws: SQLite's errors.
    func run(under tables: String, in db: Database) throws {
        try setAside(in: db)
        try db.execute(sql: tables)
        for copy in copies {
            try copy.fill(db, oldName(of: copy.table))
            try db.execute(sql: "DROP TABLE \(oldName(of: copy.table))")
        }
    }

    private func oldName(of table: String) -> String { "\(table)_version_\(version)" }

    /// Gives the old tables other names; their indices go.
    private func setAside(in db: Database) throws {
        let indices = try String.fetchAll(
            db,
            sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        )
        for index in indices { try db.execute(sql: "DROP INDEX \(index)") }
        // Otherwise the tables that refer to a renamed one would follow it.
        try db.execute(sql: "PRAGMA legacy_alter_table = ON")
        for copy in copies {
            try db.execute(sql: "ALTER TABLE \(copy.table) RENAME TO \(oldName(of: copy.table))")
        }
        try db.execute(sql: "PRAGMA legacy_alter_table = OFF")
    }
}
