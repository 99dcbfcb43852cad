import Foundation
import GRDB

/// Random keys of this journal, which never leave it.
enum Secret {
    /// 32 random bytes, made when they are first asked for.
    static func named(_ name: String, in db: Database) throws -> [UInt8] {
        try stored(name, in: db) ?? make(name, in: db)
    }

    /// Nil if there is none of that name.
    static func stored(_ name: String, in db: Database) throws -> [UInt8]? {
        try Data.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM secret WHERE name = ?"),
            arguments: [name]
        ).map(Array.init)
    }

    static func make(_ name: String, in db: Database) throws -> [UInt8] {
        let key = try unforeseeable(in: db)
        try SecretRow(name: name, value: key).insert(in: db)
        return key
    }

    /// 32 octets that nobody can foretell: SQLite's randomblob is a ChaCha20 generator seeded by the
    /// operating system.
    static func unforeseeable(in db: Database) throws -> [UInt8] {
        guard let octets = try Data.fetchOne(db, sql: "SELECT randomblob(32)"), octets.count == 32
        else { throw JournalError("a key of the journal cannot be made") }
        return Array(octets)
    }
}
