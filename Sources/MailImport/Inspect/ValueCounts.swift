import MailCore

/// How many rows have each value of a column, or of several.
struct ValueCounts {
    struct Entry {
        /// As the file first writes it, trimmed; of a long one the beginning.
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
    private var folded = Memo<String, String>(limit: Self.memory)

    /// More distinct values than this are no list to choose from.
    private static let memory = 1000
    private static let longest = 500

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
        let key = Self.beginning(of: value)
        guard entries[key] != nil || entries.count < Self.memory || isWanted(value) else {
            uncounted += 1
            return value
        }
        entries[key, default: Entry(cell: Self.beginning(of: cell.trimmed), rows: 0)].rows += 1
        return value
    }

    /// Whether a folded value was counted.
    func has(_ value: String) -> Bool { entries[Self.beginning(of: value)] != nil }

    /// Whether almost every row says something else: then it may be said about a person, and no value
    /// may be shown.
    var isProse: Bool {
        uncounted > 0 || (entries.count > 20 && entries.count * 2 > filled)
    }

    private mutating func fold(_ cell: String) -> String {
        if let known = folded[cell] { return known }
        let value = cell.folded
        folded.keep(value, for: cell, size: cell.utf8.count)
        return value
    }

    /// A long value is never shown, and a thousand of them would fill the memory.
    private static func beginning(of text: String) -> String {
        text.utf8.count > longest ? String(text.unicodeScalars.prefix(longest)) : text
    }
}
