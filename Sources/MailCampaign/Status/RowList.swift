package import MailCore
package import MailJournal

/// Rows of a campaign with their classes.
package struct RowList: Sendable {
    package let rows: [RowRecord]
    /// Those that could not be read, of which a person has said what they are.
    private let answered: Set<Int>

    /// - Parameters:
    ///   - id: The campaign.
    ///   - workspace: The authority.
    ///   - rowClass: Only this class.
    ///   - delivery: Only where the message stands so.
    /// - Throws: `UnknownCampaign`.
    package init(
        of id: String,
        in workspace: Workspace,
        rowClass: RowClass? = nil,
        delivery: DeliveryState? = nil
    ) throws {
        let journal = workspace.journal
        var rows: [RowRecord] = []
        try journal.forEachRow(of: journal.campaign(id).id) { row in
            let isWanted = rowClass.map { $0 == row.rowClass } ?? true
            if isWanted, delivery == nil || row.state == delivery { rows.append(row) }
        }
        self.rows = rows
        answered = try journal.answeredRows(of: id)
    }

    /// Why a row stands where it stands, and what a person said.
    package func explanations(of row: RowRecord) -> [Kept<RowReason>] {
        Self.explanations(of: row, answered: answered)
    }

    /// The same where the rows that have an answer are known already.
    static func explanations(of row: RowRecord, answered: Set<Int>) -> [Kept<RowReason>] {
        row.explanations
            + (answered.contains(row.row)
                ? [.fact(.decided(answer: .leaveOut, hasGivenStart: false, isFine: false))] : [])
    }
}
