import GRDB

/// Records of one table on their way into it, of which one statement stores many.
///
/// For every statement SQLite lays out the closed lists of the table's CHECKs anew, which takes longer than
/// to store a record.
struct TableBatch<Record: TableRow> {
    private let many: Statement
    private let one: Statement
    private let columns = Array(Record.Columns.allCases)
    private var waiting: [Record] = []

    /// How many records a statement stores.
    private static var size: Int { 32 }

    init(in db: Database) throws {
        many = try db.cachedStatement(sql: Record.insertion(of: Self.size))
        one = try db.cachedStatement(sql: Record.insertion)
    }

    /// Whether the next `storeFull` has something to do.
    var isFull: Bool { waiting.count >= Self.size }

    mutating func add(_ record: Record) { waiting.append(record) }

    /// Stores as many as fill a statement; the others go on waiting.
    mutating func storeFull() throws {
        while isFull {
            bind(waiting.prefix(Self.size))
            try many.execute()
            waiting.removeFirst(Self.size)
        }
    }

    /// Stores all.
    mutating func storeAll() throws {
        try storeFull()
        for record in waiting { try one.execute(arguments: record.arguments) }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Without a list of all values in between, which would cost as much again.
    private func bind(_ records: ArraySlice<Record>) {
        // Takes the values of the records before away, so that what is not bound is null.
        many.setUncheckedArguments(StatementArguments())
        var place: Int32 = 0
        for record in records {
            for column in columns {
                place += 1
                guard let value = record.value(of: column) else { continue }
                _ = value.bind(to: many.sqliteStatement, at: place)
            }
        }
    }
}
