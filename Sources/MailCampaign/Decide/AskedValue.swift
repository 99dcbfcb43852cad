package import MailCore
import MailJournal

/// A value that the guard asks about once, and what was said of it.
///
/// No personal data.
package struct AskedValue: Sendable {
    package let question: ValueQuestion
    /// Nil while a row waits.
    package let answer: ValueAnswer?

    package var number: Int { question.number }

    /// What may be answered, while a row waits.
    package var answers: [ValueAnswer] { answer == nil ? ValueAnswer.allCases : [] }

    /// - Parameters:
    ///   - question: As planning put it.
    ///   - rows: Those that have the value, as they are now.
    init(_ question: ValueQuestion, _ rows: [RowRecord]) {
        self.question = question
        answer =
            if rows.contains(where: { $0.rowClass == .needsDecision }) {
                nil
            } else if rows.contains(where: \.isFine) {
                .fine
            } else {
                rows.contains { $0.answer == .phone } ? .phone : .leaveOut
            }
    }
}

extension PlanReport {
    /// Everything that is asked about once, in the order of the numbers.
    package var values: [AskedValue] {
        let asked = Dictionary(grouping: rows.filter { $0.value != nil }) { $0.value }
        return (campaign.facts.questions ?? []).map { AskedValue($0, asked[$0.number] ?? []) }
    }
}
