import Foundation
import GRDB
import MailCore

extension Journal {
    /// The rows that could not be read of which a person has said that they are left out.
    package func answeredRows(of campaign: String) throws -> Set<Int> {
        try read { try Self.answeredRows(of: campaign, in: $0) }
    }

    /// How many rows could not be read and are still nobody's: each may be a person.
    package func unreadRows(of campaign: String) throws -> Int {
        try read { db in
            let rejected = try Self.classCounts(of: campaign, in: db)[.rejected] ?? 0
            guard rejected > 0 else { return 0 }
            return try rejected - Self.answeredRows(of: campaign, in: db).count
        }
    }

    static func answeredRows(of campaign: String, in db: Database) throws -> Set<Int> {
        let events = try Row.fetchAll(
            db,
            sql: "SELECT * FROM event WHERE campaign = ? AND kind = \(EventKind.answered.sql)",
            arguments: [campaign]
        )
        return Set(events.compactMap { EventRow($0).event.facts?["row"].flatMap { Int($0) } })
    }

    /// A person says what rows are that could not be read: nothing of them was kept, so they are left
    /// out here, and told another way or by a corrected export.
    ///
    /// At any time, also while and after the campaign is sent: no message and no digest changes.
    ///
    /// - Returns: The rows that had no answer before.
    static func answer(
        unread rows: [Int],
        of campaign: String,
        by official: Official,
        at now: Date,
        in db: Database
    ) throws -> [Int] {
        let open = Set(rows).subtracting(try answeredRows(of: campaign, in: db)).sorted()
        for row in open {
            let detail = ["row": "\(row)", "answer": RowAnswer.leaveOut.rawValue]
            let event = Event(.answered, campaign: campaign, detail)
            try record(event, .decision, by: official, at: now, in: db)
        }
        return open
    }

    /// Those of the rows that could not be read.
    static func unread(
        among rows: [Int],
        of campaign: String,
        in db: Database
    ) throws -> [Int] {
        try rows.filter { row in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM row WHERE campaign = ? AND row = ?
                    AND class = \(RowClass.rejected.sql))
                    """,
                arguments: [campaign, row]
            ) ?? false
        }
    }

    /// Whether none of these rows could be read, so that nothing of the plan is touched.
    package func areUnread(_ rows: [Int], of campaign: String) throws -> Bool {
        try read { try Self.unread(among: rows, of: campaign, in: $0).count == rows.count }
    }
}
