import Foundation
import GRDB
import Glibc

/// What the file of a journal must be before anything is written to it.
///
/// What is not ours, too old, newer than this program or damaged is refused, and not one byte of it
/// has changed then.
enum JournalFile {
    /// Looks at a file with a write-ahead log before it is opened for writing.
    ///
    /// Closing it would fold the log into it. The log may have been left by a newer program that was killed, or
    /// belong to another copy, when a backup was put back beside it.
    ///
    /// - Throws: `JournalError`, with what to do next.
    static func checkUnchanged(at path: String) throws {
        let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        guard let size = log?[.size] as? Int, size > 0 else { return }
        let hadIndex = FileManager.default.fileExists(atPath: path + "-shm")
        // The index of the log, made for reading; the journal itself keeps none on the disk.
        defer { if !hadIndex { unlink(path + "-shm") } }
        var configuration = Configuration()
        configuration.readonly = true
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else {
            return
        }
        defer { try? queue.close() }
        do {
            _ = try queue.read { try check($0, isUntouched: false) }
        } catch let error as DatabaseError where error.isDamage {
            throw damaged
        } catch is DatabaseError {
            // Where it cannot be read so, on a full disk for example, opening it tells what is wrong.
        }
    }

    private static var damaged: JournalError {
        JournalError(
            "journal.sqlite is damaged, or the journal.sqlite-wal beside it belongs to another copy, "
                + "as when a backup was put back over it. Keep both; put back both files of one "
                + "backup, or, where it has only journal.sqlite, move journal.sqlite-wal away"
        )
    }

    /// - Parameters:
    ///   - db: The journal.
    ///   - isUntouched: Whether it is as a process left it that had checked it: then its pages need not be read.
    /// - Returns: Its version; 0 if it is empty.
    /// - Throws: `JournalError`, with what to do next.
    static func check(_ db: Database, isUntouched: Bool) throws -> Int {
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") != 0 else { return 0 }
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard application == Schema.applicationID else {
            throw JournalError("journal.sqlite is not a journal of Einzelpost; move it away")
        }
        let version = try version(db)
        try refuseNewer(version)
        guard let tables = Migrations.tables(ofVersion: version) else {
            throw JournalError(
                "journal.sqlite has version \(version), from before the first release. Finish its "
                    + "campaigns with the program that wrote it, move the state directory away "
                    + "and keep it; then begin with a new one"
            )
        }
        if !isUntouched {
            guard try String.fetchOne(db, sql: "PRAGMA quick_check") == "ok" else { throw damaged }
        }
        guard try SchemaObject.all(in: db) == SchemaObject.all(of: tables.text) else {
            throw JournalError(
                "journal.sqlite has other tables than version \(version) has, so somebody has "
                    + "changed it; keep it and restore a backup"
            )
        }
        return version
    }

    private static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }

    private static func refuseNewer(_ version: Int) throws {
        guard version > Schema.version else { return }
        throw JournalError(
            "journal.sqlite has version \(version), this program reads up to "
                + "\(Schema.version); use the newer program that wrote it. Nothing was changed"
        )
    }
}

extension DatabaseError {
    fileprivate var isDamage: Bool { [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(resultCode) }
}
