import GRDB
import MailCore

/// The messages and rows of a campaign as its tables hold them now, without personal data.
///
/// Messages in the order of planning; those that a person's decision made stand last.
struct ProofSnapshot {
    let form: ProofForm
    let messages: [MessageRecord]
    /// How many rows there are.
    let rowCount: Int
    /// The digest over the rows as they stand.
    let rowsDigest: String

    private let campaign: String
    /// Where among `messages` each stands, by its number.
    private let places: [Int64: Int]
    private let db: Database

    init(of campaign: String, in db: Database) throws {
        form = try CampaignRow.find(campaign, in: db).form
        var messages: [MessageRecord] = []
        var places: [Int64: Int] = [:]
        let stored = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, proof_id, digest_hash, recipient, coalesce(state, '') AS state
                FROM message LEFT JOIN delivery ON delivery.message = number
                WHERE campaign = ? ORDER BY number
                """,
            arguments: [campaign]
        )
        while let row = try stored.next() {
            places[row[MessageRow.number]] = messages.count
            messages.append(
                MessageRecord(
                    id: row[MessageRow.Columns.proofID],
                    digest: row[MessageRow.Columns.digestHash],
                    recipient: row[MessageRow.Columns.recipient],
                    rows: [],
                    state: row[DeliveryRow.Columns.state]
                )
            )
        }
        var digest = RowsDigest(in: form)
        var count = 0
        var answered: [[Int]] = Array(repeating: [], count: messages.count)
        try Self.forEachRow(of: campaign, messages, places, in: db) { row, place in
            digest.add(row)
            count += 1
            if let place { answered[place].append(row.row) }
        }
        for place in messages.indices { messages[place].rows = answered[place] }
        self.campaign = campaign
        self.places = places
        self.db = db
        self.messages = messages
        rowCount = count
        rowsDigest = digest.finalize().hex
    }

    /// Every row, in the order of the file.
    func rows() throws -> [RowEntry] {
        var rows: [RowEntry] = []
        try Self.forEachRow(of: campaign, messages, places, in: db) { row, _ in rows.append(row) }
        return rows
    }

    /// Visits each row with the place of its message.
    private static func forEachRow(
        of campaign: String,
        _ messages: [MessageRecord],
        _ places: [Int64: Int],
        in db: Database,
        _ visit: (RowEntry, Int?) -> Void
    ) throws {
        typealias Columns = FileRow.Columns
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT row, line, class, message, hash FROM row WHERE campaign = ? ORDER BY row",
            arguments: [campaign]
        )
        while let row = try rows.next() {
            let number: Int64? = row[Columns.message]
            let place = number.flatMap { places[$0] }
            // A message of another campaign is none of this one's; the audit says so.
            let id = place.map { messages[$0].id } ?? number.map { _ in "another campaign's" }
            let entry = RowEntry(
                row: row[Columns.row],
                line: row[Columns.line],
                rowClass: row[Columns.rowClass],
                message: id,
                hash: row[Columns.hash]
            )
            visit(entry, place)
        }
    }

    /// What each message's leaf stands for, by the message's number.
    var leaves: [Int64: Digest] {
        places.mapValues { messages[$0].leaf(in: form) }
    }

    /// The root of the tree over the messages.
    var merkleRoot: String { MerkleTree(over: messages, in: form).root.hex }
}
