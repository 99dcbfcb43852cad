import Foundation

/// Reads encoded words (RFC 2047), for the guard alone.
enum HeaderDecoder {
    /// The text a mail reader shows for a header value.
    static func text(of value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "?")) else { return value }
        var out = ""
        var rest = value[...]
        var lastWasEncoded = false
        while let open = rest.firstRange(of: "=?") {
            let before = rest[..<open.lowerBound]
            guard let word = encodedWord(at: rest[open.lowerBound...]) else {
                out += rest[..<open.upperBound]
                rest = rest[open.upperBound...]
                lastWasEncoded = false
                continue
            }
            // Blanks between two encoded words are no part of the text (section 6.2).
            if !(lastWasEncoded && before.allSatisfy(\.isWhitespace)) { out += before }
            out += word.text
            rest = word.rest
            lastWasEncoded = true
        }
        return out + rest
    }

    private static func encodedWord(at text: Substring) -> (text: String, rest: Substring)? {
        let pieces = text.dropFirst(2).split(
            separator: "?",
            maxSplits: 2,
            omittingEmptySubsequences: false
        )
        guard pieces.count == 3, let end = pieces[2].firstRange(of: "?=") else { return nil }
        let content = pieces[2][..<end.lowerBound]
        guard let octets = octets(of: content, encoding: pieces[1].lowercased()) else { return nil }
        return (String(decoding: octets, as: UTF8.self), text[end.upperBound...])
    }

    private static func octets(of content: Substring, encoding: String) -> [UInt8]? {
        switch encoding {
        case "q": QuotedPrintable.decoded(content.utf8.map { $0 == 0x5F ? 0x20 : $0 })
        case "b": Data(base64Encoded: String(content)).map(Array.init)
        default: nil
        }
    }
}
