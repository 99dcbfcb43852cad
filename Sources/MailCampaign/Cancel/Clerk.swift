package import MailCore

/// Whoever is led through a campaign: can be told things, and asked.
package struct Clerk {
    package let tell: (Sentence) -> Void
    /// Returns what was typed; nil if nobody answers any more.
    package let ask: (Sentence) -> String?

    package init(
        tell: @escaping (Sentence) -> Void,
        ask: @escaping (Sentence) -> String?
    ) {
        self.tell = tell
        self.ask = ask
    }

    /// Asks until it is yes or no; the Enter key alone is yes.
    ///
    /// - Returns: No if nobody answers any more.
    package func agrees(to question: Sentence) -> Bool {
        while let typed = ask(question) {
            if let answer = YesOrNo.answer(in: typed) { return answer }
            tell(YesOrNo.hint)
        }
        return false
    }
}

/// An answer in either language.
package enum YesOrNo {
    /// Nil if it is neither.
    package static func answer(in typed: String) -> Bool? {
        switch typed.folded {
        case "", "j", "ja", "y", "yes": true
        case "n", "nein", "no": false
        default: nil
        }
    }
}
