/// The services or sites an operator chose, and what the file has of them.
struct Choice {
    /// `service` or `site`, as in the option's name.
    let word: String
    private let chosen: [String: String]
    private var counts: [String: (shown: String, rows: Int)] = [:]
    /// The folded form of cells, because a column repeats few values.
    private var folded: [String: String] = [:]

    /// More distinct values than this are no list to choose from.
    private static let memory = 1000

    init(_ word: String, _ values: [String]) {
        self.word = word
        chosen = Dictionary(values.map { ($0.folded, $0) }) { first, _ in first }
        isMet = chosen.isEmpty
    }

    /// Whether every chosen value has been met in some row.
    private(set) var isMet: Bool

    /// Whether a row with these cells is meant.
    ///
    /// Must be asked once for every row until all are met: the answers are counted.
    mutating func admits(_ cells: [String]) -> Bool {
        guard !chosen.isEmpty else { return true }
        var isMeant = false
        for cell in cells {
            let value = fold(cell)
            isMeant = isMeant || chosen[value] != nil
            let isCounted = counts[value] != nil || counts.count < Self.memory
            if !value.isEmpty, isCounted || chosen[value] != nil {
                counts[value, default: (cell.trimmed, 0)].rows += 1
            }
        }
        if !isMet { isMet = chosen.keys.allSatisfy { counts[$0] != nil } }
        return isMeant
    }

    private mutating func fold(_ cell: String) -> String {
        if let known = folded[cell] { return known }
        let value = cell.folded
        if folded.count < Self.memory, cell.utf8.count <= 128 { folded[cell] = value }
        return value
    }

    func requireColumn(_ hasColumn: Bool) throws(ScheduleError) {
        guard !hasColumn, !chosen.isEmpty else { return }
        throw ScheduleError(
            message: "--\(word) was given, but no column was recognised as the \(word). "
                + "Name it with --map \(word)=HEADER."
        )
    }

    /// A chosen value without a row is a slip of the keyboard, or the wrong file.
    func requireRows() throws(ScheduleError) {
        for (folded, typed) in chosen.sorted(by: { $0.key < $1.key }) where counts[folded] == nil {
            throw ScheduleError(message: "No row has the \(word) \"\(typed)\". \(found)")
        }
    }

    private var found: String {
        let most = counts.values.sorted { ($1.rows, $0.shown) < ($0.rows, $1.shown) }.prefix(20)
        guard !most.isEmpty else { return "That column is empty in every row." }
        let list = most.map { "\($0.shown) (\($0.rows))" }.joined(separator: ", ")
        return "The file has: \(list)" + (counts.count > 20 ? ", and others." : ".")
    }
}
