/// What the first reading of a schedule learns: its encoding, and how it begins.
struct EncodingSurvey {
    let encoding: ScheduleEncoding
    /// Whether any byte cannot be decoded, so that every row has to be looked at for it.
    let isDamaged: Bool
    let byteCount: Int
    /// The first bytes, without the byte order mark; enough to find the delimiter.
    let head: [UInt8]
    /// Whether `head` is the whole file.
    let isWhole: Bool

    private static let headLength = 1 << 16

    /// Reads the whole source once.
    ///
    /// - Throws: `ScheduleError` for something that is not text of a known encoding, and whatever
    ///   the source throws.
    init(of source: ScheduleSource) throws {
        var head: [UInt8] = []
        var tally = ByteTally()
        let next = try source.open()
        while let chunk = try next() {
            let isFirst = head.count < 8
            if head.count < Self.headLength {
                head += chunk.prefix(Self.headLength - head.count)
            }
            if isFirst, let foreign = ForeignFormat(head: head) { throw foreign.error }
            try chunk.withUnsafeBufferPointer { try tally.take($0) }
        }
        if let foreign = ForeignFormat(head: head) { throw foreign.error }
        guard tally.byteCount > 0 else {
            throw ScheduleError(message: "The file is empty. Export the schedule again.")
        }
        tally.finish()
        encoding = tally.encoding(hasMark: head.starts(with: [0xEF, 0xBB, 0xBF]))
        isDamaged = encoding == .windows1252 ? tally.undefined > 0 : tally.invalid > 0
        byteCount = tally.byteCount
        isWhole = head.count == tally.byteCount
        self.head = Array(head.dropFirst(encoding.markLength))
    }
}

extension ByteTally {
    /// Decides between the encodings that are read.
    ///
    /// Damaged UTF-8 without a mark is told from Windows-1252 by majority: German text in
    /// Windows-1252 has almost no byte pairs that happen to be UTF-8. Either way nothing is
    /// guessed: rows that cannot be read are rejected, and UTF-8 read as Windows-1252 is found by
    /// `DoubleEncoding`.
    func encoding(hasMark: Bool) -> ScheduleEncoding {
        if hasMark { return .utf8WithMark }
        return invalid == 0 || multibyte > invalid ? .utf8 : .windows1252
    }
}
