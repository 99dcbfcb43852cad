/// Header text in ASCII: as it stands where possible, otherwise as encoded words (RFC 2047).
enum EncodedWord {
    // A word has at most 75 characters, and a line with one at most 76, the field's name included
    // (RFC 2047 section 2).
    private static let room = 75 - "=?utf-8?Q??=".utf8.count

    /// Words for an unstructured field such as `Subject`.
    static func words(for text: HeaderText, in field: String) -> [String] {
        isPlain(text.text) ? plainWords(text.text) : encoded(text.text, in: field)
    }

    /// Words for a display name (RFC 5322 `phrase`).
    static func phrase(for text: HeaderText, in field: String) -> [String] {
        let escaped = text.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        guard isPlain(text.text), escaped.utf8.count <= 60 else {
            return encoded(text.text, in: field)
        }
        let atoms = text.text.utf8.allSatisfy { isSafe($0) || $0 == 0x20 }
        return atoms ? plainWords(text.text) : ["\"\(escaped)\""]
    }

    /// ASCII, nothing that looks like an encoded word, no word too long to fold around, and no
    /// blanks that folding would lose.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && text.split(separator: " ", omittingEmptySubsequences: false)
                .allSatisfy { (1...60).contains($0.utf8.count) }
    }

    private static func plainWords(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }

    /// Q encoding; never splits a character between two words.
    private static func encoded(_ text: String, in field: String) -> [String] {
        var words: [String] = []
        var room = room - (field.utf8.count + 1)
        var current = ""
        for character in text {
            // A long cluster of combining marks may be split at scalars, never inside one.
            for scalar in character.unicodeScalars {
                let piece = String(scalar).utf8.map(encode).joined()
                if current.utf8.count + piece.utf8.count > room {
                    words.append("=?utf-8?Q?\(current)?=")
                    current = ""
                    room = Self.room
                }
                current += piece
            }
        }
        if !current.isEmpty { words.append("=?utf-8?Q?\(current)?=") }
        return words
    }

    private static func encode(_ octet: UInt8) -> String {
        if octet == 0x20 { return "_" }
        return isSafe(octet)
            ? String(UnicodeScalar(octet)) : "=" + Hexadecimal.text(of: [octet]).uppercased()
    }

    /// Allowed unencoded in every place a word may stand (RFC 2047 section 5, rule 3).
    private static func isSafe(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
