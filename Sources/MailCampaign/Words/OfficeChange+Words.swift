package import MailCore

extension OfficeChange: CustomStringConvertible {
    package var description: String { words.text }

    package var words: Printable {
        switch self {
        case .differs(let refusal): refusal.words
        case .templateGone(let error): error.words
        }
    }
}
