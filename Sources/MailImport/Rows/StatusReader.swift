/// Reads the status columns of a row.
struct StatusReader {
    private struct Key: Hashable {
        let column: Int
        let cell: String
    }

    private let mapping: ColumnMapping
    private var known = Memo<Key, StatusCell>(limit: 1000)

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
        known.keep(status, for: key, size: key.cell.utf8.count)
        return status
    }
}
