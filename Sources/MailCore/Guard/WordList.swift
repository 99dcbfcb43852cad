import Foundation

/// The words of a text: runs of letters and digits, folded, with what stands between them.
///
/// A word is kept as its octets and a keyed hash (SipHash with this process's own key), so that
/// a text can be compared with a whole campaign at a cost that depends on the text alone.
struct WordList {
    struct Word {
        /// Where it stands in `octets`.
        let range: Range<Int>
        let hash: UInt64
        let isNumber: Bool
        let hasDigit: Bool
        /// What stands between it and the word before.
        let gap: Gap
    }

    struct Gap: OptionSet {
        let rawValue: UInt8
        /// So little that both words may be parts of one name.
        static let joinsName = Gap(rawValue: 1)
        /// So little that both words may be parts of one number.
        static let joinsCode = Gap(rawValue: 2)
        /// A `+` stands directly in front of the word.
        static let plus = Gap(rawValue: 4)
        /// A `…` stands directly in front of the word.
        static let ellipsis = Gap(rawValue: 8)
        /// A single `:` or `.`, as between hours and minutes.
        static let clock = Gap(rawValue: 16)
        /// Something that is put in at sending stands between them (`WordList.seam`).
        static let apart = Gap(rawValue: 32)
    }

    /// Stands in a template's text where a tag was, so that no words grow together across one.
    static let seam: Unicode.Scalar = "\u{FFFC}"

    private(set) var words: [Word] = []
    /// All words, folded, one directly behind the other.
    private(set) var octets: [UInt8] = []
    /// How many words stand in front of each line but the first.
    private var lineStarts: [Int] = []

    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// - Parameters:
    ///   - text: UTF-8.
    ///   - hasSeams: Whether it is a template's; in a message the mark is one sign like any other.
    init(_ text: [UInt8], hasSeams: Bool = false) {
        octets.reserveCapacity(text.count)
        words.reserveCapacity(text.count / 5)
        let text = Self.composed(text)
        var wordStart = 0
        var gap = GapReader(hasSeams: hasSeams)
        var index = 0
        while index < text.count {
            let octet = text[index]
            if octet < 0x80 {
                index += 1
                if octet.isLetter {
                    octets.append(octet | 0x20)
                } else if octet.isDigit {
                    octets.append(octet)
                } else if !Self.isInvisible(octet) {
                    endWord(from: &wordStart, gap: &gap)
                    if octet == 0x0A { lineStarts.append(words.count) }
                    gap.read(Unicode.Scalar(octet))
                }
            } else {
                let (scalar, length) = Self.scalar(in: text, at: index)
                index += length
                if Self.isInvisible(scalar) { continue }
                if !LetterFolding.append(scalar, to: &octets) {
                    endWord(from: &wordStart, gap: &gap)
                    gap.read(scalar)
                }
            }
        }
        endWord(from: &wordStart, gap: &gap)
    }

    /// Controls but TAB, LF and CR: nobody sees them, so they end no word.
    private static func isInvisible(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x09, 0x0A, 0x0D: false
        default: octet < 0x20 || octet == 0x7F
        }
    }

    /// Nobody sees them either, or they are an accent that no letter has of its own.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0xA0 || scalar.properties.isDefaultIgnorableCodePoint
            || scalar.properties.generalCategory == .nonspacingMark
    }

    /// The words `range` as one text without anything between them.
    func joined(_ range: ClosedRange<Int>) -> ArraySlice<UInt8> {
        octets[words[range.lowerBound].range.lowerBound..<words[range.upperBound].range.upperBound]
    }

    /// The line a word stands in, from 0.
    func line(of word: Int) -> Int {
        lineStarts.prefix { $0 <= word }.count
    }

    private mutating func endWord(from start: inout Int, gap: inout GapReader) {
        guard start < octets.count else { return }
        let range = start..<octets.count
        let digits = octets[range].count(where: \.isDigit)
        words.append(
            Word(
                range: range,
                hash: ValueKey.hash(octets[range], seed: 0),
                isNumber: digits == range.count,
                hasDigit: digits > 0,
                gap: words.isEmpty ? gap.gap.intersection([.plus, .ellipsis, .apart]) : gap.gap
            )
        )
        start = octets.count
        gap = GapReader(hasSeams: gap.hasSeams)
    }

    /// A letter and its accent as one character, as far as there is one, so that both ways of
    /// writing it are the same word.
    private static func composed(_ text: [UInt8]) -> [UInt8] {
        // U+0300 to U+036F begin with these octets.
        guard text.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return text }
        let string = String(decoding: text, as: UTF8.self)
        return Array(string.precomposedStringWithCanonicalMapping.utf8)
    }

    private static func scalar(in text: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
        var decoder = UTF8()
        var rest = text[index...].prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return ("\u{FFFD}", 1) }
        return (scalar, String(scalar).utf8.count)
    }
}

/// Judges what stands between two words.
private struct GapReader {
    let hasSeams: Bool
    private var length = 0
    private var isCodeGap = true
    private var isApart = false
    private var last: Unicode.Scalar = " "

    init(hasSeams: Bool) {
        self.hasSeams = hasSeams
    }

    mutating func read(_ scalar: Unicode.Scalar) {
        length += 1
        last = scalar
        switch scalar {
        case " ", "-", ".", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}",
            "\u{2212}", "\u{202F}", "/", "_", "(", ")", "+":
            break
        case WordList.seam where hasSeams: isApart = true
        // Other blanks, as wide as they may be.
        default: isCodeGap = isCodeGap && scalar.value > 0x7F && scalar.properties.isWhitespace
        }
    }

    var gap: WordList.Gap {
        var gap: WordList.Gap = isApart ? [.apart] : []
        // Whatever stands between first and family name, a reader still reads both; a folded line
        // or an indent may, too, but no more than that.
        if length <= 6 && !isApart { gap.insert(.joinsName) }
        if isCodeGap && length <= 3 && !isApart { gap.insert(.joinsCode) }
        if last == "+" { gap.insert(.plus) }
        if last == "\u{2026}" { gap.insert(.ellipsis) }
        if length == 1 && (last == ":" || last == ".") { gap.insert(.clock) }
        return gap
    }
}
