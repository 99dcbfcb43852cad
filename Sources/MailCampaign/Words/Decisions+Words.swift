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
    ) -> Sentence? {
        guard let decidedWords else { return nil }
        let count = decisions.count
        let lines = decisions.filter { $0.row.value == nil }.map { row, answer in
            line(row, answer, to: addresses[row.row], sharedWith: sharedWith[row.row] ?? [])
        }
        let head = Sentence(
            en: "\(count, "row was", "rows were") decided by a person: \(decidedWords)",
            de: "Über \(count, "Zeile", "Zeilen") hat jemand entschieden: \(decidedWords)"
        )
        return ([head + (withdrawnNote ?? .empty)] + lines + valueLines(fineCells)).lines
    }

    private func line(
        _ row: RowRecord,
        _ answer: RowAnswer,
        to address: String?,
        sharedWith rows: [Int]
    ) -> Sentence {
        let start = row.start.map { Sentence(same: " \($0.words)") } ?? .empty
        let to = address.map { Sentence(en: " to \($0)", de: " an \($0)") } ?? .empty
        let others = rows.map { "\($0)" }.joined(separator: ", ")
        let shared =
            others.isEmpty
            ? .empty
            : Sentence(
                en: ", the address of row \(others), too",
                de: ", auch die Adresse von Zeile \(others)"
            )
        let reasons = row.explanationWords.joined(separator: Sentence(same: " "))
        return Sentence(
            en: "  row \(row.row)\(start), \(answer.words)\(to)\(shared): \(reasons)",
            de: "  Zeile \(row.row)\(start), \(answer.words)\(to)\(shared): \(reasons)"
        )
    }

    /// Rows that share a value, by what was said of them.
    private func valueLines(_ cells: [Int: [String]]) -> [Sentence] {
        let asked = Dictionary(grouping: decisions.filter { $0.row.value != nil }) { $0.row.value }
        return values.flatMap { value -> [Sentence] in
            let byAnswer = Dictionary(grouping: asked[value.number] ?? [], by: \.answer)
            return RowAnswer.allCases.compactMap { answer in
                guard let decided = byAnswer[answer] else { return nil }
                let rows = decided.prefix(12).map { "\($0.row.row)" }.joined(separator: ", ")
                let more =
                    decided.count > 12
                    ? Sentence(
                        en: ", … (\(decided.count) rows in all)",
                        de: ", … (insgesamt \(decided.count, "Zeile", "Zeilen"))"
                    ) : .empty
                let fine = Sentence(
                    en: "fine, e-mail as planned",
                    de: "in Ordnung, E-Mail wie geplant"
                )
                let word = answer == .send ? fine : answer.words
                let shown = (answer == .send ? cells[value.number] ?? [] : []).prefix(4)
                let quoted =
                    shown.isEmpty
                    ? .empty
                    : Sentence(
                        en: " (\(shown.map { "“\($0)”" }.joined(separator: ", ")))",
                        de: " (\(shown.map { "„\($0)“" }.joined(separator: ", ")))"
                    )
                let question = value.question.words.words
                return Sentence(
                    en:
                        "  value \(value.number), row \(rows)\(more), \(word): \(question)\(quoted)",
                    de:
                        "  Wert \(value.number), Zeile \(rows)\(more), \(word): \(question)\(quoted)"
                )
            }
        }
    }

    /// `1 e-mail, 2 to be phoned`; nil if nobody has decided anything.
    package var decidedWords: Sentence? {
        let terms = RowAnswer.allCases.compactMap { answer -> Sentence? in
            let count = decisions.count { $0.answer == answer }
            return count > 0 ? Sentence(same: "\(count: count) \(answer.words)") : nil
        }
        return terms.isEmpty ? nil : terms.commas
    }

    private var withdrawnNote: Sentence? {
        let count = decisions.count { $0.row.state?.isLive == false }
        return count > 0
            ? Sentence(
                en: " (of these e-mails \(count) withdrawn)",
                de: " (davon \(count: count) zurückgezogen)"
            ) : nil
    }
}

extension RowRecord {
    /// Why it stands where it stands, for people.
    var explanationWords: [Sentence] { explanations.map(\.words) }
}

extension RowAnswer {
    /// For people.
    fileprivate var words: Sentence {
        switch self {
        case .phone: Sentence(en: "to be phoned", de: "anrufen")
        case .leaveOut: Sentence(en: "left out", de: "ohne Nachricht")
        case .send: Sentence(en: "e-mail", de: "per E-Mail")
        }
    }
}
