/// What the program calls itself when it greets the relay (EHLO, RFC 5321 section 4.1.1.1).
///
/// RFC 5321 section 2.3.5 wants a fully qualified name, or an address in brackets where there is none;
/// many relays refuse anything else, with 504, and some only when the first recipient is named.
package struct ClientName: Hashable, Sendable {
    /// For example `termine.kreis.example` or `[192.0.2.7]`.
    package let text: String

    /// Nil for what is neither a name of letters, digits, dots and hyphens nor an address in brackets.
    package init?(_ text: String) {
        let isLiteral = text.hasPrefix("[") && text.hasSuffix("]") && text.utf8.count > 2
        let inner = isLiteral ? String(text.dropFirst().dropLast()) : text
        let labels = inner.split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = inner.utf8.allSatisfy { octet in
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            case UInt8(ascii: ":"): isLiteral
            default: false
            }
        }
        guard isPlain, inner.utf8.count <= 255,
            labels.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") })
        else { return nil }
        self.text = text
    }

    /// Whether a relay may refuse it: a name without a domain, or one that every machine has.
    package var isDoubtful: Bool {
        guard !text.hasPrefix("[") else { return false }
        let name = text.lowercased()
        return !name.contains(".") || name == "localhost" || name.hasPrefix("localhost.")
            || name.hasSuffix(".localdomain") || name.hasSuffix(".local")
    }
}
