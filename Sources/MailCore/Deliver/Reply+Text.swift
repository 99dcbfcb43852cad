extension Reply {
    /// Takes what may be kept from a reply; its text is left behind.
    package init(_ reply: ReplyLines) {
        self.init(
            code: reply.code,
            enhancedCode: reply.lines.first.flatMap { Self.enhancedCode(in: $0, code: reply.code) },
            queueID: reply.code / 100 == 2 ? reply.lines.last.flatMap(Self.queueID) : nil,
            retryAfter: reply.code / 100 == 4
                ? reply.lines.lazy.compactMap(RetryHint.seconds).first : nil,
            isGreylisting: reply.code / 100 >= 4
                && reply.lines.contains(where: RetryHint.isGreylisting)
        )
    }

    /// RFC 3463: class, subject, detail; the class must be the first digit of the code (RFC 2034
    /// section 4), otherwise it is some other number with dots.
    private static func enhancedCode(in line: String, code: Int) -> String? {
        let word = line.prefix { $0 != " " }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == String(code / 100),
            parts.dropFirst().allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(isDigit) })
        else { return nil }
        return String(word)
    }

    /// Postfix says `queued as 4F2`, Exim `id=1pX-01`, Exchange `InternalId=12`, sendmail and
    /// OpenSMTPD `4F2 Message accepted for delivery`.
    private static func queueID(in line: String) -> String? {
        for marker in ["queued as ", "id="] {
            if let found = firstRange(of: marker, in: line) {
                // Up to the next separator, not up to the first odd character: half an address is
                // no name.
                return checkedID(line[found.upperBound...].prefix { !" ,;)]".contains($0) })
            }
        }
        guard let found = firstRange(of: " message accepted for delivery", in: line) else {
            return nil
        }
        return checkedID(line[..<found.lowerBound].split(separator: " ").last ?? "")
    }

    /// Names have a digit; an address or a sentence is none.
    private static func checkedID(_ word: Substring) -> String? {
        guard (1...64).contains(word.count), word.allSatisfy(isIDCharacter),
            word.contains(where: isDigit)
        else { return nil }
        return String(word)
    }

    /// Case does not count; the text is compared as ASCII.
    private static func firstRange(of marker: String, in line: String) -> Range<String.Index>? {
        let (units, marker) = (Array(line.utf8), Array(marker.utf8))
        guard units.count >= marker.count else { return nil }
        let start = (0...(units.count - marker.count)).first { start in
            marker.indices.allSatisfy { place in
                let unit = units[start + place]
                return (unit.isLetter ? unit | 0x20 : unit) == marker[place]
            }
        }
        return start.map {
            let first = line.utf8.index(line.startIndex, offsetBy: $0)
            return first..<line.utf8.index(first, offsetBy: marker.count)
        }
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    private static func isIDCharacter(_ character: Character) -> Bool {
        guard let value = character.asciiValue else { return false }
        return character.isLetter || isDigit(character) || "-_./+".utf8.contains(value)
    }
}
