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
        let scores = ScheduleEncoding.codePages.map { ($0, Self.score(of: $0, upperHalf)) }
        var best = scores[0]
        for candidate in scores.dropFirst() where candidate.1 > best.1 { best = candidate }
        encoding = best.0
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
