/// Who can answer a question while something is done.
package enum Respondent {
    /// Nobody, as in a script.
    case nobody
    /// What was answered beforehand.
    case said(String)
    /// Somebody, asked by this: told the question and whether the answer before was wrong. It returns
    /// what they typed; nil if they will not answer any more.
    case somebody((_ question: ConfirmationQuestion, _ isAgain: Bool) -> String?)
}

extension ConfirmationQuestion {
    /// How often somebody is asked.
    package static let tries = 3

    /// Whether whoever can be asked knows the answer; nil if nobody can be asked.
    package func isConfirmed(by respondent: Respondent) -> Bool? {
        switch respondent {
        case .nobody: return nil
        case .said(let answer): return isAnswered(by: answer)
        case .somebody(let ask):
            for attempt in 1...Self.tries {
                guard let answer = ask(self, attempt > 1) else { return false }
                if isAnswered(by: answer) { return true }
            }
            return false
        }
    }
}
