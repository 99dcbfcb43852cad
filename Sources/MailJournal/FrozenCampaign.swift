import GRDB
import MailCore

/// What the `planned` event holds fast of a campaign besides its messages and row classes.
///
/// Read from the tables at planning and again by `verify`, by the same code.
struct FrozenCampaign {
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
        "relay_digest": "the relay", "row_texts": "a row's start, reasons or column",
        "as_of": "the moment it was judged by",
    ]

    private static func digest(of text: String) -> String { Digest(of: text.utf8).hex }

    /// Over every row's number, starts, reasons and column, as they were at planning.
    private static func rowTexts(
        of campaign: String,
        changes: [RowChange],
        in db: Database
    ) throws -> String {
        var hasher = FieldHasher(version: "einzelpost row texts 1")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row, start, second_start, reasons, problem_column FROM row
                WHERE campaign = ?
                ORDER BY row
                """,
            arguments: [campaign]
        )
        let changed = Dictionary(grouping: changes, by: \.row)
        while let row = try rows.next() {
            let number: Int = row[0]
            var (start, reasons): (String, String) = (row[1] ?? "", row[3])
            if let changes = changed[number] { take(changes, from: &start, &reasons) }
            hasher.add(String(number))
            hasher.add(start)
            hasher.add(row[2] ?? "")
            hasher.add(reasons)
            hasher.add(row[4] ?? "")
        }
        return hasher.finalize().hex
    }

    /// Start and reasons of a row as they were before a person changed it.
    private static func take(
        _ changes: [RowChange],
        from start: inout String,
        _ reasons: inout String
    ) {
        var list = reasons.split(separator: "\n").map(String.init)
        for change in changes.reversed() {
            if list.last == change.answer.reason(hasGivenStart: change.hasGivenStart) {
                list.removeLast()
            }
            if change.hasGivenStart { start = "" }
        }
        reasons = list.joined(separator: "\n")
    }
}
