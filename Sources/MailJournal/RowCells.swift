import GRDB

/// All that is kept of a row at planning, as texts in a fixed order: what its salted hash is made of
/// (docs/proof.md).
///
/// Made by the same code of what is about to be stored, and of what is stored.
struct RowCells {
    let cells: [String?]

    private static let rowColumns: [FileRow.Columns] = [
        .row, .line, .reasons, .problemColumn, .start, .secondStart, .isHalfKnown, .isCollective,
        .isLeftOut,
    ]
    init(_ row: FileRow, _ contact: KeptContact?) {
        cells =
            Self.rowColumns.map { Self.text(row.value(of: $0)) }
            + (contact?.hashedCells ?? KeptContact.noCells)
    }

    /// - Parameters:
    ///   - row: Of a query that selects the columns of `row`.
    ///   - contact: What is kept of its person.
    ///   - hasGivenStart: Whether a person gave its start since: at planning there was none.
    init(stored row: Row, _ contact: KeptContact?, hasGivenStart: Bool) {
        cells =
            Self.rowColumns.map {
                $0 == .start && hasGivenStart ? nil : Self.text(row[$0] as DatabaseValue)
            } + (contact?.hashedCells ?? KeptContact.noCells)
    }

    private static func text(_ value: (any DatabaseValueConvertible)?) -> String? {
        switch (value?.databaseValue ?? .null).storage {
        case .null: nil
        case .int64(let number): String(number)
        case .string(let text): text
        // No such value is ever stored there.
        case .double(let number): "\(number)"
        case .blob(let data): "\(Array(data))"
        }
    }
}
