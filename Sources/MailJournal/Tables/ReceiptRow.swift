import GRDB

/// The table `receipt`: what was written to the relay and answered, as its verdict's event has hashed
/// it under the message's salt.
///
/// It leads to the mail in other people's logs, and is erased with its person.
struct ReceiptRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case event, text
    }

    static let table = "receipt"

    /// The number of the verdict's event.
    let event: Int
    /// Canonical JSON, an object of texts.
    let text: String

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .event: event
        case .text: text
        }
    }
}
