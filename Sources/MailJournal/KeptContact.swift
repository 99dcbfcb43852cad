import Foundation
import GRDB
import MailCore

/// All that is kept of the person of a row, as it is sealed.
///
/// Personal data.
struct KeptContact {
    /// As it stands; its address may be one that a person gave since planning.
    let contact: Contact
    /// The address as the schedule had it; nil if it had none.
    let plannedAddress: String?
    /// Of the row's hash; nil in the first form.
    let salt: Salt?

    /// As planning has read it.
    init(planned contact: Contact, salt: Salt?) {
        self.init(contact, plannedAddress: contact.address?.text, salt: salt)
    }

    /// As it is stored.
    init(_ contact: Contact, plannedAddress: String?, salt: Salt?) {
        self.contact = contact
        self.plannedAddress = plannedAddress
        self.salt = salt
    }

    /// The same person, to be told at another address.
    func addressed(to address: EmailAddress) -> KeptContact {
        let moved = Contact(
            name: contact.name,
            address: address,
            phone: contact.phone ?? contact.roundedPhone,
            site: contact.site,
            reference: contact.reference
        )
        return KeptContact(moved, plannedAddress: plannedAddress, salt: salt)
    }

    /// In the place of either list, of a row of which nobody is kept.
    static let noCells = [String?](repeating: nil, count: 7)

    /// What the row's salted hash is made of, in the order of docs/proof.md.
    var hashedCells: [String?] { cells(address: plannedAddress) }

    /// What an approval binds.
    var boundCells: [String?] { cells(address: contact.address?.text) }

    private func cells(address: String?) -> [String?] {
        let name = contact.name
        return [
            name.first, name.last, name.full, address, contact.phone ?? contact.roundedPhone,
            contact.site,
            contact.reference,
        ]
    }
}

extension KeptContact {
    private static let cellCount = 8

    /// Each text behind its length; a length that no text has stands for none.
    var octets: [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(256)
        for cell in boundCells + [plannedAddress] {
            let length = cell.map { UInt32($0.utf8.count) } ?? .max
            withUnsafeBytes(of: length.bigEndian) { octets.append(contentsOf: $0) }
            if let cell { octets.append(contentsOf: cell.utf8) }
        }
        if let salt { octets.append(contentsOf: salt.octets) }
        return octets
    }

    /// Nil unless they are those of a kept contact.
    init?(octets: [UInt8]) {
        var rest = octets[...]
        var cells: [String?] = []
        while cells.count < Self.cellCount {
            guard rest.count >= 4 else { return nil }
            let length = rest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            rest = rest.dropFirst(4)
            guard length != .max else {
                cells.append(nil)
                continue
            }
            guard rest.count >= length else { return nil }
            cells.append(String(decoding: rest.prefix(Int(length)), as: UTF8.self))
            rest = rest.dropFirst(Int(length))
        }
        guard rest.isEmpty || rest.count == Salt.length else { return nil }
        self.init(
            Contact(
                name: PersonName(first: cells[0], last: cells[1], full: cells[2]),
                address: cells[3].flatMap { try? EmailAddress(parsing: $0) },
                phone: cells[4],
                site: cells[5],
                reference: cells[6]
            ),
            plannedAddress: cells[7],
            salt: Salt(octets: rest)
        )
    }
}

extension CampaignSeal {
    /// The person of a row, from a query that selects `contact.row` as `row` and `contact.sealed`.
    ///
    /// - Returns: Nil where nothing is kept of a person, or nothing any more.
    /// - Throws: `JournalError` without a key, or if it is not what was stored there.
    func kept(in row: Row) throws -> KeptContact? {
        guard let sealed: Data = row[ContactRow.Columns.sealed] else { return nil }
        return try kept(sealed, of: row[ContactRow.Columns.row])
    }

    func kept(_ sealed: Data, of row: Int) throws -> KeptContact {
        guard let kept = KeptContact(octets: try open(sealed, .contact, String(row))) else {
            throw JournalError("a contact of the journal is damaged")
        }
        return kept
    }
}
