import Foundation
import GRDB

/// The table `notice`: which message tells whom of which appointment, by a keyed hash.
///
/// No personal data, and it outlives their erasure.
struct NoticeRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case key, message
    }

    static let table = "notice"

    let key: Data
    /// The message's number.
    let message: Int64

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .key: key
        case .message: message
        }
    }
}
