/// Finds everything in a text that could be read as a mail address.
enum AddressScan {
    /// Whether every address in the text is an allowed one.
    ///
    /// - Parameters:
    ///   - text: What a reader sees, or the source of an HTML part.
    ///   - allowed: The addresses that may stand in it, in lower case.
    ///   - tagged: Whether the text still has its tags.
    /// - Returns: False if there is another address.
    static func isClean(
        _ text: String,
        allowed: Set<String>,
        tagged: Bool = false
    ) -> Bool {
        let shown = shown(unspelled(text))
        // A link opens what its percent escapes stand for (RFC 6068).
        let opened = text.utf8.contains(0x25) ? [percentDecoded(shown)] : []
        return ([shown] + opened).allSatisfy { text in
            candidates(in: text, tagged: tagged).allSatisfy { allowed.contains($0.lowercased()) }
        }
    }

    /// `(at)`, `[at]` and an `@` between blanks in front of a domain, as the `@` that everybody
    /// reads there.
    private static func unspelled(_ text: String) -> String {
        guard mayBeSpelled(text) else { return text }
        return text.replacing(/\s*[(\[]\s*at\s*[)\]]\s*/, with: "@")
            .replacing(/\s+@\s+(?=[^\s@]+\.\w)/, with: "@")
    }

    /// Whether the octets of `at)`, `at]` or a lone `@` occur: searching for characters would cost
    /// more than everything else the guard does.
    private static func mayBeSpelled(_ text: String) -> Bool {
        let units = Array(text.utf8)
        return units.indices.dropFirst(2).contains { index in
            switch (units[index - 2], units[index - 1], units[index]) {
            case (UInt8(ascii: "a"), UInt8(ascii: "t"), UInt8(ascii: ")")),
                (UInt8(ascii: "a"), UInt8(ascii: "t"), UInt8(ascii: "]")),
                (UInt8(ascii: " "), UInt8(ascii: "@"), UInt8(ascii: " ")):
                true
            default: false
            }
        }
    }

    /// The text as a reader sees it: wide forms of `@` as `@`, invisible characters dropped.
    private static func shown(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.compactMap { scalar in
            switch scalar.value {
            case 0..<0x80: scalar
            case 0xFF20, 0xFE6B: "@"
            default: scalar.properties.isDefaultIgnorableCodePoint ? nil : scalar
            }
        }
    }

    private static func percentDecoded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var octets: [UInt8] = []
        var rest = Array(String(String.UnicodeScalarView(scalars)).utf8)[...]
        while let octet = rest.popFirst() {
            let digits = rest.prefix(2).compactMap(QuotedPrintable.nibble)
            if octet == 0x25, digits.count == 2 {
                octets.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else {
                octets.append(octet)
            }
        }
        return shown(String(decoding: octets, as: UTF8.self))
    }

    /// Each candidate.
    ///
    /// Wide on purpose: whatever stands around an `@` without a blank or a bracket counts, with
    /// punctuation at its end taken off. An `@` with a blank, a bracket or a quotation mark on one
    /// side counts too, in a form that no allowed address has, if there is something in front of it
    /// or a domain behind it: a reader still sees an address.
    private static func candidates(in scalars: [Unicode.Scalar], tagged: Bool) -> [String] {
        scalars.indices.filter { scalars[$0] == "@" }.compactMap { at in
            let local = scalars[..<at].reversed().prefix(while: isInAddress).reversed()
                .drop { $0 == "." }
            var domain = scalars[(at + 1)...].prefix(while: isInAddress)
            while let last = domain.last, ".!?'`*_".unicodeScalars.contains(last) {
                domain.removeLast()
            }
            // Behind a tag stands what the tag ends; the words without tags are looked at as well.
            if tagged, local.isEmpty, at > 0, scalars[at - 1] == ">" { return nil }
            let isLiteral = at + 1 < scalars.count && scalars[at + 1] == "["
            guard !local.isEmpty || domain.contains(".") || isLiteral else { return nil }
            return String(String.UnicodeScalarView(local + ["@"] + domain))
        }
    }

    private static func isInAddress(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value >= 0x80 {
            let isQuote = ["„", "“", "”", "‚", "‘", "’", "«", "»", "‹", "›"].contains(scalar)
            return !isQuote && !scalar.properties.isWhitespace
        }
        return scalar.value > 0x20 && scalar.value != 0x7F
            && !"<>()[]\",;:\\@".unicodeScalars.contains(scalar)
    }
}
