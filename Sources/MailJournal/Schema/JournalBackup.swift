import Foundation
import GRDB
import Glibc

/// A copy of the journal as it was before its migration, beside it and for its owner's eyes only.
enum JournalBackup {
    /// What the names of backups begin with.
    static let prefix = "journal-version-"

    /// Must be durable before the migration begins.
    ///
    /// - Parameters:
    ///   - version: The journal's.
    ///   - directory: Where it lies.
    ///   - db: The journal; no transaction may be open.
    /// - Returns: The backup's path. An earlier attempt's copy of the same events is taken as it is.
    /// - Throws: `JournalError` if it cannot be written.
    static func make(
        ofVersion version: Int,
        in directory: StateDirectory,
        from db: Database
    ) throws -> String {
        for number in 1... {
            let suffix = number == 1 ? "" : "-\(number)"
            let path = "\(directory.path)/\(prefix)\(version)\(suffix).sqlite"
            guard StateDirectory.exists(at: path) else {
                try write(from: db, to: path, in: directory.path)
                return path
            }
            if try holds(path, sameEventsAs: db) { return path }
        }
        throw JournalError("there is no name left for a backup of the journal")
    }

    /// Complete or not at all.
    private static func write(from db: Database, to path: String, in folder: String) throws {
        let draft = path + ".new"
        unlink(draft)
        do {
            try db.execute(sql: "VACUUM INTO ?", arguments: [draft])
            try flush(draft)
        } catch {
            unlink(draft)
            throw error
        }
        guard rename(draft, path) == 0 else { throw JournalError("\(path) cannot be written") }
        try flush(folder)
    }

    /// SQLite does not flush what `VACUUM INTO` writes.
    private static func flush(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw JournalError("\(path) cannot be written") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw JournalError("\(path) cannot be written; the disk may be full")
        }
    }

    private static func holds(_ path: String, sameEventsAs db: Database) throws -> Bool {
        var configuration = Configuration()
        configuration.readonly = true
        let copy = try? DatabaseQueue(path: path, configuration: configuration)
        defer { try? copy?.close() }
        guard let head = try? copy?.read({ try EventChain.head(in: $0) }) else { return false }
        return try head == EventChain.head(in: db)
    }
}
