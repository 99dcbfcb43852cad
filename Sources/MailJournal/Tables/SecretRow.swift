import Foundation
import GRDB

/// The table `secret`: random keys of this journal, and the place it belongs to.
struct SecretRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case name, value
    }

    static let table = "secret"

    let name: String
    let value: [UInt8]

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .name: name
        case .value: Data(value)
        }
    }
}
