import GRDB
package import MailCore

/// What a page needs of a large campaign, and no more of it.
extension Journal {
    /// Some rows of a campaign, in the order of the file.
    ///
    /// - Parameters:
    ///   - campaign: Its id.
    ///   - rowClass: Only this class; nil for every row.
    ///   - offset: How many of them come before.
    ///   - count: At most so many.
    /// - Returns: No personal data.
    /// - Throws: `JournalError`.
    package func rows(
        of campaign: String,
        _ rowClass: RowClass?,
        behind offset: Int,
        atMost count: Int
    ) throws -> [RowRecord] {
        try read { db in
            let values = try Self.valueNumbers(of: campaign, in: db)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT \(RowRecord.columns) FROM row \(RowRecord.joins)
                    WHERE row.campaign = ? AND (? IS NULL OR class = ?)
                    ORDER BY row.row LIMIT ? OFFSET ?
                    """,
                arguments: [campaign, rowClass?.rawValue, rowClass?.rawValue, count, offset]
            ).map { try RowRecord($0, values) }
        }
    }

    /// Where a message stands among those that nobody has taken out, in the order of the file.
    package struct MessagePlace: Sendable {
        package let number: Int64
        /// From 1.
        package let place: Int
        package let count: Int
        /// The first row of the message before and behind it; nil at an end.
        package let previous: Int?
        package let next: Int?
    }

    /// - Parameters:
    ///   - row: One of its rows; nil for the first message.
    ///   - campaign: Its id.
    /// - Returns: Nil if the row has none.
    /// - Throws: `JournalError`.
    package func messagePlace(of row: Int?, in campaign: String) throws -> MessagePlace? {
        try read { db in
            let live = "state IN \(DeliveryState.sqlList { $0.isLive })"
            let message = try Row.fetchOne(
                db,
                sql: """
                    SELECT row.message AS number FROM row JOIN delivery USING (message)
                    WHERE campaign = ? AND (? IS NULL OR row.row = ?) AND \(live)
                    ORDER BY row.row LIMIT 1
                    """,
                arguments: [campaign, row, row]
            )
            guard let number: Int64 = message?["number"] else { return nil }
            let place = try Row.fetchOne(
                db,
                sql: """
                    WITH first AS (
                        SELECT message, min(row.row) AS row FROM row JOIN delivery USING (message)
                        WHERE campaign = ? AND \(live) GROUP BY message
                    ), own AS (SELECT row FROM first WHERE message = ?)
                    SELECT count(*) AS count, sum(first.row <= own.row) AS place,
                        max(CASE WHEN first.row < own.row THEN first.row END) AS previous,
                        min(CASE WHEN first.row > own.row THEN first.row END) AS next
                    FROM first, own
                    """,
                arguments: [campaign, number]
            )
            return place.map {
                MessagePlace(
                    number: number,
                    place: $0["place"],
                    count: $0["count"],
                    previous: $0["previous"],
                    next: $0["next"]
                )
            }
        }
    }
}
