/// Reads the status columns of a row.
struct StatusReader {
    private struct Key: Hashable {
        let column: Int
        let cell: String
    }

    private let mapping: ColumnMapping
    /// A column repeats few words.
    private var known: [Key: StatusCell] = [:]

    private static let memory = 1000

    init(mapping: ColumnMapping) {
        self.mapping = mapping
    }

    /// The most telling of the status cells: a cancelled one, else one a person has to read.
    mutating func read(_ record: CSVRecord) -> (StatusCell, column: String?) {
        var result: (StatusCell, column: String?) = (.active, nil)
        for column in mapping.all(.status) {
            let status = read(column, record)
            if status == .cancelled { return (status, mapping.headers[column]) }
            if status != .active, result.0 == .active { result = (status, mapping.headers[column]) }
        }
        return result
    }

    private mutating func read(_ column: Int, _ record: CSVRecord) -> StatusCell {
        let key = Key(column: column, cell: record.text(column))
        if let known = known[key] { return known }
        let status = StatusCell(
            parsing: key.cell,
            header: mapping.headers[column],
            words: mapping.profile?.statusWords
        )
        if known.count < Self.memory, key.cell.utf8.count <= 128 { known[key] = status }
        return status
    }
}
