package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// Destroys the personal data of a whole campaign for good: its key, its people, and what leads from
    /// hashes back to them.
    ///
    /// Numbers, times, hashes and events stay, so that the campaign can still be verified and proven. Who was
    /// told stays known by keyed hashes until `forgetNotices`.
    ///
    /// - Parameters:
    ///   - campaign: Must not be held, nor have anything under way; one that is erased already stays as it is.
    ///   - official: Who erases.
    ///   - now: The time.
    /// - Throws: `JournalError`; the campaign is whole then, or its key is gone and erasing it again ends it.
    package func erase(
        _ campaign: CampaignRecord,
        by official: Official,
        at now: Date
    ) throws {
        guard campaign.erasedAt == nil else { return }
        // First: whatever happens now, nothing of it can be opened any more. What is left is settled by
        // whoever erases again.
        try keys.destroy([
            KeyStore.name(of: campaign.id), KeyStore.recipientsName(of: campaign.id),
        ])
        try write { db in
            try Self.destroy(of: campaign.id, in: db)
            try db.execute(
                sql: "UPDATE campaign SET erased_at = ?, parts = NULL WHERE id = ?",
                arguments: [now.seconds, campaign.id]
            )
            let event = Event(.erased, campaign: campaign.id, ["what": "campaign"])
            try Self.record(event, .custody, by: official, at: now, in: db)
        }
        try rewrite()
    }

    /// Destroys the personal data of one person in a campaign.
    ///
    /// That they were told stays known by keyed hashes until `forgetNotices`, so that they are not told twice.
    ///
    /// - Parameters:
    ///   - rows: All rows of that person; none of their messages may be under way.
    ///   - campaign: Must not be held.
    ///   - official: Who erases.
    ///   - now: The time.
    /// - Throws: `JournalError`; then nothing has changed.
    package func erase(
        rows: [Int],
        of campaign: CampaignRecord,
        by official: Official,
        at now: Date
    ) throws {
        guard !rows.isEmpty, campaign.erasedAt == nil else { return }
        try write { db in
            for row in rows { try Self.destroy(row: row, of: campaign.id, in: db) }
            let text = rows.sorted().map(String.init).joined(separator: ",")
            let event = Event(.erased, campaign: campaign.id, ["what": "rows", "rows": text])
            try Self.record(event, .custody, by: official, at: now, in: db)
        }
        try rewrite()
    }

    /// Writes the journal's file anew, so that nothing that was erased is left in it; also where an earlier
    /// attempt was interrupted.
    ///
    /// - Throws: `JournalError`; what was erased stays so.
    package func rewrite() throws {
        do {
            try JournalRewrite.run(queue)
        } catch is DatabaseError {
            throw JournalError(
                "what was asked for is erased and recorded, but the journal could not be written anew; free "
                    + "space or repair the disk, then erase the same again"
            )
        }
    }

    /// Forgets whom the messages of a campaign have told: `already-notified` no longer knows them.
    ///
    /// - Returns: How many hashes went.
    package func forgetNotices(of campaign: String) throws -> Int {
        try write { try Self.forgetNotices(of: campaign, in: $0) }
    }

    @discardableResult
    static func forgetNotices(of campaign: String, in db: Database) throws -> Int {
        try db.execute(
            sql: """
                DELETE FROM notice WHERE message IN
                (SELECT number FROM message WHERE campaign = ?)
                """,
            arguments: [campaign]
        )
        return db.changesCount
    }

    /// Whether it is still known whom the messages of a campaign have told.
    package func knowsNotices(of campaign: String) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM notice JOIN message ON number = message
                    WHERE campaign = ?)
                    """,
                arguments: [campaign]
            ) ?? false
        }
    }

    /// When the last appointment of a campaign is over that somebody may have been told of; nil if there is
    /// none with a time.
    package func lastStart(of campaign: String) throws -> AppointmentTime? {
        try read { db in
            let starts = try Row.fetchCursor(
                db,
                sql: """
                    SELECT start, second_start FROM row
                    WHERE campaign = ? AND class IN \(RowClass.sqlList(where: \.isKept))
                    """,
                arguments: [campaign]
            )
            var last: AppointmentTime?
            while let row = try starts.next() {
                let texts: [String?] = [
                    row[FileRow.Columns.start], row[FileRow.Columns.secondStart],
                ]
                for text in texts {
                    guard let start = text.flatMap(AppointmentTime.init(iso8601:)) else { continue }
                    if last.map({ $0.epochSeconds < start.epochSeconds }) ?? true { last = start }
                }
            }
            return last
        }
    }

    private static func destroy(of campaign: String, in db: Database) throws {
        for sql in [
            """
            DELETE FROM receipt WHERE event IN
            (SELECT sequence FROM event WHERE campaign = ?)
            """,
            "UPDATE message SET opening = NULL WHERE campaign = ?",
            "UPDATE row SET salt = NULL WHERE campaign = ?",
            "DELETE FROM contact WHERE campaign = ?",
        ] {
            try db.execute(sql: sql, arguments: [campaign])
        }
    }

    private static func destroy(row: Int, of campaign: String, in db: Database) throws {
        let message = """
            (SELECT message FROM row WHERE campaign = ?1 AND row = ?2)
            """
        for sql in [
            """
            DELETE FROM receipt WHERE event IN (SELECT sequence FROM event
            WHERE campaign = ?1 AND message = (SELECT proof_id FROM message WHERE number = \(message)))
            """,
            "UPDATE message SET opening = NULL WHERE number = \(message)",
            "UPDATE row SET salt = NULL WHERE campaign = ?1 AND row = ?2",
            "DELETE FROM contact WHERE campaign = ?1 AND row = ?2",
        ] {
            try db.execute(sql: sql, arguments: [campaign, row])
        }
    }
}
