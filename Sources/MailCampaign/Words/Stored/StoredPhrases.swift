/// What older versions of this program have kept in English, and the little that still is, as people are
/// shown it (decision 0033).
///
/// The journal's digests bind these sentences as they are.
package enum StoredPhrases {
    static let all =
        rows + addresses + dates + columns + days + warnings + form
        + lint + sending
        + relay
        + guardWords + followUps + checks

    /// For whoever reads them all.
    package static var pairs: [(english: String, german: String)] { all.map(\.pair) }

    private static let whole = Dictionary(
        all.filter(\.isWhole).map { ($0.pair.english, $0.pair.german) },
        uniquingKeysWith: { first, _ in first }
    )
    private static let withValues = all.filter { !$0.isWhole }

    /// Nil for a text that this program does not know.
    static func german(of text: String) -> String? { german(of: text, depth: 0) }

    private static func german(of text: String, depth: Int) -> String? {
        if let known = whole[text] { return known }
        // A value may hold a phrase itself, and that one another; nothing is nested deeper.
        guard depth < 4 else { return nil }
        for phrase in withValues {
            if let found = phrase.german(of: text, { german(of: $0, depth: depth + 1) }) {
                return found
            }
        }
        return joined(text, depth: depth)
    }

    /// Several sentences, each of which is known.
    private static func joined(_ text: String, depth: Int) -> String? {
        for end in text.ranges(of: ". ").reversed() {
            let place = text.index(after: end.lowerBound)
            guard let first = german(of: String(text[..<place]), depth: depth + 1),
                let rest = german(of: String(text[end.upperBound...]), depth: depth + 1)
            else { continue }
            return "\(first) \(rest)"
        }
        return nil
    }
}
