import GRDB
import Synchronization

/// A row of one table of the journal, as it is stored.
///
/// One type for each table, in this folder: its columns, how it is read and what it is stored as
/// stand beside each other, and a new column does not compile until it has a value.
protocol TableRow {
    associatedtype Columns: RawRepresentable<String>, CaseIterable, ColumnExpression

    static var table: String { get }

    /// What is stored in a column.
    func value(of column: Columns) -> (any DatabaseValueConvertible)?
}

extension TableRow {
    static var insertion: String { InsertionTexts.text(of: Self.self) }

    /// Of so many records; names every column, so that no order has to be remembered.
    static func insertion(of count: Int) -> String {
        let names = Columns.allCases.map(\.rawValue)
        let places = "(" + names.map { _ in "?" }.joined(separator: ", ") + ")"
        return "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES "
            + repeatElement(places, count: count).joined(separator: ", ")
    }

    /// For `insertion`.
    var arguments: StatementArguments {
        StatementArguments(Columns.allCases.map { value(of: $0) })
    }

    func insert(in db: Database) throws {
        try db.cachedStatement(sql: Self.insertion).execute(arguments: arguments)
    }
}

/// The statements for one record of each table: asked for with every message, and always the same.
private enum InsertionTexts {
    private static let texts = Mutex<[ObjectIdentifier: String]>([:])

    static func text<Record: TableRow>(of record: Record.Type) -> String {
        texts.withLock { texts in
            if let text = texts[ObjectIdentifier(record)] { return text }
            let text = record.insertion(of: 1)
            texts[ObjectIdentifier(record)] = text
            return text
        }
    }
}

extension Row {
    /// A value of a closed list.
    ///
    /// - Throws: `JournalError` for a word that is none of it: the file has been changed from
    ///   outside.
    func known<Value: RawRepresentable>(
        _ column: some ColumnExpression,
        as type: Value.Type = Value.self
    ) throws -> Value where Value.RawValue: DatabaseValueConvertible {
        guard let value = Value(rawValue: self[column]) else {
            throw JournalError(
                "the journal has a “\(column.name)” that this program does not know; keep it as it "
                    + "is and restore a backup"
            )
        }
        return value
    }
}
