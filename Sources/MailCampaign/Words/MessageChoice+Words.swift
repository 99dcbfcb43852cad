package import MailCore

extension MessageChoice.Reason: CustomStringConvertible {
    package var description: String { words.text }

    package var words: Printable {
        switch self {
        case .earliest: "the earliest appointment"
        case .latest: "the latest appointment"
        case .longestName: "the longest name"
        case .sharedAddress: "an address that others share"
        case .foreignLetters: "foreign letters"
        case .between: "one in between"
        case .row(let number): "row \(number)"
        }
    }
}
