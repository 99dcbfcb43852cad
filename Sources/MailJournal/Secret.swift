import Foundation
import GRDB

/// Random keys of this journal, which never leave it.
enum Secret {
    /// 32 octets, made when they are first asked for.
    static func named(_ name: String, in db: Database) throws -> [UInt8] {
        let sql = "SELECT value FROM secret WHERE name = ?"
        if let key = try Data.fetchOne(db, sql: sql, arguments: [name]) { return Array(key) }
        // SQLite's randomblob is a ChaCha20 generator seeded by the operating system.
        try db.execute(
            sql: "INSERT INTO secret VALUES (?, randomblob(32))",
            arguments: [name]
        )
        guard let key = try Data.fetchOne(db, sql: sql, arguments: [name]), key.count == 32 else {
            throw JournalError("a key of the journal cannot be kept")
        }
        return Array(key)
    }
}
