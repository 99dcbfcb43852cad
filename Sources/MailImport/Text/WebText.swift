import MailCore

/// Text that was escaped for another purpose, a web page or a mail: `Se&aacute;n`, `J=C3=BCrgen`.
enum WebText {
    /// A cell with the characters that its HTML entities stand for, and whether it had any.
    ///
    /// Only where every `&` begins one: otherwise it may be meant as it stands.
    static func plain(_ text: String) -> (text: String, isChanged: Bool) {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return (text, false) }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            guard let end = rest[mark...].firstIndex(of: ";"),
                let character = character(rest[rest.index(after: mark)..<end])
            else { return (text, false) }
            result += character
            rest = rest[rest.index(after: end)...]
        }
        return (result + rest, true)
    }

    /// Whether a text is still escaped in a way that nobody should read, or has a tag: a letter
    /// would show it as it stands.
    static func isEscaped(_ text: String) -> Bool {
        guard text.utf8.contains(where: { "&\\=%<".utf8.contains($0) }) else { return false }
        return text.contains(escapes) || text.contains(tags)
    }

    /// Of elements that HTML has: other words in angle brackets are somebody's own.
    nonisolated(unsafe) private static let tags =
        /(?i)<!--|<\/?(?:a|abbr|b|big|blockquote|body|br|button|center|code|del|div|em|embed|font|form|h[1-6r]|head|html|i|iframe|img|input|ins|label|li|link|meta|object|ol|p|pre|q|s|script|select|small|span|strike|strong|style|su[bp]|svg|t[dhrt]|table|tbody|textarea|title|u|ul|video|audio)(?:[\s\/][^<>]*)?>/

    nonisolated(unsafe) private static let escapes =
        /&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]{2,8});|\\u[0-9A-Fa-f]{4}|=\?[\w-]+\?[QqBb]\?|(?:[=%][C-F][0-9A-F][=%][89AB][0-9A-F])/

    private static func character(_ name: Substring) -> String? {
        if name.hasPrefix("#") {
            let number = name.dropFirst()
            let isHex = number.first == "x" || number.first == "X"
            let value = UInt32(isHex ? number.dropFirst() : number, radix: isHex ? 16 : 10)
            guard let scalar = value.flatMap(Unicode.Scalar.init),
                scalar.properties.generalCategory != .control
            else { return nil }
            return String(scalar)
        }
        return named[String(name)]
    }

    private static let named: [String: String] = {
        var table = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
            "szlig": "ß", "ndash": "–", "mdash": "—", "rsquo": "’", "lsquo": "‘", "ldquo": "“",
            "rdquo": "”", "bdquo": "„", "euro": "€", "sect": "§", "deg": "°", "aring": "å",
            "Aring": "Å", "aelig": "æ", "AElig": "Æ", "oslash": "ø", "Oslash": "Ø", "ccedil": "ç",
            "Ccedil": "Ç", "ntilde": "ñ", "Ntilde": "Ñ", "atilde": "ã", "otilde": "õ",
            "scaron": "š", "Scaron": "Š", "yuml": "ÿ",
        ]
        let marks = [
            ("uml", "äëïöüÄËÏÖÜ"), ("acute", "áéíóúÁÉÍÓÚ"), ("grave", "àèìòùÀÈÌÒÙ"),
            ("circ", "âêîôûÂÊÎÔÛ"),
        ]
        for (mark, letters) in marks {
            for (base, letter) in zip("aeiouAEIOU", letters) {
                table["\(base)\(mark)"] = "\(letter)"
            }
        }
        (table["yacute"], table["Yacute"]) = ("ý", "Ý")
        return table
    }()
}
