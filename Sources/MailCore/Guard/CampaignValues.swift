/// Every name, phone number, booking reference and address of a campaign, as keyed hashes: what a
/// message to one person must reveal nothing of another.
///
/// Built once; looking something up costs the same for ten people and for a million. It holds no
/// personal data, only hashes and row numbers.
package struct CampaignValues: Sendable {
    /// Whose value it is.
    struct Owner {
        let kind: GuardFinding.Kind
        let row: Int32
    }

    private var owners: [UInt64: Owner] = [:]
    /// Further rows with the same phone number or reference, as families have.
    private var sharers: [UInt64: [Int32]] = [:]
    /// The people each site was seen with, as far as they must be counted.
    private var sites: [UInt64: [UInt64]] = [:]
    /// Cells of which a person has said that they may be told as they stand, with their rows.
    private var allowed: [UInt64: [Int32]] = [:]

    package init() {}

    /// - Parameter rows: Every row whose data is kept, the ones without a message too.
    package init(_ rows: [ClassifiedRow]) {
        for row in rows where row.rowClass.isKept {
            if let contact = row.contact { add(contact, row: row.row) }
        }
    }

    /// Adds what one row tells.
    package func adding(_ contact: Contact, row: Int) -> CampaignValues {
        var values = self
        values.add(contact, row: row)
        return values
    }

    package mutating func add(_ contact: Contact, row: Int) {
        let row = Int32(clamping: row)
        let address = contact.address?.comparisonKey
        if let address {
            insert(AddressScan.key(of: address), .address, row)
        }
        let person = add(contact.name, row) ^ ValueKey.hash((address ?? "").utf8, seed: 3)
        let digits = contact.phone.map { Array($0.utf8.filter(\.isDigit)) } ?? []
        if let key = ValueKey.phone(digits[...]) { insert(key, .phone, row) }
        if let reference = contact.reference {
            for key in ValueKey.references(reference) { insert(key, .reference, row) }
        }
        if let site = contact.site { visit(site, by: person) }
    }

    /// A person has said that the cells of this row may be told as they stand.
    package mutating func allow(_ contact: Contact, row: Int) {
        for key in OwnCell.keys(of: contact) {
            allowed[key, default: []].append(Int32(clamping: row))
        }
    }

    /// Whether a person has allowed this cell of one of these rows.
    func isAllowed(_ cell: OwnCell, of rows: [Int32]) -> Bool {
        guard !allowed.isEmpty else { return false }
        return allowed[cell.key]?.contains(where: rows.contains) == true
    }

    /// The first of the rows a value belongs to, unless one of `own` is among them.
    func stranger(with key: UInt64, besides own: [Int32]) -> Owner? {
        guard let owner = owners[key], !isOwned(key, by: own) else { return nil }
        return owner
    }

    /// Whether a value belongs to one of these rows, perhaps among others.
    func isOwned(_ key: UInt64, by rows: [Int32]) -> Bool {
        guard let owner = owners[key] else { return false }
        return rows.contains(owner.row) || sharers[key]?.contains(where: rows.contains) == true
    }

    /// Whether so many people go there that it belongs to the office.
    package func isPlace(_ site: String) -> Bool { people(at: site) >= Crowd.people }

    /// How many people go there, as far as they were counted.
    func people(at site: String) -> Int { sites[ValueKey.hash(site.utf8, seed: 4)]?.count ?? 0 }

    /// - Returns: A key of the whole name.
    private mutating func add(_ name: PersonName, _ row: Int32) -> UInt64 {
        let sequences = NameWords.sequences(of: name)
        for word in NameWords.single(of: name) {
            insert(ValueKey.name(sum: word, words: 1), .name, row)
        }
        for sequence in sequences where sequence.count > 1 {
            insert(
                ValueKey.name(sum: sequence.reduce(0, &+), words: sequence.count),
                .name,
                row
            )
        }
        return sequences.joined().reduce(0, &+)
    }

    private mutating func insert(_ key: UInt64, _ kind: GuardFinding.Kind, _ row: Int32) {
        guard let owner = owners[key] else {
            owners[key] = Owner(kind: kind, row: row)
            return
        }
        // Names are known from the message's own row; only what it does not print needs this.
        guard kind == .phone || kind == .reference, owner.row != row else { return }
        sharers[key, default: []].append(row)
    }

    private mutating func visit(_ site: String, by person: UInt64) {
        let key = ValueKey.hash(site.utf8, seed: 4)
        // Whoever comes again is one person still.
        guard sites[key, default: []].count < Crowd.people,
            !sites[key, default: []].contains(person)
        else { return }
        sites[key, default: []].append(person)
    }
}
