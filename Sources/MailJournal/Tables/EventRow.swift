import GRDB
import MailCore

/// The table `event`: the chain of events.
struct EventRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case sequence, at, kind, campaign, message, detail, hash
    }

    static let table = "event"

    let event: ChainEvent

    init(_ event: ChainEvent) {
        self.event = event
    }

    init(_ row: Row) {
        event = ChainEvent(
            sequence: row[Columns.sequence],
            at: row[Columns.at],
            kind: row[Columns.kind],
            campaign: row[Columns.campaign],
            message: row[Columns.message],
            detail: row[Columns.detail],
            hash: row[Columns.hash]
        )
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .sequence: event.sequence
        case .at: event.at
        case .kind: event.kind
        case .campaign: event.campaign
        case .message: event.message
        case .detail: event.detail
        case .hash: event.hash
        }
    }
}
