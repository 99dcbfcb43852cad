/// Finds everything in a text that could be read as a mail address.
struct AddressScan {
    /// The addresses that may stand in every text, in lower case.
    let authority: Set<String>
    /// The one that may stand in this person's texts, too, as it is compared.
    private let recipient: String

    init(authority: Set<String>, recipient: EmailAddress) {
        self.authority = authority
        self.recipient = recipient.comparisonKey
    }

    /// Every address in a text that is neither the authority's nor the recipient's.
    ///
    /// - Parameter text: UTF-8, what a reader sees.
    /// - Returns: As they stand there.
    func strangers(in text: [UInt8]) -> [String] {
        others(in: text).filter { !isRecipient($0) }
    }

    func isRecipient(_ address: String) -> Bool { address.lowercased() == recipient }

    /// Every address in a text that is not the authority's.
    func others(in text: [UInt8]) -> [String] {
        Self.suspicious(text).flatMap { others(in: $0, isTagged: false) }
    }

    /// The same of one of the `suspicious` pieces of what a reader sees, or of a source that still has its tags.
    func others(in piece: ArraySlice<UInt8>, isTagged: Bool) -> [String] {
        let text = Self.unspelled(String(decoding: piece, as: UTF8.self))
        return Self.candidates(in: Self.shown(text), tagged: isTagged)
            .filter { !authority.contains($0.lowercased()) }
    }

    /// The same of a cell, also as its escapes and entities would be read.
    func strangers(in cell: String) -> [String] {
        let octets = Array(cell.utf8)
        return strangers(in: octets) + (Disguise.opened(octets).map { strangers(in: $0) } ?? [])
    }

    /// What the campaign's own addresses are compared by.
    static func key(of address: String) -> UInt64 {
        ValueKey.hash(address.lowercased().utf8, seed: 5)
    }

    /// The lines in which an address could stand, each with its neighbours, since `(at)` may be
    /// on the next line.
    ///
    /// Reading characters is slow; most lines have nothing that could be an `@`.
    static func suspicious(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        let lines = TextWindows.lines(of: text)
        var pieces: [Range<Int>] = []
        for (index, line) in lines.enumerated() where mayHoldAddress(text, line) {
            let range = max(0, index - 1)..<min(lines.count, index + 2)
            if let last = pieces.last, last.upperBound >= range.lowerBound {
                pieces[pieces.count - 1] = last.lowerBound..<range.upperBound
            } else {
                pieces.append(range)
            }
        }
        return pieces.map {
            text[lines[$0.lowerBound].lowerBound..<lines[$0.upperBound - 1].upperBound]
        }
    }

    /// `@`, `at)`, `at]`, `at}`, `at>`, or a character beyond ASCII that is shown like `@`.
    private static func mayHoldAddress(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        text.withUnsafeBufferPointer { octets in
            var (last, secondLast) = (UInt8(0), UInt8(0))
            for index in line {
                let octet = octets[index]
                switch octet {
                case UInt8(ascii: "@"), 0xEF: return true
                case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"):
                    if secondLast | 0x20 == UInt8(ascii: "a"), last | 0x20 == UInt8(ascii: "t") {
                        return true
                    }
                    if last == UInt8(ascii: " ") { return true }
                default: break
                }
                (secondLast, last) = (last, octet)
            }
            return false
        }
    }

    /// `(at)`, `[at]`, `{at}`, `<at>` and an `@` between blanks in front of a domain, as the `@` that everybody
    /// reads there.
    private static func unspelled(_ text: String) -> String {
        guard mayBeSpelled(text) else { return text }
        return text.replacing(/\s*[(\[{<]\s*[aA][tT]\s*[)\]}>]\s*/, with: "@")
            .replacing(/\s+@\s+(?=[^\s@]+\.\w)/, with: "@")
    }

    /// Whether the octets of `at)` and the like, or a lone `@` occur: searching for characters would
    /// cost more than everything else the guard does.
    private static func mayBeSpelled(_ text: String) -> Bool {
        let units = Array(text.utf8)
        let blank = UInt8(ascii: " ")
        return units.indices.dropFirst(2).contains { index in
            let (before, last) = (units[index - 2], units[index - 1])
            guard ")]}>".utf8.contains(units[index]) else {
                return before == blank && last == UInt8(ascii: "@") && units[index] == blank
            }
            return before | 0x20 == UInt8(ascii: "a") && last | 0x20 == UInt8(ascii: "t")
                || before | 0x20 == UInt8(ascii: "t") && last == blank
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
