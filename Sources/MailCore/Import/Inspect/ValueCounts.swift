/// How many rows have each value of a column, or of several.
struct ValueCounts {
    struct Entry {
        /// As the file first writes it, trimmed.
        let cell: String
        var rows: Int
    }

    /// By the folded value.
    private(set) var entries: [String: Entry] = [:]
    /// Cells that are not empty.
    private(set) var filled = 0
    /// Those of them whose value is not among the entries.
    private(set) var uncounted = 0
    /// The folded form of cells, because a column repeats few values.
    private var folded: [String: String] = [:]

    /// More distinct values than this are no list to choose from.
    private static let memory = 1000

    /// Counts a cell.
    ///
    /// - Parameters:
    ///   - cell: As the file has it.
    ///   - isWanted: Whether a folded value is counted however many others there are.
    /// - Returns: The folded value.
    @discardableResult
    mutating func add(
        _ cell: String,
        isWanted: (String) -> Bool = { _ in false }
    ) -> String {
        let value = fold(cell)
        guard !value.isEmpty else { return value }
        filled += 1
        guard entries[value] != nil || entries.count < Self.memory || isWanted(value) else {
            uncounted += 1
            return value
        }
        entries[value, default: Entry(cell: cell.trimmed, rows: 0)].rows += 1
        return value
    }

    /// Whether almost every row says something else: then it may be said about a person, and no value
    /// may be shown.
    var isProse: Bool {
        uncounted > 0 || (entries.count > 20 && entries.count * 2 > filled)
    }

    private mutating func fold(_ cell: String) -> String {
        if let known = folded[cell] { return known }
        let value = cell.folded
        if folded.count < Self.memory, cell.utf8.count <= 128 { folded[cell] = value }
        return value
    }
}
