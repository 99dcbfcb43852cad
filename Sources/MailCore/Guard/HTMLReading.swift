/// Reads HTML as its reader sees it, for the guard alone.
enum HTMLReading {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "commat": "@", "period": ".",
        "percnt": "%", "nbsp": "\u{A0}", "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
        "ZeroWidthSpace": "\u{200B}", "NoBreak": "\u{2060}", "lowbar": "_", "hyphen": "-",
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

    /// The source without its tags and comments, entities read: the words on the screen.
    static func words(of source: String) -> String {
        var out = String.UnicodeScalarView()
        var rest = source.unicodeScalars[...]
        while let open = rest.firstIndex(of: "<") {
            out += rest[..<open]
            rest = rest[open...]
            guard let tag = tag(at: rest) else {
                out.append("<")
                rest = rest.dropFirst()
                continue
            }
            if blocks.contains(tag.name) { out.append("\n") }
            rest = tag.rest
        }
        return decoded(String(out + rest))
    }

    private static func tag(
        at text: Substring.UnicodeScalarView
    ) -> (name: String, rest: Substring.UnicodeScalarView)? {
        let isComment = text.starts(with: "<!--".unicodeScalars)
        let inside = text.dropFirst(isComment ? 4 : 1)
        let end = (isComment ? "-->" : ">").unicodeScalars
        guard let first = inside.first,
            isComment || first.properties.isAlphabetic || "/!?".unicodeScalars.contains(first),
            let close = inside.firstRange(of: end)
        else { return nil }
        let name = inside.drop { $0 == "/" }.prefix {
            $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }
        return (isComment ? "" : String(name).lowercased(), inside[close.upperBound...])
    }

    /// The source with every numeric reference and the named ones that matter for addresses
    /// replaced.
    ///
    /// A missing semicolon is forgiven, as browsers do.
    static func decoded(_ source: String) -> String {
        var out = String.UnicodeScalarView()
        var rest = source.unicodeScalars[...]
        while let open = rest.firstIndex(of: "&") {
            out += rest[..<open]
            rest = rest[open...].dropFirst()
            guard let (text, length) = reference(at: rest) else {
                out.append("&")
                continue
            }
            out += text.unicodeScalars
            rest = rest.dropFirst(length)
            if rest.first == ";" { rest = rest.dropFirst() }
        }
        return String(out + rest)
    }

    private static func reference(
        at text: Substring.UnicodeScalarView
    ) -> (text: String, length: Int)? {
        guard text.first == "#" else {
            let name = String(text.prefix { $0.isASCII && $0.properties.isAlphabetic })
            return named[name].map { ($0, name.unicodeScalars.count) }
        }
        let isHex = text.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
        let prefix = isHex ? 2 : 1
        let digits = String(
            text.dropFirst(prefix).prefix { scalar in
                scalar.isASCII
                    && (isHex ? scalar.properties.isASCIIHexDigit : ("0"..."9").contains(scalar))
            }
        )
        return UInt32(digits, radix: isHex ? 16 : 10).flatMap(UnicodeScalar.init)
            .map { (String($0), prefix + digits.utf8.count) }
    }
}
