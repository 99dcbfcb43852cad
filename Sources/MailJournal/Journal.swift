import Foundation
import GRDB
import MailCore

/// The one place where anything is remembered: campaigns, deliveries, approvals and events, in
/// SQLite.
///
/// One connection in one process (Debian's SQLite has a corruption bug with two).
package final class Journal: Sendable {
    let queue: DatabaseQueue
    package let directory: StateDirectory
    /// Keys the hashes by which a later campaign recognises who was told already.
    let noticeSecret: [UInt8]

    /// Opens the journal of a state directory, and creates it on first use.
    ///
    /// - Throws: `JournalError`, with what to do next (exit code 73).
    package init(in directory: StateDirectory) throws {
        self.directory = directory
        // SQLite creates its files with this mode; nobody else may read them, not even for a
        // moment.
        umask(0o077)
        do {
            queue = try DatabaseQueue(
                path: directory.journalPath,
                configuration: Self.configuration
            )
            try queue.writeWithoutTransaction { db in
                try Self.checkIdentity(db)
                try Self.prepare(db)
                try Self.readBackPragmas(db)
            }
            try queue.write(Self.create)
            noticeSecret = try queue.write { try Secret.named("notice", in: $0) }
        } catch let error as JournalError {
            throw error
        } catch let error as DatabaseError {
            throw JournalError(error, directory.journalPath)
        }
    }

    /// Closes the file; the journal must not be used afterwards.
    package func close() throws {
        try queue.close()
    }

    /// Changes everything in the block, or nothing.
    ///
    /// - Throws: `JournalError` for SQLite's own errors, and what the block throws.
    func write<T>(_ block: (Database) throws -> T) throws -> T {
        do {
            return try queue.write(block)
        } catch let error as DatabaseError {
            throw JournalError(error, directory.journalPath)
        }
    }

    /// - Throws: `JournalError` for SQLite's own errors, and what the block throws.
    func read<T>(_ block: (Database) throws -> T) throws -> T {
        do {
            return try queue.read(block)
        } catch let error as DatabaseError {
            throw JournalError(error, directory.journalPath)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "journal"
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    /// A commit in WAL mode survives a power cut only with `synchronous = FULL`
    /// (sqlite.org/pragma.html#pragma_synchronous).
    private static func prepare(_ db: Database) throws {
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try db.execute(sql: "PRAGMA synchronous = FULL")
    }

    /// Pragmas are requests; what counts is what SQLite says afterwards.
    private static func readBackPragmas(_ db: Database) throws {
        let expected = [
            ("journal_mode", "wal"), ("synchronous", "2"), ("locking_mode", "exclusive"),
            ("trusted_schema", "0"), ("foreign_keys", "1"),
        ]
        for (name, value) in expected {
            let found = try String.fetchOne(db, sql: "PRAGMA \(name)")
            guard found == value else {
                throw JournalError("SQLite does not keep \(name) = \(value) on this disk")
            }
        }
    }

    private static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }

    private static func create(_ db: Database) throws {
        guard try isEmpty(db) else { return }
        try db.execute(sql: Schema.tables)
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
    }

    /// Must come before anything is changed: a file that is not ours stays as it is.
    private static func checkIdentity(_ db: Database) throws {
        guard try !isEmpty(db) else { return }
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard application == Schema.applicationID else {
            throw JournalError("journal.sqlite is not a journal of Einzelpost; move it away")
        }
        guard version != 1 else {
            throw JournalError(
                "journal.sqlite was written before there were proofs (version 1). Finish its "
                    + "campaigns with the program that wrote it, move the state directory away "
                    + "and keep it; then begin with a new one"
            )
        }
        guard version == Schema.version else {
            throw JournalError(
                "journal.sqlite has version \(version), this program reads \(Schema.version); "
                    + "use the program that wrote it"
            )
        }
        let check = try String.fetchOne(db, sql: "PRAGMA quick_check")
        guard check == "ok" else {
            throw JournalError("journal.sqlite is damaged; keep it and restore a backup")
        }
    }
}

/// Why the journal cannot be used or written.
///
/// Never personal data.
package struct JournalError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    /// SQLite's code and message, without the statement's arguments.
    init(_ error: DatabaseError, _ path: String) {
        let advice =
            switch error.resultCode {
            case .SQLITE_FULL: "the disk is full; make room, then go on with: einzelpost resume"
            case .SQLITE_IOERR:
                "the disk is full or does not work; make room or mend it, then go on with: "
                    + "einzelpost resume"
            case .SQLITE_BUSY: "another program has it open; close that program"
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: "it is damaged; restore a backup"
            default: "check the disk, then try again"
            }
        description = "journal \(path): SQLite \(error.extendedResultCode.rawValue): \(advice)"
    }
}
