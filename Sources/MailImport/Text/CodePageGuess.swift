/// Tells code pages apart by the words that a file would have under each.
///
/// No byte proves a code page. But under the right one the bytes are letters where names have them,
/// and under a wrong one capitals in the middle of words, fractions, and quotes that nobody closes.
struct CodePageGuess {
    /// The page under which the words make sense; nil if that is none, or could be several.
    let encoding: ScheduleEncoding?
    /// Whether so many words speak for that page, and so few against it, that it is no guess any more.
    let isProven: Bool
    /// The pages that somebody should think of, the likeliest first.
    let candidates: [ScheduleEncoding]

    init(_ words: Set<ForeignWords.Word>) {
        let scores = ScheduleEncoding.codePages.map { Score($0, words) }
        let isLatin9 = Self.isLatin9(words, scores)
        let fitting = scores.filter(\.fits).sorted { $0.points > $1.points }
        candidates = fitting.map(\.encoding)
        // The two differ in eight bytes, and where these decide, the other one is no rival.
        let rivals = fitting.filter { isLatin9 != true || $0.encoding != .windows1252 }
        // What nearly every German spreadsheet writes, so it needs no lead over the others.
        let usual = isLatin9.map { $0 ? ScheduleEncoding.iso8859_15 : .windows1252 }
        if let likely = rivals.first(where: { $0.encoding == usual }),
            rivals.allSatisfy({ $0.against >= likely.against })
        {
            encoding = likely.encoding
        } else if isLatin9 != nil, let best = rivals.first, best.encoding.isReadUnasked,
            rivals.dropFirst().allSatisfy({ $0.points * 4 <= best.points })
        {
            encoding = best.encoding
        } else {
            encoding = nil
        }
        let found = scores.first { [encoding] in $0.encoding == encoding }
        isProven =
            isLatin9 != nil && found?.isOverwhelming == true
            && rivals.allSatisfy { $0.encoding == found?.encoding || $0.encoding.isCentralEuropean }
    }

    /// Whether the bytes in which ISO 8859-15 and Windows-1252 differ are those of the first; nil if
    /// they are some of both, or nobody can say.
    private static func isLatin9(_ words: Set<ForeignWords.Word>, _ scores: [Score]) -> Bool? {
        let telling: Set<UInt8> = [0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE]
        guard words.contains(where: { $0.bytes.contains(where: telling.contains) }),
            let usual = scores.first(where: { $0.encoding == .windows1252 }),
            let other = scores.first(where: { $0.encoding == .iso8859_15 }),
            usual.fits || other.fits
        else { return false }
        return usual.against == other.against ? nil : other.against < usual.against
    }

    private struct Score {
        let encoding: ScheduleEncoding
        private(set) var points = 0
        private var favour = 0
        private(set) var against = 0

        init(_ encoding: ScheduleEncoding, _ words: Set<ForeignWords.Word>) {
            self.encoding = encoding
            guard let page = encoding.codePage else { return }
            for word in words {
                let reading = WordReading(word, under: page)
                switch reading.evidence {
                case .against: against += 1
                case .none: break
                case .favour:
                    favour += 1
                    // Umlauts of CP850 are letters of Mac Roman that names have as well, if seldom.
                    points += encoding == .cp850 && reading.isGerman ? 4 : 1
                }
            }
        }

        /// Whether something speaks for the page, and hardly anything against it; where many words
        /// speak for it, there may be cells full of symbols as well.
        var fits: Bool {
            favour > 0 && (against * 3 <= favour || favour >= 8 && against <= favour)
        }

        var isOverwhelming: Bool { favour >= 50 && against * 50 <= favour }
    }
}

extension ScheduleEncoding {
    /// Whether a file may be read so without a word of the operator's: what else it could be is
    /// told apart from these.
    fileprivate var isReadUnasked: Bool { self != .windows1250 }

    /// Whether it has the letters of German and most of Western Europe in the same places as
    /// Windows-1252.
    fileprivate var isCentralEuropean: Bool {
        self == .windows1252 || self == .iso8859_15 || self == .windows1250
    }
}
