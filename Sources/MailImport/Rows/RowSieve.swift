import MailCore

/// Tells the rows of people from whatever else stands below a header.
struct RowSieve {
    /// What a record is.
    enum Sorted {
        /// No row can be read from it.
        case rejected(RowFlaw)
        /// No person's row: the sum below a hand-kept list, or the header again.
        case furniture
        case row
    }

    private let mapping: ColumnMapping
    /// Whether some cell may hold bytes that are no text.
    private let isDamaged: Bool
    /// How many cells each row has.
    let width: Int

    init(mapping: ColumnMapping, isDamaged: Bool, surplus: Int) {
        self.mapping = mapping
        self.isDamaged = isDamaged
        width = mapping.headers.count + surplus
    }

    func sort(_ record: CSVRecord) -> Sorted {
        if let flaw = flaw(of: record) { return .rejected(flaw) }
        return isFurniture(record) ? .furniture : .row
    }

    /// What keeps a record from being read; nil for a row.
    func flaw(of record: CSVRecord) -> RowFlaw? {
        let named = mapping.headers.count
        guard record.count == width else { return .fields(record.count, width: named) }
        guard isDamaged else { return nil }
        return (0..<named).first { !record.isText($0) }.map { .damaged(column: $0) }
    }

    private func isFurniture(_ record: CSVRecord) -> Bool {
        // With an address it is always somebody's row; most rows are.
        if let email = mapping.first(.email), record[email].contains(UInt8(ascii: "@")) {
            return false
        }
        return mapping.repeatsHeader(record.text) || isTotal(record)
    }

    private func isTotal(_ record: CSVRecord) -> Bool {
        func isTotalOrEmpty(_ column: Int) -> Bool {
            let word = Self.word(record, column)
            return word.isEmpty || Self.totals.contains(word)
        }
        let people: [ScheduleField] = [.email, .name, .first, .last, .ref, .phone]
        guard people.flatMap(mapping.all).allSatisfy(isTotalOrEmpty) else { return false }
        return (0..<record.count).contains { Self.totals.contains(Self.word(record, $0)) }
    }

    private static func word(_ record: CSVRecord, _ column: Int) -> String {
        record.text(column).folded.filter { $0 != ":" }
    }

    private static let totals: Set = ["summe", "gesamt", "gesamtsumme", "total", "anzahl", "sum"]
}

/// What keeps a record from being read as a row.
enum RowFlaw: Hashable {
    /// Another number of fields than the header has.
    case fields(Int, width: Int)
    /// The first column with bytes that are no text.
    case damaged(column: Int)
}
