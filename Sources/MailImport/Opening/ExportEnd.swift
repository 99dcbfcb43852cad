import MailCore

/// What is odd about the end of a file, from which an export that died is known.
package enum ExportEnd: Hashable, Sendable {
    /// The last row has fewer cells than the header, or its quotes are not closed.
    case shortRow(line: Int)
    /// Lines below the list are words, not a row: a program's last ones, perhaps.
    case words(line: Int)

    /// What a record makes of the end, if it is the last one; nil for a row like others.
    ///
    /// - Parameters:
    ///   - record: With another number of cells than the header.
    ///   - width: Of the header.
    ///   - earlier: What the record before it made.
    init?(_ record: CSVRecord, width: Int, after earlier: ExportEnd?) {
        guard record.count < width else { return nil }
        if record.count > 1 {
            self = .shortRow(line: record.line)
        } else if case .words(let line) = earlier {
            self = .words(line: line)
        } else {
            self = .words(line: record.line)
        }
    }

    var line: Int {
        switch self {
        case .shortRow(let line), .words(let line): line
        }
    }

    var words: Sentence {
        switch self {
        case .shortRow(let line):
            Sentence(
                en: "The last row, line \(line), has fewer cells than the header.",
                de:
                    "Die letzte Zeile (Textzeile \(line)) hat weniger Zellen, als es Überschriften gibt."
            )
        case .words(let line):
            Sentence(
                en: "Below the list, from line \(line) on, stand words that are no row.",
                de: "Unter der Liste, ab Textzeile \(line), stehen Worte, die keine Zeile sind."
            )
        }
    }
}
