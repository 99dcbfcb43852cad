import MailCore
import MailJournal

/// Rows that a person has decided since planning.
extension PlanReport {
    var decidedJSON: JSON {
        .list(
            decisions.map { row, answer in
                [
                    "row": .number(row.row), "answer": .text(answer.rawValue),
                    "class": .text(row.rowClass.rawValue),
                    "reasons": .list(row.explanations.map { .text($0) }),
                ]
            }
        )
    }
}
