import Foundation

/// Undoes the ways in which a value can stand in a text without being seen in it.
enum Disguise {
    /// The text with its percent escapes read (RFC 3986 section 2.1).
    static func percentDecoded(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.count,
                let high = QuotedPrintable.nibble(text[index + 1]),
                let low = QuotedPrintable.nibble(text[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(text[index])
                index += 1
            }
        }
        return out
    }

    /// What percent escapes, base64 and HTML entities in the text stand for, as far as that is text again; nil
    /// if there is nothing of the kind.
    static func opened(_ text: [UInt8]) -> [UInt8]? {
        var nothing = ReadBefore()
        return opened(text, &nothing)
    }

    /// The same, but for lines of which is known that they hide nothing.
    static func opened(_ text: [UInt8], _ before: inout ReadBefore) -> [UInt8]? {
        var found: [UInt8] = []
        for line in TextWindows.lines(of: text) where mayHide(text, line) {
            let line = text[line]
            guard !before.knows(line, as: .disguises) else { continue }
            let hidden = hidden(in: Array(line))
            if hidden.isEmpty { before.note(line, as: .disguises) }
            found += hidden
        }
        return found.isEmpty ? nil : found
    }

    private static func hidden(in line: [UInt8]) -> [UInt8] {
        var found: [UInt8] = []
        if line.contains(UInt8(ascii: "%")) { found += percentDecoded(line) + [0x0A] }
        let plain = HTMLReading.decoded(line)
        if plain != line { found += plain + [0x0A] }
        for run in base64Runs(in: line) {
            if let text = base64Decoded(run) { found += text + [0x0A] }
        }
        return found
    }

    /// A first look, in one pass: most lines have no escape, no entity and no run that may be base64.
    private static func mayHide(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        text.withUnsafeBufferPointer { octets in
            var (length, isMixed, isBehindSmall) = (0, false, false)
            for index in line {
                let octet = octets[index]
                if octet == UInt8(ascii: "%") || octet == UInt8(ascii: "&") { return true }
                guard isBase64(octet) else {
                    (length, isMixed, isBehindSmall) = (0, false, false)
                    continue
                }
                length += 1
                isMixed = isMixed || octet.isDigit || isBehindSmall && octet & 0x20 == 0
                isBehindSmall = octet & 0x20 != 0
                if isMixed && length >= shortest { return true }
            }
            return false
        }
    }

    /// The shortest address that is worth hiding has six characters, which are eight in base64.
    private static let shortest = 8

    /// Runs of base64 characters (RFC 4648 sections 4 and 5), whole and between slashes, since a
    /// slash may be a part of the value or of a link.
    private static func base64Runs(in line: [UInt8]) -> [ArraySlice<UInt8>] {
        line.split { !isBase64($0) }.filter(mayBeBase64).flatMap { run in
            let pieces = run.split(separator: UInt8(ascii: "/")).filter(mayBeBase64)
            return pieces.count == 1 && pieces[0].count == run.count ? [run] : [run] + pieces
        }
    }

    /// Words are no base64: that has digits, or capitals behind small letters.
    private static func mayBeBase64(_ run: ArraySlice<UInt8>) -> Bool {
        guard run.count >= shortest else { return false }
        return run.contains(where: \.isDigit)
            || zip(run, run.dropFirst()).contains { $0 & 0x20 != 0 && $1 & 0x20 == 0 }
    }

    private static func isBase64(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: octet.isLetter || octet.isDigit
        }
    }

    /// Nil if the run does not stand for readable text.
    private static func base64Decoded(_ run: ArraySlice<UInt8>) -> [UInt8]? {
        var standard = run.map { octet in
            switch octet {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: octet
            }
        }
        // Four characters stand for three octets; a single one left over stands for nothing.
        if standard.count % 4 == 1 { standard.removeLast() }
        standard += Array(repeating: UInt8(ascii: "="), count: (4 - standard.count % 4) % 4)
        guard let data = Data(base64Encoded: Data(standard)),
            data.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
            String(validating: data, as: UTF8.self) != nil
        else { return nil }
        return Array(data)
    }
}
