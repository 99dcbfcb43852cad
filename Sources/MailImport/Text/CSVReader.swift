import MailCore

/// A strict reader of RFC 4180 records, fed with chunks of any size.
///
/// Lines may end in CRLF, LF or CR, also mixed. It never guesses where a broken record ends: a
/// reader that does shifts cells from one person's row into another's.
package struct CSVReader {
    package typealias Receiver = (CSVRecord) throws -> Void

    private enum State {
        case recordStart, fieldStart, unquoted, quoted, quoteInQuoted
        /// Blanks behind a closing quote, where these are allowed.
        case behindQuotes
        /// Behind a CR, which may be half of a CRLF.
        case carriageReturn
    }

    private let delimiter: UInt8
    private let quotes: QuoteStyle
    private let quote: UInt8
    private var state = State.recordStart
    private var record = CSVRecord()
    private var row = 0
    private var line: Int
    private var fieldLine = 0
    private var carriageReturnInQuotes = false
    private var hasQuotes = false

    /// Begins at the physical line `line`.
    package init(
        delimiter: UInt8,
        quotes: QuoteStyle = .double,
        firstLine line: Int = 1
    ) {
        self.delimiter = delimiter
        self.quotes = quotes
        quote = quotes.mark
        self.line = line
    }

    /// Takes the next bytes and hands out every record that they complete.
    ///
    /// - Throws: `ScheduleError` at a stray quote or a limit, and whatever `receive` throws.
    package mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ receive: Receiver
    ) throws {
        var at = 0
        while at < bytes.count {
            switch state {
            case .recordStart:
                try beginRecord()
            case .fieldStart:
                fieldLine = line
                let isQuoted = bytes[at] == quote
                state = isQuoted ? .quoted : .unquoted
                hasQuotes = hasQuotes || isQuoted
                at += isQuoted ? 1 : 0
            case .unquoted:
                at = try append(bytes, from: at, to: unquotedEnd(bytes, at))
                guard at < bytes.count else { break }
                guard bytes[at] != quote else {
                    try beginSpacedQuotes()
                    at += 1
                    continue
                }
                try endField(at: bytes[at], receive)
                at += 1
            case .quoted:
                at = try append(bytes, from: at, to: quotedEnd(bytes, at))
                guard at < bytes.count else { break }
                state = .quoteInQuoted
                at += 1
            case .quoteInQuoted, .behindQuotes:
                try leaveQuotes(at: bytes[at], receive)
                at += 1
            case .carriageReturn:
                at += bytes[at] == UInt8(ascii: "\n") ? 1 : 0
                state = .recordStart
            }
        }
    }

    /// Must be called after the last chunk: the last record may have no line end.
    package mutating func finish(_ receive: Receiver) throws {
        switch state {
        case .recordStart, .carriageReturn: return
        case .fieldStart, .unquoted, .quoteInQuoted, .behindQuotes: try endRecord(receive)
        case .quoted: throw unterminated
        }
    }

    private func unquotedEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < bytes.count {
            let byte = bytes[at]
            if byte == delimiter || byte == quote || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
            {
                break
            }
            at += 1
        }
        return at
    }

    /// Finds the next quote, counting the line breaks in front of it.
    private mutating func quotedEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] != quote {
            let isReturn = bytes[at] == UInt8(ascii: "\r")
            let isFeed = bytes[at] == UInt8(ascii: "\n")
            if isReturn || (isFeed && !carriageReturnInQuotes) { line += 1 }
            carriageReturnInQuotes = isReturn
            at += 1
        }
        return at
    }

    private mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        to end: Int
    ) throws(ScheduleError) -> Int {
        record.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        guard record.bytes.count - (record.ends.last ?? 0) <= Limit.fieldLength else {
            throw state == .quoted
                ? unterminated
                : fault(
                    Sentence(
                        en: "a field is longer than 64 KiB",
                        de: "Ein Feld ist länger als 64 KiB"
                    )
                )
        }
        return end
    }

    private mutating func leaveQuotes(at byte: UInt8, _ receive: Receiver) throws {
        carriageReturnInQuotes = false
        if byte == quote, state == .quoteInQuoted {
            record.bytes.append(byte)
            state = .quoted
            return
        }
        let ends =
            byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        if Self.isBlank(byte), byte != delimiter {
            guard quotes == .spaced else {
                throw fault(
                    Sentence(
                        en: "text follows the closing quote of a field: blanks",
                        de:
                            "Hinter dem schließenden Anführungszeichen eines Feldes stehen Leerzeichen"
                    ),
                    orSay: .spaced
                )
            }
            state = .behindQuotes
            return
        }
        guard ends else {
            throw fault(
                Sentence(
                    en: "text follows the closing quote of a field",
                    de: "Hinter dem schließenden Anführungszeichen eines Feldes steht Text"
                )
            )
        }
        try endField(at: byte, receive)
    }

    /// A quote behind nothing but blanks, where these are allowed, begins a field in quotes.
    private mutating func beginSpacedQuotes() throws(ScheduleError) {
        let start = record.ends.last ?? 0
        let isBehindBlanks = record.bytes[start...].allSatisfy(Self.isBlank)
        guard isBehindBlanks, quotes == .spaced else {
            throw fault(
                Sentence(
                    en: "a quote stands inside a field without quotes",
                    de: "In einem Feld ohne Anführungszeichen steht eines"
                ),
                orSay: isBehindBlanks ? .spaced : nil
            )
        }
        record.bytes.removeSubrange(start...)
        hasQuotes = true
        state = .quoted
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private mutating func endField(at byte: UInt8, _ receive: Receiver) throws {
        guard byte != delimiter else {
            record.ends.append(record.bytes.count)
            // The field behind this delimiter is one more.
            guard record.ends.count < Limit.columns else {
                throw fault(
                    Sentence(
                        en: "a row has more than \(Limit.columns) columns",
                        de: "Eine Zeile hat mehr als \(Limit.columns) Spalten"
                    )
                )
            }
            state = .fieldStart
            return
        }
        try endRecord(receive)
        line += 1
        state = byte == UInt8(ascii: "\r") ? .carriageReturn : .recordStart
    }

    private mutating func beginRecord() throws(ScheduleError) {
        row += 1
        record.begin(row: row, line: line)
        hasQuotes = false
        state = .fieldStart
        guard row <= Limit.records else {
            throw ScheduleError(
                line: line,
                row: row,
                message: Sentence(
                    en:
                        "The file has more than \(Limit.records) rows. Export fewer days at a time, or remove the empty rows.",
                    de:
                        "Die Datei hat mehr als \(Limit.records) Zeilen. Exportieren Sie weniger Tage auf einmal, oder entfernen Sie die leeren Zeilen."
                )
            )
        }
    }

    private mutating func endRecord(_ receive: Receiver) throws {
        // A blank line is a row of the spreadsheet, but not a record with one empty field.
        let isBlankLine = record.bytes.isEmpty && record.ends.isEmpty && !hasQuotes
        record.ends.append(record.bytes.count)
        state = .recordStart
        if !isBlankLine { try receive(record) }
    }

    enum Limit {
        /// In octets of UTF-8.
        static let fieldLength = 1 << 16
        static let columns = 256
        static let records = 2_000_000
    }

    private func fault(_ what: Sentence, orSay style: QuoteStyle? = nil) -> ScheduleError {
        ScheduleError(
            line: line,
            row: row,
            message: Sentence(
                en: "The file cannot be read: \(what). Export it again, or repair this line.",
                de:
                    "Die Datei ist nicht lesbar: \(what). Exportieren Sie noch einmal, oder reparieren Sie diese Textzeile."
            )
                + (style.map {
                    Sentence(
                        en: " If the whole file is written so, say --quotes \($0.rawValue).",
                        de:
                            " Ist die ganze Datei so geschrieben, nehmen Sie --quotes \($0.rawValue)."
                    )
                } ?? .empty)
        )
    }

    private var unterminated: ScheduleError {
        ScheduleError(
            line: fieldLine,
            row: row,
            message: Sentence(
                en:
                    "The file cannot be read: the quote that opens here is not closed. Export it again, or repair this line.",
                de:
                    "Die Datei ist nicht lesbar: Das Anführungszeichen, das hier beginnt, ist nicht geschlossen. Exportieren Sie noch einmal, oder reparieren Sie diese Textzeile."
            )
        )
    }
}
