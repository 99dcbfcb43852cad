/// Looks at the cells of one column: how many are filled, what they look like, and one of them.
struct ColumnProbe {
    private let fate: InspectedColumn.Fate
    /// Whether the header says that the cells are about a person.
    private let isDenied: Bool
    private let births: BirthYears
    private(set) var filled = 0
    private var tries = 0
    private var example: String?
    /// Examples and kinds of a column of which only the cells can say what it is.
    private var masked: [ColumnLook: String] = [:]
    private var looks: [ColumnLook: Int] = [:]
    private var kinds: [ContentKind: Int] = [:]

    /// Enough cells to know a column, or to find one that may be shown.
    private static let depth = 500

    init(_ fate: InspectedColumn.Fate, isDenied: Bool, births: BirthYears) {
        self.fate = fate
        self.isDenied = isDenied
        self.births = births
    }

    mutating func add(_ record: CSVRecord, _ column: Int) {
        guard record[column].contains(where: { $0 > 0x20 }) else { return }
        filled += 1
        guard tries < Self.depth else { return }
        tries += 1
        switch fate {
        case .used(let fields, _): show(record.text(column), as: fields)
        case .contested(let field): show(record.text(column), as: [field])
        case .notNeeded: look(at: record.text(column))
        case .guests, .completion, .discarded: break
        }
    }

    private mutating func show(_ cell: String, as fields: [ScheduleField]) {
        guard !isDenied, example == nil else { return }
        let births = births
        example = fields.lazy.compactMap { MaskedExample.text(of: cell, as: $0, births) }.first
    }

    private mutating func look(at cell: String) {
        example = example ?? MaskedExample.shape(cell)
        let kind = ContentKind(of: cell, births: births)
        switch kind {
        case .birthDate, .accessCode, .insuranceNumber, .answers, .freeText:
            if let kind { kinds[kind, default: 0] += 1 }
        case .emailAddress:
            looks[.addresses, default: 0] += 1
            masked[.addresses] = masked[.addresses] ?? MaskedExample.address(cell)
        case .phoneNumber where !isDay(cell):
            looks[.phoneNumbers, default: 0] += 1
            masked[.phoneNumbers] = masked[.phoneNumbers] ?? MaskedExample.phone(cell)
        case .phoneNumber, nil:
            // A number of digits alone may be a day, a time, or anything.
            guard !cell.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { break }
            if isDay(cell) {
                looks[.days, default: 0] += 1
            } else if (try? ClockText(parsing: cell)) != nil {
                looks[.times, default: 0] += 1
            }
        }
    }

    /// `06.03.2021` looks like a phone number, too.
    private func isDay(_ cell: String) -> Bool { (try? DateText(parsing: cell)) != nil }

    /// Must be called after the last row.
    func column(_ number: Int, header: String) -> InspectedColumn {
        // A header that is itself somebody's data is no header.
        let isData = ContentKind(of: header, births: births).map { $0 != .freeText } ?? false
        func column(_ fate: InspectedColumn.Fate, _ example: String?, _ look: ColumnLook? = nil)
            -> InspectedColumn
        {
            InspectedColumn(
                number: number,
                header: isData ? "column \(number)" : header,
                fate: fate,
                look: look,
                filled: filled,
                example: example
            )
        }
        guard fate == .notNeeded else { return column(fate, example) }
        if let kind = ContentKind.allCases.first(where: { kinds[$0, default: 0] * 2 > tries }) {
            return column(.discarded(.content(kind: kind)), nil)
        }
        let look = looks.first { $0.value * 2 > tries }?.key
        guard let look else { return column(fate, kinds.isEmpty ? example : nil) }
        return column(fate, masked[look] ?? example, look)
    }
}
