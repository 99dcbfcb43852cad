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
        var found: [UInt8] = []
        for line in text.split(separator: 0x0A) {
            let line = Array(line)
            if line.contains(UInt8(ascii: "%")) { found += percentDecoded(line) + [0x0A] }
            let plain = HTMLReading.decoded(line)
            if plain != line { found += plain + [0x0A] }
            for run in base64Runs(in: line) {
                if let text = base64Decoded(run) { found += text + [0x0A] }
            }
        }
        return found.isEmpty ? nil : found
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
        octet.isLetter || octet.isDigit || "+/-_".utf8.contains(octet)
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
