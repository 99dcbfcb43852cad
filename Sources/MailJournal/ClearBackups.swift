import Foundation
import GRDB
import Glibc

/// Copies of a journal from before anything was sealed, which a migration has left beside it.
///
/// They hold people in clear, so they go as soon as everything in the migrated journal was read; it has its own
/// backups, and each copy's events are in its chain. A copy of other events stays: it is somebody's only one.
enum ClearBackups {
    /// Must run when the journal has the newest version; does nothing where there are none.
    ///
    /// - Throws: `JournalError` if something of the journal cannot be opened; the copies stay then.
    static func remove(from directory: StateDirectory, _ queue: DatabaseQueue) throws {
        let paths = all(in: directory)
        guard !paths.isEmpty else { return }
        let known = try queue.read { db in
            try paths.filter { try isKnown($0, in: db) }
        }
        guard !known.isEmpty else { return }
        try queue.read(openAll)
        try JournalRewrite.run(queue)
        for path in known { try remove(path) }
    }

    private static func all(in directory: StateDirectory) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return names.filter { name in
            guard name.hasPrefix(JournalBackup.prefix) else { return false }
            let version = name.dropFirst(JournalBackup.prefix.count).prefix { $0.isNumber }
            return Int(version).flatMap(Migrations.tables(ofVersion:))?.isClear ?? false
        }.sorted().map { "\(directory.path)/\($0)" }
    }

    /// Whether all its events stand in the journal, too.
    private static func isKnown(_ path: String, in db: Database) throws -> Bool {
        var configuration = Configuration()
        configuration.readonly = true
        guard let copy = try? DatabaseQueue(path: path, configuration: configuration) else {
            return false
        }
        defer { try? copy.close() }
        guard let head = try? copy.read({ try EventChain.head(in: $0) }) else { return false }
        return try head.sequence == 0
            || EventChain.hash(ofEvent: head.sequence, in: db) == head.hash
    }

    /// Opens every sealed record once.
    private static func openAll(in db: Database) throws {
        for campaign in try String.fetchAll(db, sql: "SELECT id FROM campaign") {
            let seal = try CampaignSeal(of: campaign, in: db)
            let contacts = try Row.fetchCursor(
                db,
                sql: "SELECT * FROM contact WHERE campaign = ?",
                arguments: [campaign]
            )
            while let row = try contacts.next() { _ = try seal.kept(in: row) }
            let messages = try Row.fetchCursor(
                db,
                sql: "SELECT * FROM message WHERE campaign = ?",
                arguments: [campaign]
            )
            while let row = try messages.next() { _ = try MessageRow.opening(in: row, seal) }
            let receipts = try Row.fetchCursor(
                db,
                sql: """
                    SELECT receipt.* FROM receipt JOIN event ON sequence = receipt.event
                    WHERE campaign = ?
                    """,
                arguments: [campaign]
            )
            while let row = try receipts.next() { _ = try ReceiptRow.text(in: row, seal) }
        }
    }

    /// Overwritten first: on a disk that writes in place nothing of it is left.
    private static func remove(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw JournalError("\(path) cannot be overwritten") }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else {
            throw JournalError("\(path) cannot be examined")
        }
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        var place: off_t = 0
        while place < info.st_size {
            let count = min(zeros.count, Int(info.st_size - place))
            guard pwrite(descriptor, zeros, count, place) == count else {
                throw JournalError("\(path) cannot be overwritten")
            }
            place += off_t(count)
        }
        fsync(descriptor)
        guard unlink(path) == 0 else { throw JournalError("\(path) cannot be removed") }
    }
}
