import GRDB
import MailCore

/// The table `approval`.
struct ApprovalRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case campaign, digest, name, account, realm, id, at
    }

    static let table = "approval"

    let campaign: String
    let digest: String
    /// As given with `--by`.
    let name: String
    let official: Official
    /// In seconds since 1970.
    let at: Int

    init(campaign: String, digest: String, name: String, official: Official, at: Int) {
        self.campaign = campaign
        self.digest = digest
        self.name = name
        self.official = official
        self.at = at
    }

    init(_ row: Row) {
        campaign = row[Columns.campaign]
        digest = row[Columns.digest]
        name = row[Columns.name]
        official = Official(
            text: row[Columns.account],
            identity: Identity(realm: row[Columns.realm], id: row[Columns.id])
        )
        at = row[Columns.at]
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .campaign: campaign
        case .digest: digest
        case .name: name
        case .account: official.text
        case .realm: official.identity?.realm
        case .id: official.identity?.id
        case .at: at
        }
    }
}
