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
    private var counts: [String: (cell: String, rows: Int)] = [:]
    /// The folded form of cells, because a column repeats few values.
    private var folded: [String: String] = [:]
    private var filled = 0
    private var uncounted = 0
    private var empty = 0

    /// More distinct values than this are no list to choose from.
    private static let memory = 1000
    private static let shown = 50

    init(column: Int, field: ScheduleField, isHidden: Bool) {
        self.column = column
        self.field = field
        self.isHidden = isHidden
    }

    mutating func add(_ cell: String) {
        let value = fold(cell)
        guard !value.isEmpty else { return empty += 1 }
        filled += 1
        guard counts[value] != nil || counts.count < Self.memory else { return uncounted += 1 }
        counts[value, default: (cell, 0)].rows += 1
    }

    private mutating func fold(_ cell: String) -> String {
        if let known = folded[cell] { return known }
        let value = cell.folded
        if folded.count < Self.memory { folded[cell] = value }
        return value
    }

    /// Must be called after the last row.
    func list(_ mapping: ColumnMapping) -> ValueList {
        let header = mapping.headers[column]
        // Where almost every row says something else, it may be said about a person.
        let isProse = uncounted > 0 || (counts.count > 20 && counts.count * 2 > filled)
        var sums: [Key: Int] = [:]
        for (cell, rows) in counts.values {
            let meaning = field == .status ? meaning(of: cell, header, mapping.profile) : nil
            // Several words that mean no known status may be a remark about somebody.
            let isRemark = meaning == .unknown && cell.trimmed.contains(" ")
            let text = isHidden || isProse || isRemark ? nil : MaskedExample.value(cell)
            sums[Key(text: text, meaning: meaning), default: 0] += rows
        }
        let values = sums.map { ValueList.Value(text: $0.text, rows: $1, meaning: $0.meaning) }
            .sorted {
                ($1.rows, $0.text ?? "", "\($0.meaning ?? .active)")
                    < ($0.rows, $1.text ?? "", "\($1.meaning ?? .active)")
            }
        return ValueList(
            field: field,
            header: header.safeToShow,
            values: Array(values.prefix(Self.shown)),
            otherRows: uncounted + values.dropFirst(Self.shown).reduce(0) { $0 + $1.rows },
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
