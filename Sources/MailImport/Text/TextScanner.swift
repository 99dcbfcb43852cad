import MailCore

/// Walks over folded text, byte by byte.
struct TextScanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) {
        rest = ArraySlice(text.folded.utf8)
    }

    var isAtEnd: Bool { rest.isEmpty }

    var next: Character? { rest.first.map { Character(Unicode.Scalar($0)) } }

    /// Takes `text` if it comes next.
    mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    mutating func skipBlanks() {
        rest = rest.drop { $0 == UInt8(ascii: " ") }
    }

    /// Takes a run of letters; empty if none comes next.
    mutating func takeWord() -> String {
        let word = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        rest = rest.dropFirst(word.count)
        return String(decoding: word, as: UTF8.self)
    }

    /// Takes a run of at most nine digits; nil if none or more come next.
    mutating func takeNumber() -> (value: Int, digits: Int)? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...9).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return (digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count)
    }

    /// Takes a run of digits, however many; empty if none comes next.
    mutating func takeDigits() -> String {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return String(decoding: digits, as: UTF8.self)
    }

    /// Takes a number of one or two digits.
    mutating func takePair() -> Int? {
        guard let number = takeNumber(), number.digits <= 2 else { return nil }
        return number.value
    }
}
