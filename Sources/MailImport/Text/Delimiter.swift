import MailCore

/// The character between two fields.
package enum Delimiter: String, CaseIterable, Hashable, Sendable, Codable {
    case semicolon = ";"
    case comma = ","
    case tab = "\t"
    case pipe = "|"

    var byte: UInt8 {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .comma: UInt8(ascii: ",")
        case .tab: UInt8(ascii: "\t")
        case .pipe: UInt8(ascii: "|")
        }
    }
}

/// How the rows of a file are separated: found in its first lines.
struct Dialect {
    let delimiter: Delimiter
    let certainty: Certainty
    /// Length of the `sep=;` line with its line end; 0 without one.
    let separatorLineLength: Int

    /// - Parameters:
    ///   - head: The first characters of the file as UTF-8.
    ///   - isWhole: Whether they are the whole file.
    ///   - chosen: What the operator says the delimiter is; nil to find it.
    ///   - quotes: What the operator says of the quotes.
    /// - Throws: `ScheduleError` if a `sep=` line names a delimiter that is not read.
    init(head: [UInt8], isWhole: Bool, chosen: Delimiter?, quotes: QuoteStyle)
        throws(ScheduleError)
    {
        let line = Self.separatorLine(head)
        if let chosen {
            delimiter = chosen
            certainty = .chosen
            separatorLineLength = line?.length ?? 0
        } else if let (byte, length) = line {
            guard let delimiter = Delimiter.allCases.first(where: { $0.byte == byte }) else {
                throw ScheduleError(
                    line: 1,
                    message: Sentence(
                        en:
                            "The line \"sep=\" names a separator that is not read. Export the file with semicolon, comma, tab or \"|\".",
                        de:
                            "Die Textzeile „sep=“ nennt ein Trennzeichen, das nicht gelesen wird. Exportieren Sie die Datei mit Semikolon, Komma, Tabulator oder „|“."
                    )
                )
            }
            self.delimiter = delimiter
            certainty = .certain
            separatorLineLength = length
        } else {
            delimiter = Self.detect(head, isWhole: isWhole, quotes)
            certainty = .likely
            separatorLineLength = 0
        }
    }

    /// The line Excel obeys and does not show: `sep=;`.
    private static func separatorLine(_ head: [UInt8]) -> (byte: UInt8, length: Int)? {
        let isNewline = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        let line = head.prefix { !isNewline($0) }.filter { $0 != UInt8(ascii: "\"") }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).folded == "sep="
        else { return nil }
        let length = head.firstIndex(where: isNewline) ?? head.count
        let isPair = head[length...].starts(with: Array("\r\n".utf8))
        return (line[4], min(length + (isPair ? 2 : 1), head.count))
    }

    /// Takes the delimiter under which the header makes most sense and most records have the same
    /// number of fields; among equals the one with more fields.
    private static func detect(
        _ head: [UInt8],
        isWhole: Bool,
        _ quotes: QuoteStyle
    ) -> Delimiter {
        var best = (delimiter: Delimiter.semicolon, score: Score())
        for delimiter in Delimiter.allCases {
            let score = Score(of: head, isWhole: isWhole, delimiter, quotes)
            if score.width > 1, best.score < score { best = (delimiter, score) }
        }
        return best.delimiter
    }

    private struct Score: Comparable {
        /// Column names that are known, in the best of the first records.
        private var hits = 0
        /// Whether the quotes make sense under this delimiter.
        private var isClean = false
        private var widths: [Int: Int] = [:]

        init() {}

        init(of head: [UInt8], isWhole: Bool, _ delimiter: Delimiter, _ quotes: QuoteStyle) {
            do {
                var reader = CSVReader(delimiter: delimiter.byte, quotes: quotes)
                try head.withUnsafeBufferPointer { try reader.read($0) { add($0) } }
                if isWhole { try reader.finish { add($0) } }
                isClean = true
            } catch {
                // The records in front of the fault still count.
            }
        }

        private mutating func add(_ record: CSVRecord) {
            widths[record.count, default: 0] += 1
            guard record.row <= HeaderSearch.depth else { return }
            let cells = (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
            hits = max(hits, cells.count { ScheduleField(header: $0) != nil })
        }

        /// The most frequent number of fields.
        var width: Int { mostFrequent?.key ?? 1 }

        /// How many of a thousand records have it.
        private var share: Int {
            (mostFrequent?.value ?? 0) * 1000 / max(widths.values.reduce(0, +), 1)
        }

        private var mostFrequent: (key: Int, value: Int)? {
            widths.max { ($0.value, $0.key) < ($1.value, $1.key) }
        }

        static func < (left: Self, right: Self) -> Bool {
            (left.hits, left.isClean ? 1 : 0, left.share, left.width)
                < (right.hits, right.isClean ? 1 : 0, right.share, right.width)
        }

        static func == (left: Self, right: Self) -> Bool {
            !(left < right) && !(right < left)
        }
    }
}
