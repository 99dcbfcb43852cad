import GRDB
import MailCore

/// What the `planned` event holds fast of a campaign besides its messages and row classes.
///
/// Read from the tables at planning and again by `verify`, by the same code.
struct PlannedFacts {
    /// The keys and values of the event's detail.
    let facts: [String: String]

    /// - Parameters:
    ///   - campaign: Its id.
    ///   - changes: What people have made of rows since.
    ///   - db: The journal.
    /// - Throws: `JournalError` if the campaign has gone, and SQLite's errors.
    init(of campaign: String, changes: [RowChange] = [], in db: Database) throws {
        let row = try Row.fetchOne(
            db,
            sql: "SELECT * FROM campaign WHERE id = ?",
            arguments: [campaign]
        )
        guard let row else { throw JournalError("a campaign has gone from the journal") }
        var facts = [
            "by": try OfficialKey(in: db).hash("planning", row["planned_by"]),
            "facts": Self.digest(of: row["facts"]), "letter": Self.digest(of: row["letter"]),
            "relay_digest": row["relay_digest"],
            "row_texts": try Self.rowTexts(of: campaign, changes: changes, in: db),
        ]
        facts["as_of"] = (row["as_of"] as Int?).map(String.init)
        self.facts = facts
    }

    /// What each of them is called when it has been changed.
    static let names = [
        "by": "who planned it", "facts": "what planning found out", "letter": "the letter",
        "relay_digest": "the relay", "row_texts": "a row's start, reasons, column or doubts",
        "as_of": "the moment it was judged by",
    ]

    private static func digest(of text: String) -> String { Digest(of: text.utf8).hex }

    /// Over every row's number, starts, reasons, column and doubts, as they were at planning.
    private static func rowTexts(
        of campaign: String,
        changes: [RowChange],
        in db: Database
    ) throws -> String {
        var hasher = FieldHasher(version: "einzelpost row texts 2")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row, start, second_start, reasons, problem_column,
                half_known || collective || left_out FROM row WHERE campaign = ?
                ORDER BY row
                """,
            arguments: [campaign]
        )
        let given = Set(changes.filter(\.hasGivenStart).map(\.row))
        while let row = try rows.next() {
            let number: Int = row[0]
            hasher.add(String(number))
            hasher.add(given.contains(number) ? "" : row[1] ?? "")
            hasher.add(row[2] ?? "")
            hasher.add(row[3])
            hasher.add(row[4] ?? "")
            hasher.add(row[5])
        }
        return hasher.finalize().hex
    }
}
