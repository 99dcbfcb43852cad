import MailCore

/// What the first reading of a text file learns: its encoding, and how it begins.
struct EncodingSurvey {
    let encoding: ScheduleEncoding
    let certainty: Certainty
    /// Whether nobody needs to doubt the encoding, although it was found by looking at words.
    let isProven: Bool
    /// Whether any byte cannot be decoded, so that every row has to be looked at for it.
    let isDamaged: Bool
    let byteCount: Int
    /// Length of the byte order mark; 0 without one.
    let markLength: Int
    /// The first characters as UTF-8, without the byte order mark; enough to find the delimiter.
    let head: [UInt8]
    /// Whether `head` is the whole file.
    let isWhole: Bool

    private static let headLength = 1 << 16

    /// Reads the whole source once.
    ///
    /// - Parameters:
    ///   - source: The file.
    ///   - chosen: What the operator says the encoding is; nil to find it.
    /// - Throws: `ScheduleError` for something that is not text of a known encoding, and whatever
    ///   the source throws.
    init(of source: ScheduleSource, chosen: ScheduleEncoding?) throws {
        var head: [UInt8] = []
        var tally = ByteTally()
        let next = try source.open()
        while let chunk = try next() {
            guard tally.byteCount + chunk.count <= Self.byteLimit else { throw Self.tooLarge }
            if head.count < Self.headLength {
                head += chunk.prefix(Self.headLength - head.count)
            }
            chunk.withUnsafeBufferPointer { tally.take($0) }
            // Reading on would only find more of them.
            if tally.hasNUL, head.count == Self.headLength,
                !EncodingFinding.mayHoldNUL(head, chosen: chosen)
            {
                break
            }
        }
        guard tally.byteCount > 0 else {
            throw ScheduleError(
                message: Sentence(
                    en: "The file is empty. Export the schedule again.",
                    de: "Die Datei ist leer. Exportieren Sie die Terminliste noch einmal."
                )
            )
        }
        tally.finish()
        let mark = ByteOrderMark(at: head)
        let finding: EncodingFinding
        do {
            finding = try EncodingFinding(tally: tally, head: head, mark: mark, chosen: chosen) {
                try Self.words(in: source)
            }
        } catch let broken as BrokenText {
            throw try broken.error(in: source)
        }
        encoding = finding.encoding
        certainty = finding.certainty
        isProven = finding.isProven
        markLength = mark?.length ?? 0
        isDamaged = finding.isDamaged(tally)
        byteCount = tally.byteCount
        isWhole = head.count == tally.byteCount
        var text = DecodedText(encoding)
        self.head = Array(head.dropFirst(markLength)).withUnsafeBufferPointer { bytes in
            text.decode(bytes) { Array($0) }
        }
    }

    /// Read once more, by files of a code page alone.
    private static func words(in source: ScheduleSource) throws -> Set<ForeignWords.Word> {
        var words = ForeignWords()
        let next = try source.open()
        while !words.isFull, let chunk = try next() { words.take(chunk) }
        words.finish()
        return words.words
    }

    /// Ten times the largest schedule that is expected: whoever hands in a disk image by mistake
    /// is told so at once.
    private static let byteLimit = 1 << 30

    private static let tooLarge = ScheduleError(
        message: Sentence(
            en:
                "The file is larger than 1 GiB, so it is no schedule. Choose the export itself, or export fewer days at a time.",
            de:
                "Die Datei ist größer als 1 GiB und keine Terminliste. Wählen Sie den Export selbst, oder exportieren Sie weniger Tage auf einmal."
        )
    )
}

/// The mark in front of the first character of a Unicode text (Unicode, section 23.8).
private struct ByteOrderMark {
    let encoding: ScheduleEncoding
    let length: Int

    init?(at head: [UInt8]) {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            (encoding, length) = (.utf8WithMark, 3)
        } else if head.starts(with: [0xFF, 0xFE]) {
            (encoding, length) = (.utf16LittleEndian, 2)
        } else if head.starts(with: [0xFE, 0xFF]) {
            (encoding, length) = (.utf16BigEndian, 2)
        } else {
            return nil
        }
    }
}

private struct EncodingFinding {
    let encoding: ScheduleEncoding
    let certainty: Certainty
    private(set) var isProven = true

    init(
        tally: ByteTally,
        head: [UInt8],
        mark: ByteOrderMark?,
        chosen: ScheduleEncoding?,
        words: () throws -> Set<ForeignWords.Word>
    ) throws {
        if let mark {
            guard chosen == nil || chosen?.isUnmarked(mark.encoding) == true else {
                throw ScheduleError(
                    message: Sentence(
                        en:
                            "The file begins with the mark of \(mark.encoding.rawValue). Leave --encoding out.",
                        de:
                            "Die Datei beginnt mit der Kennung von \(mark.encoding.rawValue). Lassen Sie --encoding weg."
                    )
                )
            }
            (encoding, certainty) = (mark.encoding, .certain)
        } else if let chosen {
            encoding = chosen == .utf8WithMark ? .utf8 : chosen
            certainty = .chosen
        } else if tally.hasNUL {
            guard let order = Self.byteOrder(of: head) else {
                throw BrokenText(.holdsNUL, in: .utf8)
            }
            (encoding, certainty) = (order, .likely)
        } else if tally.invalid == 0 {
            (encoding, certainty) = (.utf8, .certain)
        } else {
            // Two letters of a code page may happen to be one of UTF-8, so one place that is no
            // UTF-8 is proof that the file is none, or damaged.
            let guess = CodePageGuess(try words())
            guard let found = guess.encoding else { throw Self.unclear(guess, tally) }
            (encoding, certainty, isProven) = (found, .likely, guess.isProven)
        }
        let isWide = encoding.isWide
        if tally.hasNUL, !isWide { throw BrokenText(.holdsNUL, in: .utf8) }
        if isWide, !tally.byteCount.isMultiple(of: 2) { throw BrokenText(.isCutOff, in: encoding) }
    }

    func isDamaged(_ tally: ByteTally) -> Bool {
        switch encoding {
        case .utf8, .utf8WithMark: return tally.invalid > 0
        // Seen while it is decoded; looking at every cell costs little in such files.
        case .utf16LittleEndian, .utf16BigEndian: return true
        case .windows1252, .windows1250, .iso8859_15, .cp850, .macintosh:
            guard let codePage = encoding.codePage else { return true }
            return zip(codePage.upperHalf, tally.upperHalf).contains { $0 == nil && $1 > 0 }
        }
    }

    /// Whether the bytes of these first characters may be those of UTF-16.
    static func mayHoldNUL(_ head: [UInt8], chosen: ScheduleEncoding?) -> Bool {
        if let mark = ByteOrderMark(at: head) { return mark.encoding.isWide }
        return chosen.map(\.isWide) ?? (byteOrder(of: head) != nil)
    }

    /// UTF-16 without a mark: every other byte of ASCII text is NUL.
    private static func byteOrder(of head: [UInt8]) -> ScheduleEncoding? {
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let many = head.count / 2 * 2 / 5
        if zeros.odd > many, zeros.even * 50 < zeros.odd { return .utf16LittleEndian }
        if zeros.even > many, zeros.odd * 50 < zeros.even { return .utf16BigEndian }
        return nil
    }

    private static func unclear(_ guess: CodePageGuess, _ tally: ByteTally) -> ScheduleError {
        var answers = guess.candidates
        if tally.multibyte > 0 { answers.append(.utf8) }
        return ScheduleError(.encoding(answers))
    }
}

extension ScheduleEncoding {
    fileprivate var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// Whether this is what a mark says, with or without the mark in its name.
    fileprivate func isUnmarked(_ marked: Self) -> Bool {
        self == marked || (self == .utf8 && marked == .utf8WithMark)
    }
}
