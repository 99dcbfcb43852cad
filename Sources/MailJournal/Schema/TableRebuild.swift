import GRDB

/// Makes all tables of a journal again, under the text of the next version, and copies their rows.
///
/// A table is never altered: so the schema of a version is one text, however old the journal is.
struct TableRebuild {
    /// A table with the columns that are filled, and what with.
    struct Copy {
        let table: String
        let columns: String
        /// What is read from the old table, in the same order.
        let values: String

        /// - Parameters:
        ///   - table: Its name, old and new.
        ///   - columns: `rowid` among them where the order of arrival counts.
        ///   - further: Columns of the new table alone, with what they hold: an expression over the
        ///     old one.
        init(_ table: String, _ columns: String, further: [(column: String, value: String)] = []) {
            self.table = table
            self.columns = ([columns] + further.map(\.column)).joined(separator: ", ")
            values = ([columns] + further.map(\.value)).joined(separator: ", ")
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
            try db.execute(
                sql: "INSERT INTO \(copy.table) (\(copy.columns)) "
                    + "SELECT \(copy.values) FROM \(oldName(of: copy.table))"
            )
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
