package import MailCore

extension AuthorityChange: CustomStringConvertible {
    package var description: String { words.text }

    package var words: Printable {
        switch self {
        case .differs(let refusal): refusal.words
        case .templateGone(let error): error.words
        }
    }
}
