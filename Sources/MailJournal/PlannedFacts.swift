import GRDB
import MailCore

/// What the `planned` event records of a campaign besides its messages and row classes.
///
/// Read from the tables at planning and again by `verify`, by the same code.
struct PlannedFacts {
    /// The keys and values of the event's detail.
    let facts: [String: String]
    private let planner: Official

    /// - Parameters:
    ///   - campaign: Its id.
    ///   - changes: What people have made of rows since.
    ///   - db: The journal.
    /// - Throws: `JournalError` if the campaign has gone, and SQLite's errors.
    init(of campaign: String, changes: [RowChange] = [], in db: Database) throws {
        let row = try CampaignRow.find(campaign, in: db)
        planner = row.planner
        var facts = ["by": try OfficialKey(in: db).hash(.planning, by: row.planner)]
        switch row.form {
        case .unsalted:
            facts["facts"] = Digest(of: row.facts.utf8).hex
            facts["letter"] = Digest(of: row.letter.utf8).hex
            facts["relay_digest"] = row.relayDigest
            facts["row_texts"] = try Self.rowTexts(of: campaign, changes: changes, in: db)
        case .salted:
            let key = try PlanKey(in: db)
            facts["facts"] = key.hash("facts", row.facts, of: campaign)
            facts["letter"] = key.hash("letter", row.letter, of: campaign)
            facts["relay_digest"] = key.hash("relay", row.relayDigest, of: campaign)
        // Each row has a salted hash of its own.
        }
        facts["as_of"] = row.asOf.map(String.init)
        self.facts = facts
    }

    /// The names of those that are not what the event says.
    func differences(from plan: [String: String], key: OfficialKey) -> [String] {
        Self.names.sorted { $0.key < $1.key }.filter { fact, _ in
            fact == "by"
                ? !key.isHash(plan[fact], of: .planning, by: planner) : plan[fact] != facts[fact]
        }.map(\.value)
    }

    /// What each of them is called when it has been changed.
    private static let names = [
        "by": "who planned it", "facts": "what planning found out", "letter": "the letter",
        "relay_digest": "the relay", "row_texts": "a row's start, reasons, column or doubts",
        "as_of": "the moment it was judged by",
    ]

    /// Over every row's number, starts, reasons, column and doubts, as they were at planning; in the
    /// first form.
    private static func rowTexts(
        of campaign: String,
        changes: [RowChange],
        in db: Database
    ) throws -> String {
        typealias Columns = FileRow.Columns
        var hasher = FieldHasher(version: "einzelpost row texts 2")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row, start, second_start, reasons, problem_column,
                half_known || collective || left_out AS doubts FROM row WHERE campaign = ?
                ORDER BY row
                """,
            arguments: [campaign]
        )
        let given = Set(changes.filter(\.hasGivenStart).map(\.row))
        while let row = try rows.next() {
            let number: Int = row[Columns.row]
            hasher.add(String(number))
            hasher.add(given.contains(number) ? "" : row[Columns.start] ?? "")
            hasher.add(row[Columns.secondStart] ?? "")
            hasher.add(row[Columns.reasons])
            hasher.add(row[Columns.problemColumn] ?? "")
            hasher.add(row["doubts"])
        }
        return hasher.finalize().hex
    }
}
