import MailCore
import MailJournal

/// Rows that a person has decided since planning.
extension PlanReport {
    func decidedJSON(sharedWith: [Int: [Int]]) -> JSON {
        .list(
            decisions.map { row, answer in
                [
                    "row": .number(row.row), "answer": .text(answer.rawValue),
                    "class": .text(row.rowClass.rawValue),
                    "reasons": .list(row.explanations.map { .text($0.english) }),
                    "codes": row.explanations.codesJSON,
                    "shared_with": .list((sharedWith[row.row] ?? []).map { .number($0) }),
                ]
            }
        )
    }
}
