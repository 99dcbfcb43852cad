import GRDB
import MailCore

/// The table `contact`: everything that is known of the person of a row.
///
/// Personal data, and the only table that holds any.
struct ContactRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case campaign, row
        case firstName = "first_name"
        case lastName = "last_name"
        case fullName = "full_name"
        case address, phone, site, reference
        case plannedAddress = "planned_address"
    }

    static let table = "contact"

    let campaign: String
    let row: Int
    /// As planning has read it; its address is the planned one.
    let contact: Contact

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .campaign: campaign
        case .row: row
        case .firstName: contact.name.first
        case .lastName: contact.name.last
        case .fullName: contact.name.full
        case .address, .plannedAddress: contact.address?.text
        case .phone: contact.phone
        case .site: contact.site
        case .reference: contact.reference
        }
    }
}

extension Contact {
    /// The columns may be those of a joined row: without a contact they are all empty.
    init(_ row: Row) {
        typealias Columns = ContactRow.Columns
        self.init(
            name: PersonName(
                first: row[Columns.firstName],
                last: row[Columns.lastName],
                full: row[Columns.fullName]
            ),
            address: (row[Columns.address] as String?)
                .flatMap { try? EmailAddress(parsing: $0) },
            phone: row[Columns.phone],
            site: row[Columns.site],
            reference: row[Columns.reference]
        )
    }
}
