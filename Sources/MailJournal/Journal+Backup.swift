import Foundation
import GRDB
import Glibc

/// A whole copy of a journal, read again after it was written.
package struct BackedUpJournal: Sendable {
    /// The file of SQLite, without a log beside it.
    package let octets: [UInt8]
    package let campaigns: Int
    package let events: Int
    /// The last event's hash.
    package let chainHead: String
}

extension Journal {
    private static let draftName = "backup.new"

    /// Copies the journal as it is now.
    ///
    /// Copying its files would miss what is in the log only, or tear a page in two.
    ///
    /// - Returns: The copy, which is known to be whole.
    /// - Throws: `JournalError` if it cannot be written, or is not whole.
    package func backUp() throws -> BackedUpJournal {
        let draft = "\(directory.path)/\(Self.draftName)"
        unlink(draft)
        defer { unlink(draft) }
        do {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [draft])
            }
        } catch let error as DatabaseError {
            throw JournalError(error, draft)
        }
        let (campaigns, head) = try Self.read(draft)
        guard try head == queue.read({ try EventChain.head(in: $0) }) else {
            throw JournalError("the copy of the journal lacks events of it; try again")
        }
        guard let octets = FileManager.default.contents(atPath: draft) else {
            throw JournalError("\(draft) cannot be read")
        }
        return BackedUpJournal(
            octets: Array(octets),
            campaigns: campaigns,
            events: head.sequence,
            chainHead: head.hash
        )
    }

    /// What stands in a copy.
    private static func read(_ path: String) throws -> (Int, (sequence: Int, hash: String)) {
        var configuration = Configuration()
        configuration.readonly = true
        let copy = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? copy.close() }
        return try copy.read { db in
            guard try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok" else {
                throw JournalError("the copy of the journal is damaged; the disk may be, too")
            }
            let campaigns = try Int.fetchOne(db, sql: "SELECT count(*) FROM campaign") ?? 0
            return (campaigns, try EventChain.head(in: db))
        }
    }
}
