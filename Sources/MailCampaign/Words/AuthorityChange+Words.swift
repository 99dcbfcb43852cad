package import MailCore

extension AuthorityChange: Worded {
    /// That what is shown is not what would be planned now.
    package var note: Sentence { Sentence(en: "Note: \(words)", de: "Hinweis: \(words)") }

    package var words: Sentence {
        switch self {
        case .differs(let refusal): refusal.words
        case .templateGone(let error): error.words
        }
    }
}
