package import MailCore

extension AuthorityChange: CustomStringConvertible {
    /// That what is shown is not what would be planned now.
    package var note: Printable { "Note: \(words)" }

    package var description: String { words.text }

    package var words: Printable {
        switch self {
        case .differs(let refusal): refusal.words
        case .templateGone(let error): error.words
        }
    }
}
