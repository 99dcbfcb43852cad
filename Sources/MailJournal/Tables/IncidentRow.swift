import GRDB

/// The table `incident`: since when somebody knows that something went wrong, and why it was closed.
///
/// The words stay here; events, which go into proofs, hold their hash.
struct IncidentRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case event, campaign
        case awareAt = "aware_at"
        case closing
        case closedBecause = "closed_because"
    }

    static let table = "incident"

    /// The number of the event that opened it.
    let event: Int
    let campaign: String
    let awareAt: Int
    /// The number of the event that closed it; nil as long as it is open.
    let closing: Int?
    let closedBecause: String?

    init(event: Int, campaign: String, awareAt: Int) {
        self.event = event
        self.campaign = campaign
        self.awareAt = awareAt
        closing = nil
        closedBecause = nil
    }

    init(_ row: Row) {
        event = row[Columns.event]
        campaign = row[Columns.campaign]
        awareAt = row[Columns.awareAt]
        closing = row[Columns.closing]
        closedBecause = row[Columns.closedBecause]
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .event: event
        case .campaign: campaign
        case .awareAt: awareAt
        case .closing: closing
        case .closedBecause: closedBecause
        }
    }

    /// Those of a campaign, the oldest first.
    static func all(of campaign: String, in db: Database) throws -> [IncidentRow] {
        try Row.fetchAll(
            db,
            sql: "SELECT * FROM incident WHERE campaign = ? ORDER BY event",
            arguments: [campaign]
        ).map(IncidentRow.init)
    }
}
