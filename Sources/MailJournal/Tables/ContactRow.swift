import Foundation
import GRDB
import MailCore

/// The table `contact`: everything that is known of the person of a row, sealed, and beside it what it is
/// found and compared by.
struct ContactRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case campaign, row, sealed
        /// Of the address it goes to now.
        case addressHash = "address_hash"
        /// Of the address that the schedule had.
        case plannedAddressHash = "planned_address_hash"
        case referenceHash = "reference_hash"
        /// Of the address it goes to now, for the pace.
        case domain
    }

    static let table = "contact"

    let campaign: String
    let row: Int
    let sealed: Data
    let addressHash: Data?
    let plannedAddressHash: Data?
    let referenceHash: Data?
    let domain: String?

    /// - Throws: `JournalError` without a key.
    init(
        _ kept: KeptContact,
        of campaign: String,
        row: Int,
        _ seal: CampaignSeal,
        _ hasher: CampaignHasher
    ) throws {
        self.campaign = campaign
        self.row = row
        let contact = kept.contact
        sealed = try seal.seal(kept.octets, .contact, String(row))
        addressHash = contact.address.map { Self.hash(of: $0, hasher) }
        plannedAddressHash =
            kept.plannedAddress == contact.address?.text
            ? addressHash
            : kept.plannedAddress.map { hasher.hash("address", $0.lowercased()) }
        referenceHash = contact.reference.map { Self.hash(ofReference: $0, hasher) }
        domain = contact.address?.domain.lowercased()
    }

    /// What an address is found by.
    static func hash(of address: EmailAddress, _ hasher: CampaignHasher) -> Data {
        hasher.hash("address", address.comparisonKey)
    }

    /// What a booking reference is found by.
    static func hash(ofReference reference: String, _ hasher: CampaignHasher) -> Data {
        hasher.hash("reference", reference.lowercased())
    }

    /// Whether what a stored contact is found by is that of its sealed record: it is not sealed with it.
    static func isFoundRightly(_ row: Row, _ kept: KeptContact, _ hasher: CampaignHasher) -> Bool {
        let contact = kept.contact
        return row[Columns.addressHash] == contact.address.map { hash(of: $0, hasher) }
            && row[Columns.plannedAddressHash]
                == kept.plannedAddress.map { hasher.hash("address", $0.lowercased()) }
            && row[Columns.referenceHash]
                == contact.reference.map { hash(ofReference: $0, hasher) }
            && row[Columns.domain] == contact.address?.domain.lowercased()
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .campaign: campaign
        case .row: row
        case .sealed: sealed
        case .addressHash: addressHash
        case .plannedAddressHash: plannedAddressHash
        case .referenceHash: referenceHash
        case .domain: domain
        }
    }

    /// Puts it in the place of what is kept of the same row.
    func replace(in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE contact SET sealed = ?, address_hash = ?, planned_address_hash = ?,
                reference_hash = ?, domain = ? WHERE campaign = ? AND row = ?
                """,
            arguments: [
                sealed, addressHash, plannedAddressHash, referenceHash, domain, campaign, row,
            ]
        )
    }
}
