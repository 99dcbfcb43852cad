import GRDB
import MailCore

/// The messages and rows of a campaign as its tables hold them now, without personal data.
///
/// Messages in the order of planning; those that a person's decision made stand last.
struct CampaignTables {
    let messages: [MessageRecord]
    /// How many rows there are.
    let rowCount: Int
    /// The digest over the rows as they stand.
    let rowsDigest: String

    private let campaign: String
    private let ids: [Int64: String]
    private let db: Database

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
        self.campaign = campaign
        self.ids = ids
        self.db = db
        var answered: [String: [Int]] = [:]
        var digest = RowsDigest()
        var count = 0
        try Self.forEachRow(of: campaign, ids: ids, in: db) { row in
            count += 1
            digest.add(row: row.row, line: row.line, rowClass: row.rowClass, message: row.message)
            if let message = row.message { answered[message, default: []].append(row.row) }
        }
        rowCount = count
        rowsDigest = digest.finalize().hex
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

    /// Every row, in the order of the file.
    func rows() throws -> [RowEntry] {
        var rows: [RowEntry] = []
        try Self.forEachRow(of: campaign, ids: ids, in: db) { rows.append($0) }
        return rows
    }

    private static func forEachRow(
        of campaign: String,
        ids: [Int64: String],
        in db: Database,
        _ visit: (RowEntry) -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT row, line, class, message FROM row WHERE campaign = ? ORDER BY row",
            arguments: [campaign]
        )
        while let row = try rows.next() {
            visit(
                RowEntry(
                    row: row[0],
                    line: row[1],
                    rowClass: row[2],
                    // A message of another campaign is none of this one's; the audit says so.
                    message: (row[3] as Int64?).map { ids[$0] ?? "another campaign's" }
                )
            )
        }
    }

    /// The root of the tree over the messages.
    var merkleRoot: String { MerkleTree(of: messages.lazy.map(\.entry)).root.hex }
}
