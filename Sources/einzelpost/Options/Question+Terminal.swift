import MailCampaign
import MailCore

extension ConfirmationQuestion {
    /// Asks on the terminal until the answer is right, three times at most.
    ///
    /// - Returns: The right answer; nil if there was none, also when the input ends.
    func ask(_ prompt: Printable) -> String? {
        for attempt in 1...3 {
            Terminal.prompt(prompt)
            guard let answer = readLine() else {
                Terminal.complain("")
                return nil
            }
            if isAnswered(by: answer) { return answer }
            if attempt < 3 { Terminal.complain("That is not what the view above says.") }
        }
        return nil
    }
}
