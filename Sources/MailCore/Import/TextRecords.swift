/// Whether a reading goes on.
enum ReadOn {
    case more, enough
}

/// What holds the records of a schedule: a text file or a workbook.
protocol RecordSource {
    /// Hands out all records in file order; every reading hands out the same.
    ///
    /// - Throws: `ScheduleError` where the file is broken, and whatever `take` throws.
    func forEachRecord(_ take: (CSVRecord) throws -> ReadOn) throws
}

/// Ends a reading in the middle.
struct ReadingEnded: Error {}

/// The records of a text file with delimiters.
struct TextRecords: RecordSource {
    let source: ScheduleSource
    let survey: EncodingSurvey
    let dialect: Dialect

    func forEachRecord(_ take: (CSVRecord) throws -> ReadOn) throws {
        do {
            try read { if try take($0) == .enough { throw ReadingEnded() } }
        } catch is ReadingEnded {}
    }

    private func read(_ take: CSVReader.Receiver) throws {
        var text = DecodedText(survey.encoding)
        var unread = (mark: survey.markLength, separator: dialect.separatorLineLength)
        let firstLine = dialect.separatorLineLength > 0 ? 2 : 1
        var reader = CSVReader(delimiter: dialect.delimiter.byte, firstLine: firstLine)
        var byteCount = 0
        let next = try source.open()
        while let chunk = try next() {
            byteCount += chunk.count
            try chunk.withUnsafeBufferPointer { bytes in
                let bytes = Self.rest(of: bytes, without: &unread.mark)
                try text.decode(bytes) { decoded in
                    try reader.read(Self.rest(of: decoded, without: &unread.separator), take)
                }
            }
            guard !text.holdsNUL else { throw EncodingSurvey.holdsNUL }
        }
        guard byteCount == survey.byteCount else {
            throw ScheduleError(message: "The file changed while it was read. Try again.")
        }
        guard !text.isCutOff else { throw EncodingSurvey.cutOff }
        try reader.finish(take)
    }

    /// The bytes behind those that are no part of any record.
    private static func rest(
        of bytes: UnsafeBufferPointer<UInt8>,
        without unread: inout Int
    ) -> UnsafeBufferPointer<UInt8> {
        let skipped = min(unread, bytes.count)
        unread -= skipped
        return UnsafeBufferPointer(rebasing: bytes[skipped...])
    }
}
