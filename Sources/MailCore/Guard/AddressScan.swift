/// Finds everything in a text that could be read as a mail address.
struct AddressScan {
    /// The addresses that may stand in the text, in lower case.
    let allowed: Set<String>

    /// Every address that is not an allowed one.
    ///
    /// - Parameters:
    ///   - text: UTF-8, what a reader sees or the source of an HTML part.
    ///   - isTagged: Whether the text still has its tags.
    /// - Returns: As they stand there.
    func strangers(in text: [UInt8], isTagged: Bool = false) -> [String] {
        Self.suspicious(text).flatMap { chunk in
            Self.candidates(in: Self.shown(Self.unspelled(chunk)), tagged: isTagged)
        }.filter { !allowed.contains($0.lowercased()) }
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
    private static func suspicious(_ text: [UInt8]) -> [String] {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        var chunks: [Range<Int>] = []
        for (index, line) in lines.enumerated() where mayHoldAddress(line) {
            let range = max(0, index - 1)..<min(lines.count, index + 2)
            if let last = chunks.last, last.upperBound >= range.lowerBound {
                chunks[chunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                chunks.append(range)
            }
        }
        return chunks.map { range in
            String(decoding: Array(lines[range].joined(separator: [0x0A])), as: UTF8.self)
        }
    }

    /// `@`, `at)`, `at]`, `at}`, `at>`, or a character beyond ASCII that is shown like `@`.
    private static func mayHoldAddress(_ line: ArraySlice<UInt8>) -> Bool {
        var (last, secondLast) = (UInt8(0), UInt8(0))
        for octet in line {
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
