/// The values of one column with counts, to choose from.
package struct ValueList: Hashable, Sendable {
    /// A value and its rows.
    package struct Value: Hashable, Sendable {
        /// As the file first writes it; nil for values that are not shown, since they may be about
        /// a person.
        package let text: String?
        package let rows: Int
        /// What a status word is taken for; nil for other lists.
        package let meaning: StatusCell?
    }

    /// `service`, `dose`, `site` or `status`.
    package let field: ScheduleField
    /// As the file writes it.
    package let header: String
    /// The most frequent first.
    package let values: [Value]
    /// How many rows have a value that is not among them.
    package let otherRows: Int
    /// How many rows have none.
    package let emptyRows: Int
}

/// Counts the values of a column.
struct ValueTally {
    let column: Int
    let field: ScheduleField
    /// Whether no value is shown, because of what the header promises.
    private let isHidden: Bool
    private var counts = ValueCounts()
    private var empty = 0

    private static let shown = 50

    init(column: Int, field: ScheduleField, isHidden: Bool) {
        self.column = column
        self.field = field
        self.isHidden = isHidden
    }

    mutating func add(_ cell: String) {
        if counts.add(cell).isEmpty { empty += 1 }
    }

    /// Must be called after the last row.
    func list(_ mapping: ColumnMapping, births: BirthYears) -> ValueList {
        let header = mapping.headers[column]
        let isProse = counts.isProse
        var sums: [Key: Int] = [:]
        for entry in counts.entries.values {
            let cell = entry.cell
            let meaning = field == .status ? meaning(of: cell, header, mapping.profile) : nil
            // Several words that mean no known status may be a remark about somebody.
            let isRemark = meaning == .unknown && cell.contains(" ")
            let text = isHidden || isProse || isRemark ? nil : MaskedExample.value(cell, births)
            sums[Key(text: text, meaning: meaning), default: 0] += entry.rows
        }
        let values = sums.map { ValueList.Value(text: $0.text, rows: $1, meaning: $0.meaning) }
            .sorted {
                ($1.rows, $0.text ?? "", "\($0.meaning ?? .active)")
                    < ($0.rows, $1.text ?? "", "\($1.meaning ?? .active)")
            }
        return ValueList(
            field: field,
            header: header,
            values: Array(values.prefix(Self.shown)),
            otherRows: counts.uncounted + values.dropFirst(Self.shown).reduce(0) { $0 + $1.rows },
            emptyRows: empty
        )
    }

    private struct Key: Hashable {
        let text: String?
        let meaning: StatusCell?
    }

    private func meaning(of cell: String, _ header: String, _ profile: ImportProfile?) -> StatusCell
    {
        StatusCell(parsing: cell, header: header, words: profile?.statusWords)
    }
}
