import MailCore

/// Status words of one authority or system, beside those that every authority knows.
package struct StatusWords: Hashable, Sendable {
    private let words: [String: StatusCell]

    package init(active: [String], cancelled: [String], doubtful: [String]) {
        var words: [String: StatusCell] = [:]
        // A word in two lists means the more careful of them.
        let lists: [(StatusCell, [String])] = [
            (.active, active), (.cancelled, cancelled), (.doubtful, doubtful),
        ]
        for (meaning, list) in lists {
            for word in list { words[word.folded] = meaning }
        }
        self.words = words
    }

    func meaning(of folded: String) -> StatusCell? { words[folded] }

    /// Whether a folded text holds an entry of several words that is no cancellation.
    func speakAgainst(_ text: String) -> Bool {
        words.contains { entry, meaning in
            meaning != .cancelled && entry.contains(" ") && text.contains(entry)
        }
    }
}
