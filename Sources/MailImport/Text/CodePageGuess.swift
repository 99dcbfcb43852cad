/// Tells code pages apart by the letters that German text has.
///
/// No byte proves a code page. But under the right one the bytes are letters of names, and under a
/// wrong one the same bytes are box drawings and fractions.
struct CodePageGuess {
    let encoding: ScheduleEncoding
    /// Nil if no other code page reads these bytes almost as well.
    let rival: ScheduleEncoding?

    /// - Parameter upperHalf: How often each byte from 0x80 on occurs in the whole file.
    init(_ upperHalf: [Int]) {
        let isNotLatin9 = upperHalf[..<0x20].contains { $0 > 0 }
        // No text of Latin-9 has a byte below 0xA0.
        let possible = ScheduleEncoding.codePages.filter { $0 != .iso8859_15 || !isNotLatin9 }
        let scores = possible.map { ($0, Self.score(of: $0, upperHalf)) }
        var best = scores[0]
        for candidate in scores.dropFirst() where candidate.1 > best.1 { best = candidate }
        encoding = best.0
        guard best.0 != .iso8859_15 || Self.hasLatin9Letter(upperHalf) else {
            rival = .windows1252
            return
        }
        // Latin-9 is Windows-1252 but for eight characters that names hardly have.
        let isLatin = { (encoding: ScheduleEncoding) in
            encoding == .windows1252 || encoding == .iso8859_15
        }
        let isAlike = { (other: ScheduleEncoding) in
            other == best.0 || (isLatin(other) && isLatin(best.0))
        }
        let others = scores.filter { !isAlike($0.0) }
        rival = others.max { $0.1 < $1.1 }.flatMap { $0.1 * 2 > best.1 ? $0.0 : nil }
    }

    /// Whether a byte stands for `€`, `Š`, `š` or `ž`, which are signs nobody writes otherwise.
    ///
    /// The other four (`Ž`, `Œ`, `œ`, `Ÿ`) are `´` and fractions in Windows-1252, and `D´Angelo`
    /// must not become `DŽAngelo`. Behind `Ã` they are UTF-8 that was encoded twice, which is
    /// refused with its line once the cells are read.
    private static func hasLatin9Letter(_ upperHalf: [Int]) -> Bool {
        [0xA4, 0xA6, 0xA8, 0xB8, 0xC3].contains { upperHalf[$0 - 0x80] > 0 }
    }

    private static func score(of encoding: ScheduleEncoding, _ upperHalf: [Int]) -> Int {
        guard let codePage = encoding.codePage else { return .min }
        return zip(codePage.upperHalf, upperHalf).reduce(0) { $0 + weight(of: $1.0) * $1.1 }
    }

    /// How much a character speaks for the code page that gives it.
    private static func weight(of character: Unicode.Scalar?) -> Int {
        guard let character else { return -4 }
        switch character {
        case "ä", "ö", "ü", "ß": return 6
        case "Ä", "Ö", "Ü": return 5
        case "þ", "ð", "Þ", "Ð", "ƒ", "ı", "µ", "ª", "º", "ﬁ", "ﬂ": return -2
        case "„", "“", "”", "‚", "‘", "’", "–", "—", "…", "€", "§", "°", "«", "»", "·", "•", "´",
            "\u{A0}", "\u{AD}":
            return 0
        default:
            guard character.properties.isAlphabetic, character.value < 0x180 else { return -3 }
            return character.properties.isLowercase ? 2 : 1
        }
    }
}
