package import Foundation
import GRDB
package import MailCore

/// When the relay took the messages of a campaign, the earliest first.
package struct Acceptances: Sendable {
    package let moments: [Date]

    package init(_ moments: [Date]) { self.moments = moments }

    /// From the first to the last; nil if there is none.
    package var span: ClosedRange<Date>? {
        moments.first.flatMap { first in moments.last.map { first...$0 } }
    }
}

extension Journal {
    /// When the relay took which message, by the message's id; without those whose person was erased.
    ///
    /// - Throws: `JournalError`.
    package func acceptanceTimes(of campaign: String) throws -> [String: Date] {
        let events = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT message, max(at) AS at FROM event
                    WHERE campaign = ? AND kind = \(EventKind.verdict.sql)
                    AND json_extract(detail, '$.verdict') = \(DeliveryEvent.accepted.sql)
                    GROUP BY message
                    """,
                arguments: [campaign]
            )
        }
        let times = Dictionary(
            uniqueKeysWithValues: events.compactMap { event in
                (event["message"] as String?).map { ($0, Date(seconds: event["at"])) }
            }
        )
        var accepted: [String: Date] = [:]
        guard !times.isEmpty, hasKey(of: campaign) else { return accepted }
        try forEachMessage(of: campaign) { message in
            accepted[message.id.text] = times[message.proofID]
        }
        return accepted
    }

    /// What is kept of people, by their rows; nothing where the campaign's key is gone.
    package func contacts(of campaign: String) throws -> [Int: Contact] {
        guard hasKey(of: campaign) else { return [:] }
        return try read { db in
            let seal = try CampaignSeal(of: campaign, in: db)
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT * FROM contact WHERE campaign = ?",
                arguments: [campaign]
            )
            var contacts: [Int: Contact] = [:]
            while let row = try rows.next() {
                contacts[row[ContactRow.Columns.row]] = try seal.kept(in: row)?.contact
            }
            return contacts
        }
    }

    /// When the relay took each message of a campaign.
    package func acceptances(of campaign: String) throws -> Acceptances {
        try read { db in
            Acceptances(
                try Int.fetchAll(
                    db,
                    sql: """
                        SELECT at FROM event WHERE campaign = ? AND kind = \(EventKind.verdict.sql)
                        AND json_extract(detail, '$.verdict') = \(DeliveryEvent.accepted.sql)
                        ORDER BY sequence
                        """,
                    arguments: [campaign]
                ).map(Date.init(seconds:))
            )
        }
    }
}
