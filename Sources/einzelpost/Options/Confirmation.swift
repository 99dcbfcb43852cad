import MailCampaign
import MailCore

/// What only somebody can type who has looked.
enum Confirmation {
    /// Asks until the answer is right, three times at most.
    ///
    /// - Returns: Whether it was right in the end; false also when the input ends.
    static func ask(_ question: String, isRight: (String) -> Bool) -> Bool {
        for attempt in 1...3 {
            Terminal.prompt(question)
            guard let answer = readLine() else {
                Terminal.complain("")
                return false
            }
            if isRight(answer) { return true }
            if attempt < 3 { Terminal.complain("That is not what the view above says.") }
        }
        return false
    }

    /// `1494`, `1.494`, `1494 messages`, `1.494 Nachrichten`; nil for anything else.
    static func number(in answer: String) -> Int? {
        let pattern =
            /\s*([0-9]{1,3}(?:[.,' ][0-9]{3})+|[0-9]+)\s*(?:messages?|nachrichten?|e?-?mails?)?\.?\s*/
            .ignoresCase()
        return answer.wholeMatch(of: pattern).flatMap { Int($0.output.1.filter(\.isNumber)) }
    }

    /// `2021-03-21`, `21.03.2021`, `So 21.03.2021`; nil for anything else.
    static func day(in answer: String) -> LocalDay? {
        let day = answer.split { $0.isWhitespace || $0 == "," }.filter { word in
            !word.allSatisfy { $0.isLetter || $0 == "." }
        }
        return day.count == 1 ? try? LocalMoment.day(String(day[0]), option: "") : nil
    }
}
