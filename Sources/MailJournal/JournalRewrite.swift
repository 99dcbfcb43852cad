import GRDB

/// Writes the file of the journal anew, so that nothing that was deleted is left in a page, in the list of free
/// pages or in the log.
enum JournalRewrite {
    /// No transaction may be open.
    ///
    /// - Throws: SQLite's errors; the journal is whole all the same.
    static func run(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { db in
            // What it copies is sealed, and may be larger than the memory.
            try db.execute(sql: "PRAGMA temp_store = FILE")
            defer { try? db.execute(sql: "PRAGMA temp_store = MEMORY") }
            try db.execute(sql: "VACUUM")
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }
}
