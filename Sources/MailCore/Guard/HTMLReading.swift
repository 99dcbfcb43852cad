import Foundation

/// Reads HTML as its reader sees it, for the guard alone.
///
/// Works on UTF-8 octets: everything that has a meaning in HTML's syntax is ASCII.
enum HTMLReading {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "commat": "@", "period": ".",
        "percnt": "%", "nbsp": "\u{A0}", "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
        "ZeroWidthSpace": "\u{200B}", "NoBreak": "\u{2060}", "lowbar": "_", "hyphen": "-",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
        "szlig": "ß", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "OElig": "Œ", "eth": "ð",
        "ETH": "Ð", "thorn": "þ", "THORN": "Þ", "inodot": "ı", "mdash": "\u{2014}",
        "ndash": "\u{2013}", "plus": "+", "lpar": "(", "rpar": ")", "sol": "/", "num": "#",
    ]
    /// Elements that end a word.
    ///
    /// Every other one, known or not, may stand in the middle of one.
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl",
        "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li",
        "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead",
        "title", "tr", "ul",
    ]

    /// The same as text.
    static func words(of source: String) -> String {
        String(decoding: words(of: Array(source.utf8)), as: UTF8.self)
    }

    /// The same as text.
    static func decoded(_ source: String) -> String {
        String(decoding: decoded(Array(source.utf8)), as: UTF8.self)
    }

    /// The source without its tags and comments, entities read: the words on the screen.
    static func words(of source: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(source.count)
        var index = 0
        var ends = TagEnds(of: source)
        while index < source.count {
            if source[index] == UInt8(ascii: "<"), let tag = tag(in: source, at: index, &ends) {
                if tag.endsWord { out.append(0x0A) }
                index = tag.end
            } else {
                out.append(source[index])
                index += 1
            }
        }
        return decoded(out)
    }

    /// The tag or comment that begins at an `<`; nil if the `<` is only a character.
    private static func tag(
        in source: [UInt8],
        at open: Int,
        _ ends: inout TagEnds
    ) -> (endsWord: Bool, end: Int)? {
        let inside = source[(open + 1)...]
        if inside.starts(with: "!--".utf8) {
            return ends.commentEnd(from: open + 4).map { (false, $0) }
        }
        guard let first = inside.first, first.isLetter || "/!?".utf8.contains(first),
            let close = ends.tagEnd(from: open + 1)
        else { return nil }
        let name = inside.drop { $0 == UInt8(ascii: "/") }.prefix { $0.isLetter || $0.isDigit }
        let isBlock = blocks.contains(String(decoding: name.map { $0 | 0x20 }, as: UTF8.self))
        return (isBlock, close + 1)
    }

    /// The source with every numeric reference and the named ones that matter for addresses,
    /// names and numbers replaced.
    ///
    /// A missing semicolon is forgiven, as browsers do.
    static func decoded(_ source: [UInt8]) -> [UInt8] {
        guard source.contains(UInt8(ascii: "&")) else { return source }
        var out: [UInt8] = []
        out.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "&"),
                let (text, end) = reference(in: source, after: index + 1)
            {
                out += text.utf8
                index = end < source.count && source[end] == UInt8(ascii: ";") ? end + 1 : end
            } else {
                out.append(source[index])
                index += 1
            }
        }
        return out
    }

    /// A letter with an accent, as HTML names nearly all of them: `eacute`, `Ocirc`, `lstrok`.
    private static func accented(_ name: String) -> String? {
        guard let letter = name.first, let accent = accents[String(name.dropFirst())] else {
            return nil
        }
        return "\(letter)\(accent)".precomposedStringWithCanonicalMapping
    }

    /// A stroke is no accent to Unicode; the guard reads the letter without it.
    private static let accents = [
        "acute": "\u{301}", "grave": "\u{300}", "circ": "\u{302}", "uml": "\u{308}",
        "tilde": "\u{303}", "cedil": "\u{327}", "ring": "\u{30A}", "caron": "\u{30C}",
        "breve": "\u{306}", "macr": "\u{304}", "ogon": "\u{328}", "dblac": "\u{30B}",
        "dot": "\u{307}", "slash": "", "strok": "",
    ]

    /// The character that is meant, and where its name or number ends.
    private static func reference(
        in source: [UInt8],
        after start: Int
    ) -> (text: String, end: Int)? {
        guard start < source.count else { return nil }
        guard source[start] == UInt8(ascii: "#") else {
            let name = source[start...].prefix(while: \.isLetter)
            let text = String(decoding: name, as: UTF8.self)
            return (named[text] ?? accented(text)).map { ($0, name.endIndex) }
        }
        let rest = source[(start + 1)...]
        let isHex = rest.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let digits = rest.dropFirst(isHex ? 1 : 0).prefix {
            isHex ? QuotedPrintable.nibble($0) != nil : $0.isDigit
        }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10)
            .flatMap(Unicode.Scalar.init).map { (String($0), digits.endIndex) }
    }
}

/// Where tags and comments end, found once however many begin in front of it.
private struct TagEnds {
    private let source: [UInt8]
    /// The next `>`, and the place behind the next `-->`; the end of the source where there is none.
    private var nextTag = 0
    private var nextComment = 0

    init(of source: [UInt8]) {
        self.source = source
    }

    mutating func tagEnd(from place: Int) -> Int? {
        if nextTag < place {
            nextTag = source[place...].firstIndex(of: UInt8(ascii: ">")) ?? source.count
        }
        return nextTag < source.count ? nextTag : nil
    }

    mutating func commentEnd(from place: Int) -> Int? {
        guard place <= source.count else { return nil }
        if nextComment < place + 3 {
            let end = source[place...].firstRange(of: Array("-->".utf8))
            nextComment = end?.upperBound ?? source.count + 1
        }
        return nextComment <= source.count ? nextComment : nil
    }
}
