import GRDB
import MailCore

/// The table `ruling`: who decided or ruled.
///
/// Events go into proofs, which leave the authority; who it was stays here.
struct RulingRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case event, account, realm, id
    }

    static let table = "ruling"

    /// The number of the event.
    let event: Int
    let official: Official

    init(event: Int, official: Official) {
        self.event = event
        self.official = official
    }

    init(_ row: Row) {
        event = row[Columns.event]
        official = Official(
            text: row[Columns.account],
            identity: Identity(realm: row[Columns.realm], id: row[Columns.id])
        )
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .event: event
        case .account: official.text
        case .realm: official.identity?.realm
        case .id: official.identity?.id
        }
    }
}
