import GRDB
import MailCore

/// The messages and rows of a campaign as its tables hold them now, without personal data.
///
/// Messages in the order of planning; those that a person's decision made stand last.
struct CampaignTables {
    let messages: [MessageRecord]
    let rows: [RowEntry]

    init(of campaign: String, in db: Database) throws {
        let stored = try Row.fetchAll(
            db,
            sql: """
                SELECT number, id, digest, recipient, coalesce(state, '') AS state
                FROM message LEFT JOIN delivery ON delivery.message = number
                WHERE campaign = ? ORDER BY number
                """,
            arguments: [campaign]
        )
        var ids: [Int64: String] = [:]
        for row in stored { ids[row["number"]] = row["id"] }
        let rows = try Self.rows(of: campaign, ids: ids, in: db)
        var answered: [String: [Int]] = [:]
        for row in rows {
            if let message = row.message { answered[message, default: []].append(row.row) }
        }
        self.rows = rows
        messages = stored.map { row in
            MessageRecord(
                id: row["id"],
                digest: row["digest"],
                recipient: row["recipient"],
                rows: answered[row["id"]] ?? [],
                state: row["state"]
            )
        }
    }

    private static func rows(
        of campaign: String,
        ids: [Int64: String],
        in db: Database
    ) throws -> [RowEntry] {
        try Row.fetchAll(
            db,
            sql: "SELECT row, line, class, message FROM row WHERE campaign = ? ORDER BY row",
            arguments: [campaign]
        ).map { row in
            RowEntry(
                row: row["row"],
                line: row["line"],
                rowClass: row["class"],
                // A message of another campaign is none of this one's; the audit says so.
                message: (row["message"] as Int64?).map { ids[$0] ?? "another campaign's" }
            )
        }
    }

    /// The root of the tree over the messages.
    var merkleRoot: String { MerkleTree(of: messages.lazy.map(\.entry)).root.hex }

    /// The digest over the rows as they stand.
    var rowsDigest: String {
        var digest = RowsDigest()
        for row in rows {
            digest.add(row: row.row, line: row.line, rowClass: row.rowClass, message: row.message)
        }
        return digest.finalize().hex
    }
}
