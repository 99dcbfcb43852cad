import CSQLite
import Foundation
import GRDB
import MailCore
import Synchronization

/// The one place where anything is remembered: campaigns, deliveries, approvals and events, in
/// SQLite.
///
/// One connection in one process (Debian's SQLite has a corruption bug with two).
package final class Journal: Sendable {
    let queue: DatabaseQueue
    package let directory: StateDirectory
    /// Under which everything personal is sealed.
    let keys: KeyStore
    let noticeKey = NoticeKey()
    /// How it was brought to this version just now; nil if it was of this version.
    package let migration: JournalMigration?
    /// Nil for a copy from which nobody is told.
    let witness: Witness?
    /// Campaigns of which everything was compared, by this process or by those before it, and did hold.
    private let compared: Mutex<Set<String>>
    private let isClosed = Mutex(false)

    /// Opens the journal of a state directory, creates it on first use, and brings one of an earlier
    /// version to this one, with a backup beside it.
    ///
    /// - Parameters:
    ///   - directory: Must live as long as the journal.
    ///   - keys: Under which what is personal is sealed; nil for the file `keys` in the directory.
    ///   - witnesses: Where it is known how far the journal has come; nil for a copy from which nobody is
    ///     told, as in rehearsals.
    ///   - bootID: Of the machine.
    /// - Throws: `JournalError`, with what to do next (exit code 73), or `StateDirectoryError` if another
    ///   process works with a copy of it.
    package init(
        in directory: StateDirectory,
        keys: KeyStore? = nil,
        witnessedIn witnesses: WitnessFolder? = nil,
        bootID: String = FlightRecord.currentBootID
    ) throws {
        self.directory = directory
        // SQLite creates its files with this mode; nobody else may read them, not even for a
        // moment.
        umask(0o077)
        do {
            let keys = try keys ?? KeyStore(at: directory.keysPath, under: nil)
            self.keys = keys
            let mark = ClosingMark.ofUntouchedJournal(in: directory)
            compared = Mutex(mark?.compared ?? [])
            try JournalFile.checkUnchanged(at: directory.journalPath)
            queue = try DatabaseQueue(
                path: directory.journalPath,
                configuration: Self.configuration(keys)
            )
            migration = try Self.migrate(queue, in: directory, keys, isUntouched: mark != nil)
            witness = try Self.witness(of: queue, witnesses, beside: directory, bootID)
        } catch let error as JournalError {
            throw error
        } catch let error as DatabaseError {
            throw JournalError(error, directory.journalPath)
        }
    }

    private static func witness(
        of queue: DatabaseQueue,
        _ folder: WitnessFolder?,
        beside directory: StateDirectory,
        _ bootID: String
    ) throws -> Witness? {
        guard let folder else { return nil }
        return try queue.write {
            try Witness(of: $0, in: folder, beside: directory, boot: bootID)
        }
    }

    /// Must check the file before anything is changed: one that is not ours stays as it is.
    private static func migrate(
        _ queue: DatabaseQueue,
        in directory: StateDirectory,
        _ keys: KeyStore,
        isUntouched: Bool
    ) throws -> JournalMigration? {
        let version = try queue.writeWithoutTransaction { db in
            let version = try JournalFile.check(db, isUntouched: isUntouched)
            try prepare(db)
            try readBackPragmas(db)
            return version
        }
        guard version != Schema.version else {
            try ClearBackups.remove(from: directory, queue)
            return nil
        }
        let backup =
            version == 0
            ? nil
            : try queue.writeWithoutTransaction {
                try JournalBackup.make(ofVersion: version, in: directory, from: $0)
            }
        try Migrations.migrator(keys).migrate(queue)
        try queue.read { _ = try JournalFile.check($0, isUntouched: false) }
        try ClearBackups.remove(from: directory, queue)
        return backup.map { path in
            JournalMigration(
                version: version,
                backup: StateDirectory.exists(at: path) ? path : nil
            )
        }
    }

    /// Closes the file; the journal must not be used afterwards.
    package func close() throws {
        try isClosed.withLock { isClosed in
            guard !isClosed else { return }
            try queue.close()
            isClosed = true
            leaveMark()
        }
    }

    /// Must come straight behind the closing: whatever changes the file from then on is nobody's of ours.
    private func leaveMark() {
        // Of a copy nobody asks.
        guard witness != nil,
            let mark = ClosingMark(
                ofJournalAt: directory.journalPath,
                compared: compared.withLock { $0 }
            ),
            mark != ClosingMark.ofUntouchedJournal(in: directory)
        else { return }
        mark.write(in: directory)
    }

    deinit { try? close() }

    /// Whether everything of a campaign was compared and did hold, and nobody but this program has touched the file
    /// since.
    package func wasCompared(_ campaign: String) -> Bool {
        compared.withLock { $0.contains(campaign) }
    }

    /// Notes that everything of a campaign was compared and does hold.
    package func noteCompared(_ campaign: String) {
        compared.withLock { _ = $0.insert(campaign) }
    }

    /// Changes everything in the block, or nothing.
    ///
    /// - Throws: `JournalError` for SQLite's own errors, and what the block throws.
    func write<T>(_ block: (Database) throws -> T) throws -> T {
        do {
            return try queue.writeWithoutTransaction { try transaction(in: $0, block) }
        } catch let error as DatabaseError {
            throw JournalError(error, directory.journalPath)
        }
    }

    /// The witness knows of a commit before anybody who waits for it goes on.
    func transaction<T>(in db: Database, _ block: (Database) throws -> T) throws -> T {
        var result: [T] = []
        try db.inTransaction {
            result = [try block(db)]
            return .commit
        }
        try witness?.noteCommit(in: db)
        return result[0]
    }

    /// - Throws: `JournalError` for SQLite's own errors, and what the block throws.
    func read<T>(_ block: (Database) throws -> T) throws -> T {
        do {
            return try queue.read(block)
        } catch let error as DatabaseError {
            throw JournalError(error, directory.journalPath)
        }
    }

    private static func configuration(_ keys: KeyStore) -> Configuration {
        var configuration = Configuration()
        configuration.label = "journal"
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try Self.forbidHiddenCode(in: db)
            db.add(function: keys.function)
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            // Nothing of anybody in a temporary file, where sorting needs one.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// Triggers and views of a file that somebody has changed would run inside our own statements.
    private static func forbidHiddenCode(in db: Database) throws {
        guard let connection = db.sqliteConnection,
            journal_forbid_hidden_code(connection) == SQLITE_OK
        else { throw JournalError("SQLite cannot switch off triggers and views") }
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
}

/// A journal has been brought from an earlier version to this one.
package struct JournalMigration: Hashable, Sendable {
    /// What it was.
    package let version: Int
    /// The path of the copy as it was before; nil if it held personal data in clear and is gone, since the
    /// journal was read whole afterwards.
    package let backup: String?
}
