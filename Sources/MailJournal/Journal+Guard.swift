import GRDB
import MailCore

extension Journal {
    /// The guard that has judged every message of a campaign among the values of all.
    ///
    /// - Parameter campaign: Its id.
    /// - Returns: Its version; nil if a program planned it that did not say so, or if a decision has added a
    ///   message since: the others were judged without its values.
    /// - Throws: `JournalError`.
    package func guardVersion(of campaign: String) throws -> Int? {
        try read { db in
            let events = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM event WHERE campaign = ? AND kind = \(EventKind.planned.sql)
                    OR campaign = ? AND kind = \(EventKind.decided.sql) AND message IS NOT NULL
                    """,
                arguments: [campaign, campaign]
            ).map { EventRow($0).event }
            guard events.count == 1 else { return nil }
            return events.first?.facts?["guard"].flatMap { Int($0) }
        }
    }
}
