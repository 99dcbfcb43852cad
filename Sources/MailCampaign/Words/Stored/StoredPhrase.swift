/// A sentence as this program keeps it in English, with `{1}`, `{2}` … where values stand, and what it
/// reads in German.
struct StoredPhrase: Sendable {
    /// What stands between the values; one piece for a sentence without any.
    private let pieces: [String]
    /// Which value stands behind each piece but the last, from 0.
    private let order: [Int]
    private let english: String
    private let german: String
    /// Whether it only joins others, so that each value must be a phrase itself.
    private let isJoint: Bool

    init(_ english: String, _ german: String, isJoint: Bool = false) {
        var (pieces, order, rest) = ([String](), [Int](), english[...])
        while let gap = rest.firstRange(of: /\{[1-9]\}/) {
            pieces.append(String(rest[..<gap.lowerBound]))
            order.append((rest[gap].dropFirst().first?.wholeNumberValue ?? 1) - 1)
            rest = rest[gap.upperBound...]
        }
        self.pieces = pieces + [String(rest)]
        self.order = order
        self.english = english
        self.german = german
        self.isJoint = isJoint
    }

    var isWhole: Bool { order.isEmpty }

    /// With the gaps.
    var pair: (english: String, german: String) { (english, german) }

    /// What a text of this form reads in German; nil for any other text.
    ///
    /// - Parameters:
    ///   - text: As it was kept.
    ///   - phrase: What a value reads in German; nil if it is no phrase itself.
    /// - Returns: The whole of it.
    func german(of text: String, _ phrase: (String) -> String?) -> String? {
        guard text.hasPrefix(pieces[0]), let last = pieces.last, text.hasSuffix(last),
            text.utf8.count >= pieces[0].utf8.count + last.utf8.count
        else { return nil }
        var rest = text.dropFirst(pieces[0].count).dropLast(last.count)
        var values = [String](repeating: "", count: order.count)
        for (place, piece) in zip(order, pieces.dropFirst().dropLast()) {
            guard let found = rest.firstRange(of: piece) else { return nil }
            values[place] = String(rest[..<found.lowerBound])
            rest = rest[found.upperBound...]
        }
        if let place = order.last { values[place] = String(rest) }
        guard values.allSatisfy({ !$0.isEmpty }) else { return nil }
        let phrases = values.map(phrase)
        guard !isJoint || phrases.allSatisfy({ $0 != nil }) else { return nil }
        return values.indices.reduce(german) { text, place in
            text.replacing("{\(place + 1)}", with: phrases[place] ?? values[place])
        }
    }
}
