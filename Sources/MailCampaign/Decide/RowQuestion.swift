package import MailCore
package import MailJournal

/// A row that waits for a person's decision, and what may be answered.
///
/// An option of a command is one way to answer it, a page another.
package struct RowQuestion: Sendable {
    package let row: RowRecord
    package let answers: [RowAnswer]

    /// Nil if the row waits for nobody.
    ///
    /// - Parameters:
    ///   - row: As the journal keeps it.
    ///   - answered: Rows that could not be read and have an answer already.
    init?(_ row: RowRecord, answered: Set<Int>) {
        if row.rowClass == .needsDecision {
            // A value is fine or it is not, whatever the address (`AskedValue`).
            answers = RowAnswer.allCases.filter { $0 != .send || row.value == nil }
        } else if row.rowClass == .rejected, !answered.contains(row.row) {
            // Nothing of it was kept that could be called or written to.
            answers = [.leaveOut]
        } else {
            return nil
        }
        self.row = row
    }
}

extension PlanReport {
    /// Every row that waits for a decision.
    package var questions: [RowQuestion] {
        rows.compactMap { RowQuestion($0, answered: answered) }
    }
}
