package import Foundation
import GRDB
import MailCore

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
