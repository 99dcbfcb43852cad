import Foundation
import GRDB
import MailCore

/// The table `delivery`: where a message stands on its way to the relay.
struct DeliveryRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case message, state, attempts, due
        case firstClaimed = "first_claimed"
        case aheadOf = "ahead_of"
        case reason
    }

    static let table = "delivery"

    /// Its message's number.
    let message: Int64
    let state: DeliveryState
    let attempts: Int
    /// When a deferred one may be tried again.
    let due: Date?
    let firstClaimed: Date?
    /// The number of the message in flight before it on the same connection.
    let aheadOf: Int64?
    /// Why it stands there, for people.
    let reason: String?

    /// One that has not begun.
    init(of message: Int64) {
        self.message = message
        state = .planned
        attempts = 0
        due = nil
        firstClaimed = nil
        aheadOf = nil
        reason = nil
    }

    init(_ row: Row) throws {
        message = row[Columns.message]
        state = try row.known(Columns.state)
        attempts = row[Columns.attempts]
        due = (row[Columns.due] as Int?).map(Date.init(seconds:))
        firstClaimed = (row[Columns.firstClaimed] as Int?).map(Date.init(seconds:))
        aheadOf = row[Columns.aheadOf]
        reason = row[Columns.reason]
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .message: message
        case .state: state.rawValue
        case .attempts: attempts
        case .due: due?.seconds
        case .firstClaimed: firstClaimed?.seconds
        case .aheadOf: aheadOf
        case .reason: reason
        }
    }
}

extension Date {
    /// Whole seconds since 1970, as the journal stores times.
    var seconds: Int { Int(timeIntervalSince1970.rounded(.down)) }

    init(seconds: Int) {
        self.init(timeIntervalSince1970: Double(seconds))
    }
}
