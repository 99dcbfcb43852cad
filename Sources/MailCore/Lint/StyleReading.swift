/// Whether CSS loads something, as a browser reads it: comments and escapes can hide a word from a
/// search, not from a browser.
enum StyleReading {
    private static let loading = [
        "url", "@import", "@font-face", "@namespace", "image(", "image-set(", "cross-fade(",
        "src(", "element(", "paint(", "expression(", "behavior:", "-moz-binding", "progid:",
        "javascript:", "//",
    ]

    static func loads(_ style: String) -> Bool {
        let comments = /\/\*.*?(?:\*\/|$)/.dotMatchesNewlines()
        let plain = unescaped(style).replacing(comments, with: "").lowercased()
        // `url (` is no function in CSS, and some readers are forgiving.
        let squeezed = plain.filter { !$0.isWhitespace }
        return loading.contains { $0 == "url" ? squeezed.contains("url(") : squeezed.contains($0) }
    }

    /// The style as a browser reads it.
    ///
    /// A back slash stands in front of up to six hexadecimal digits and one blank, or of the
    /// character itself (CSS Syntax 3, section 4.3.7).
    static func unescaped(_ style: String) -> String {
        style.replacing(/\\(?:([0-9A-Fa-f]{1,6})\s?|(\r\n|.))/.dotMatchesNewlines()) { match in
            if let digits = match.output.1 {
                return UInt32(digits, radix: 16).flatMap(UnicodeScalar.init).map { String($0) }
                    ?? ""
            }
            let plain = match.output.2.map(String.init) ?? ""
            return plain.contains(where: \.isNewline) ? "" : plain
        }
    }
}
