package import MailCore

/// What only somebody can answer who has looked at the view of a campaign.
///
package enum ConfirmationQuestion: Hashable, Sendable {
    /// How many messages there are.
    case messages(Int)
    /// The day of the last appointment that is cancelled by e-mail.
    case lastDay(LocalDay)

    /// Whether what somebody typed is the answer.
    package func isAnswered(by typed: String) -> Bool {
        switch self {
        case .messages(let number): Self.number(in: typed) == number
        case .lastDay(let day): Self.day(in: typed) == day
        }
    }

    /// `1494`, `1.494`, `1494 messages`, `1.494 Nachrichten`; nil for anything else.
    private static func number(in answer: String) -> Int? {
        let pattern =
            /\s*([0-9]{1,3}(?:[.,' ][0-9]{3})+|[0-9]+)\s*(?:messages?|nachrichten?|e?-?mails?)?\.?\s*/
            .ignoresCase()
        return answer.wholeMatch(of: pattern).flatMap { Int($0.output.1.filter(\.isNumber)) }
    }

    /// `2021-03-21`, `21.03.2021`, `So 21.03.2021`; nil for anything else.
    private static func day(in answer: String) -> LocalDay? {
        let day = answer.split { $0.isWhitespace || $0 == "," }.filter { word in
            !word.allSatisfy { $0.isLetter || $0 == "." }
        }
        return day.count == 1 ? WrittenMoment.day(String(day[0])) : nil
    }
}
