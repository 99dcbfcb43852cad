package import MailCore
package import MailJournal

/// A row that waits for a person's decision, and what may be answered.
///
/// An option of a command is one way to answer it, a page another.
package struct RowQuestion: Sendable {
    package let row: RowRecord
    package let answers: [RowAnswer]

    /// Nil if the row waits for nobody.
    init?(_ row: RowRecord) {
        guard row.rowClass == .needsDecision else { return nil }
        self.row = row
        answers = RowAnswer.allCases.filter { $0 != .send || row.rowClass.takesAddress }
    }
}

extension PlanReport {
    /// Every row that waits for a decision.
    package var questions: [RowQuestion] { rows.compactMap(RowQuestion.init) }
}
