import MailCampaign
import MailCore

extension Respondent {
    /// Whoever sits at the terminal; without one, nobody.
    ///
    /// - Parameters:
    ///   - prompt: What is asked.
    ///   - whole: What somebody may read first, who asks for it (`Cancellation.wantsToLook`); nil if it was shown.
    /// - Returns: Whoever answers.
    static func terminal(
        _ prompt: @escaping (ConfirmationQuestion) -> Sentence,
        showing whole: Sentence? = nil
    ) -> Respondent {
        guard Terminal.inputIsTerminal else { return .nobody }
        return .somebody { question, isAgain in
            if isAgain { Terminal.complain(ConfirmationQuestion.wrongAnswer) }
            while true {
                guard let answer = Terminal.ask(prompt(question)) else {
                    Terminal.complain(.empty)
                    return nil
                }
                guard let whole, Cancellation.wantsToLook(answer) else { return answer }
                Pager.show(whole)
            }
        }
    }
}

extension Clerk {
    /// Whoever sits at the terminal.
    static var terminal: Clerk {
        Clerk(tell: { Terminal.complain($0) }, ask: { Terminal.ask($0) })
    }
}
