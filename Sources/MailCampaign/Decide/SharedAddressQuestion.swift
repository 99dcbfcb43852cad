import MailCore

/// Whose an address is that the schedule has in other rows already.
package struct SharedAddressQuestion: Hashable, Sendable {
    /// Where it was given.
    package let row: Int
    /// The rows of the others.
    package let others: [Int]

    /// - Parameter typed: What somebody answered.
    /// - Returns: The row whose person shares it; nil for anything but one of the others.
    package func answer(in typed: String) -> Int? {
        Int(typed.trimmed).flatMap { others.contains($0) ? $0 : nil }
    }
}

extension Decision.Answer {
    /// Whether it gives an address and does not say yet who shares it.
    fileprivate var mayBeShared: Bool {
        if case .send(_, _, _, nil) = self { true } else { false }
    }

    fileprivate func shared(with other: Int) -> Decision.Answer {
        guard case .send(let row, let given, let start, _) = self else { return self }
        return .send(row: row, given, start: start, sharedWith: other)
    }

    var given: DecisionReport.Given? {
        guard case .send(let row, let given, _, let other) = self else { return nil }
        return DecisionReport.Given(row: row, address: given.address.masked, sharedWith: other)
    }
}

extension Decision {
    /// Takes an answer, and asks once if it gives an address that somebody else of the schedule has.
    ///
    /// - Parameters:
    ///   - answer: Rows are numbered as a spreadsheet does.
    ///   - ask: Who can say whose it is; returns what they typed, nil if nobody can be asked.
    /// - Returns: What became of the rows.
    /// - Throws: As `take(_:)` does.
    package func take(
        _ answer: Answer,
        askingWhoShares ask: (SharedAddressQuestion) -> String?
    ) throws -> DecisionReport {
        do {
            return try take(answer)
        } catch DecisionError.shared(let row, let others) {
            let question = SharedAddressQuestion(row: row, others: others)
            guard answer.mayBeShared, let other = ask(question).flatMap(question.answer) else {
                throw DecisionError.shared(row, with: others)
            }
            return try take(answer.shared(with: other))
        }
    }
}
