package import MailCore
import MailJournal

extension PlanReport {
    /// For whoever approves; nil if nobody has decided anything.
    ///
    /// - Parameters:
    ///   - addresses: Where the decided messages go, as they may be shown, by their rows.
    ///   - sharedWith: The rows of other people who are written to at the same address.
    ///   - fineCells: What stands in cells that were found fine, by the number of the value.
    /// - Returns: A line for each row, or for each value that rows share, behind their number.
    package func decided(
        addresses: [Int: String],
        sharedWith: [Int: [Int]],
        fineCells: [Int: [String]]
    ) -> Printable? {
        guard let decidedWords else { return nil }
        let count = decisions.count
        let lines = decisions.filter { $0.row.value == nil }.map { row, answer -> Printable in
            let start: Printable = row.start.map { " \($0.words)" } ?? ""
            let address: Printable = addresses[row.row].map { " to \($0)" } ?? ""
            let others = (sharedWith[row.row] ?? []).map { "\($0)" }.joined(separator: ", ")
            let shared: Printable = others.isEmpty ? "" : ", the address of row \(others), too"
            let reasons = row.explanations.joined(separator: " ")
            return "  row \(row.row)\(start), \(answer.words)\(address)\(shared): \(reasons)"
        }
        return
            ([
                "\(count.with("row was", "rows were")) decided by a person: \(decidedWords)"
                    + (withdrawnNote ?? "")
            ] + lines + valueLines(fineCells)).joined(separator: "\n")
    }

    /// Rows that share a value, by what was said of them.
    private func valueLines(_ cells: [Int: [String]]) -> [Printable] {
        let asked = Dictionary(grouping: decisions.filter { $0.row.value != nil }) { $0.row.value }
        return values.flatMap { value -> [Printable] in
            let byAnswer = Dictionary(grouping: asked[value.number] ?? [], by: \.answer)
            return RowAnswer.allCases.compactMap { answer in
                guard let decided = byAnswer[answer] else { return nil }
                let rows = decided.prefix(12).map { "\($0.row.row)" }.joined(separator: ", ")
                let more: Printable =
                    decided.count > 12 ? ", … (\(decided.count.with("row")) in all)" : ""
                let word: Printable = answer == .send ? "fine, e-mail as planned" : answer.words
                let shown = (answer == .send ? cells[value.number] ?? [] : []).prefix(4)
                let quoted: Printable =
                    shown.isEmpty ? "" : " (\(shown.map { "“\($0)”" }.joined(separator: ", ")))"
                return "  value \(value.number), row \(rows)\(more), \(word): "
                    + "\(value.question.words)\(quoted)"
            }
        }
    }

    /// `1 e-mail, 2 to be phoned`; nil if nobody has decided anything.
    package var decidedWords: Printable? {
        let terms = RowAnswer.allCases.compactMap { answer -> Printable? in
            let count = decisions.count { $0.answer == answer }
            return count > 0 ? "\(count) \(answer.words)" : nil
        }
        return terms.isEmpty ? nil : terms.joined(separator: ", ")
    }

    private var withdrawnNote: Printable? {
        let count = decisions.count { $0.row.state?.isLive == false }
        return count > 0 ? " (of these e-mails \(count) withdrawn)" : nil
    }
}

extension RowAnswer {
    /// For people.
    fileprivate var words: Printable {
        switch self {
        case .phone: "to be phoned"
        case .leaveOut: "left out"
        case .send: "e-mail"
        }
    }
}
