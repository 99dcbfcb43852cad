import MailCore

/// The records of a text file with delimiters.
package struct TextRecords: RecordSource {
    let survey: EncodingSurvey
    private let source: ScheduleSource
    private let dialect: Dialect
    private let quotes: QuoteStyle

    /// Finds out how a text file is written.
    ///
    /// - Throws: `ScheduleError` if it is no such file, and whatever `source` throws.
    package init(_ source: ScheduleSource, _ options: ReadingOptions = ReadingOptions()) throws {
        self.source = source
        quotes = options.quotes
        survey = try EncodingSurvey(of: source, chosen: options.encoding)
        if let foreign = ForeignFormat(head: survey.head) { throw foreign.error }
        dialect = try Dialect(
            head: survey.head,
            isWhole: survey.isWhole,
            chosen: options.delimiter,
            quotes: options.quotes
        )
    }

    /// What the file turned out to be.
    package var form: TextForm {
        TextForm(
            encoding: survey.encoding,
            encodingCertainty: survey.certainty,
            isEncodingProven: survey.isProven,
            delimiter: dialect.delimiter,
            delimiterCertainty: dialect.certainty,
            hasSeparatorLine: dialect.separatorLineLength > 0
        )
    }

    package func forEachRecord(_ take: (CSVRecord) throws -> ReadOn) throws {
        do {
            try read { if try take($0) == .enough { throw ReadingEnded() } }
        } catch is ReadingEnded {
        } catch let broken as BrokenText {
            throw try broken.error(in: source)
        }
    }

    private func read(_ take: CSVReader.Receiver) throws {
        var text = DecodedText(survey.encoding)
        var unread = (mark: survey.markLength, separator: dialect.separatorLineLength)
        let firstLine = dialect.separatorLineLength > 0 ? 2 : 1
        var reader = CSVReader(
            delimiter: dialect.delimiter.byte,
            quotes: quotes,
            firstLine: firstLine
        )
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
            guard !text.holdsNUL else { throw BrokenText(.holdsNUL, in: survey.encoding) }
        }
        guard byteCount == survey.byteCount else {
            throw ScheduleError(
                message: Sentence(
                    en: "The file changed while it was read. Try again.",
                    de: "Die Datei hat sich beim Lesen geändert. Versuchen Sie es noch einmal."
                )
            )
        }
        guard !text.isCutOff else { throw BrokenText(.isCutOff, in: survey.encoding) }
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
