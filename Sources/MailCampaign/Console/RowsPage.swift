package import MailCore
import MailJournal

/// Some rows of a campaign, for a page; no personal data.
package struct RowsPage: Sendable {
    package struct Line: Sendable {
        package let row: Int
        package let start: Sentence?
        package let why: Sentence
        package let state: Sentence?
        package let hasMessage: Bool
    }

    /// How many there are on one page.
    package static let size = 50

    package let lines: [Line]
    /// How many rows there are in all.
    package let total: Int
    /// From 1.
    package let number: Int

    package var pages: Int { max(1, (total + Self.size - 1) / Self.size) }

    /// - Parameters:
    ///   - id: The campaign.
    ///   - rowClass: Only this class; nil for every row.
    ///   - number: Which page, from 1; one that is not there is the nearest that is.
    ///   - workspace: The authority.
    /// - Throws: `UnknownCampaign`.
    package init(
        of id: String,
        _ rowClass: RowClass?,
        page number: Int,
        in workspace: Workspace
    ) throws {
        let journal = workspace.journal
        let classes = try journal.classCounts(of: journal.campaign(id).id)
        let total = rowClass.map { classes[$0] ?? 0 } ?? classes.values.reduce(0, +)
        let last = max(1, (total + Self.size - 1) / Self.size)
        let page = min(max(1, number), last)
        let answered = try journal.answeredRows(of: id)
        let rows = try journal.rows(
            of: id,
            rowClass,
            behind: (page - 1) * Self.size,
            atMost: Self.size
        )
        self.total = total
        self.number = page
        lines = rows.map { row in
            Line(
                row: row.row,
                start: row.start?.words,
                why: RowList.explanations(of: row, answered: answered).map(\.words)
                    .joined(separator: Sentence(same: " ")),
                state: row.state?.name,
                hasMessage: row.message != nil
            )
        }
    }
}
