/// Reads character references of HTML, for the guard alone.
enum HTMLEntities {
    private static let named: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "commat": "@",
        "period": ".", "nbsp": "\u{A0}", "shy": "\u{AD}", "lowbar": "_", "hyphen": "-",
    ]

    /// The text with every numeric reference and the named ones that matter for addresses replaced.
    ///
    /// A missing semicolon is forgiven, as browsers do.
    static func decoded(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "&") {
            out += rest[..<open]
            rest = rest[rest.index(after: open)...]
            guard let (character, after) = reference(at: rest) else {
                out += "&"
                continue
            }
            out += character
            rest = after
        }
        return out + rest
    }

    private static func reference(at text: Substring) -> (String, Substring)? {
        let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "#" }
        let after = text[name.endIndex...]
        let rest = after.first == ";" ? after.dropFirst() : after
        if let character = named[name] { return (character, rest) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(UnicodeScalar.init).map { (String($0), rest) }
    }
}
