import MailCampaign
import MailCore

extension Respondent {
    /// Whoever sits at the terminal; without one, nobody.
    static func terminal(_ prompt: @escaping (ConfirmationQuestion) -> Printable) -> Respondent {
        guard Terminal.inputIsTerminal else { return .nobody }
        return .somebody { question, isAgain in
            if isAgain { Terminal.complain(ConfirmationQuestion.wrongAnswer) }
            Terminal.prompt(prompt(question))
            guard let answer = readLine() else {
                Terminal.complain("")
                return nil
            }
            return answer
        }
    }
}
