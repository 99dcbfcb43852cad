/// Tells code pages apart by the words that a file would have under each.
///
/// No byte proves a code page. But under the right one the bytes are letters where names have them,
/// and under a wrong one capitals in the middle of words, fractions, and quotes that nobody closes.
struct CodePageGuess {
    /// The page under which the words make sense; nil if that is none, or could be several.
    let encoding: ScheduleEncoding?
    /// The pages that somebody should think of, the likeliest first.
    let candidates: [ScheduleEncoding]

    init(_ words: Set<ForeignWords.Word>) {
        let scores = ScheduleEncoding.codePages.map { Score($0, words) }
        let fitting = scores.filter(\.fits).sorted { $0.points > $1.points }
        candidates = fitting.map(\.encoding)
        // What nearly every German spreadsheet writes, so it needs no lead over the others.
        if let usual = fitting.first(where: { $0.encoding == .windows1252 }),
            fitting.allSatisfy({ $0.against >= usual.against })
        {
            encoding = .windows1252
        } else if let best = fitting.first, best.encoding.isReadUnasked,
            fitting.dropFirst().allSatisfy({ $0.points * 4 <= best.points })
        {
            encoding = best.encoding
        } else {
            encoding = nil
        }
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

        /// Whether something speaks for the page, and hardly anything against it.
        var fits: Bool { favour > 0 && against * 3 <= favour }
    }
}

extension ScheduleEncoding {
    /// Whether a file may be read so without a word of the operator's: what else it could be is
    /// told apart from these.
    fileprivate var isReadUnasked: Bool { self != .windows1250 }
}
