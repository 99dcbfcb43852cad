import Foundation

/// Text as somebody reads it who looks for words: wide and mathematical letters as plain ones, nothing
/// that is not seen, all in small letters.
enum PlainLetters {
    static func folded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        guard !isPlain else { return text.lowercased() }
        let visible = text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
        return String(String.UnicodeScalarView(visible)).precomposedStringWithCompatibilityMapping
            .lowercased()
    }

    /// Whether one word has letters of two alphabets that look alike: nobody writes so, but who wants
    /// to get a word past a search.
    static func mixes(_ word: some StringProtocol) -> Bool {
        let alphabets = Set(word.unicodeScalars.compactMap(alphabet))
        return alphabets.count > 1
    }

    private enum Alphabet { case latin, greek, cyrillic }

    private static func alphabet(_ scalar: Unicode.Scalar) -> Alphabet? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
        // Not µ, which is a symbol.
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x400...0x52F: .cyrillic
        default: nil
        }
    }
}
