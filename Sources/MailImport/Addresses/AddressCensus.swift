import MailCore

/// Counts the people behind each address that would be written to, over all rows of the file.
///
/// A care home's address stands on many people, of whom two may have their appointments on the
/// chosen days. Which addresses matter is known only when every row has its class, and a file of
/// years has too many others to remember. So this is a reading of its own, in which few rows are
/// looked at: those that share an address with one that matters.
struct AddressCensus {
    private let mapping: ColumnMapping
    private let email: Int
    private let sieve: RowSieve
    private let realRows: Set<Int>
    private let names: NameReader
    private let wanted: Set<UInt64>
    private(set) var people: SharedAddresses

    /// Nil where no address matters.
    ///
    /// - Parameters:
    ///   - rows: In their classes; those of class `send` count whoever they are.
    ///   - mapping: What the columns mean.
    ///   - sieve: Tells which records are rows.
    ///   - realRows: Rows that look like tests, and are people's.
    init?(
        of rows: [ClassifiedRow],
        mapping: ColumnMapping,
        sieve: RowSieve,
        realRows: Set<Int>
    ) {
        let addresses = rows.filter { $0.rowClass == .send || $0.rowClass == .needsDecision }
            .compactMap(\.contact?.address)
        guard let email = mapping.first(.email), !addresses.isEmpty else { return nil }
        wanted = Set(addresses.map { AddressHash.of(Array($0.text.utf8)[...]) })
        people = SharedAddresses(of: rows)
        self.mapping = mapping
        self.email = email
        self.sieve = sieve
        self.realRows = realRows
        names = NameReader(mapping: mapping)
    }

    /// Takes a data row, in a second reading.
    mutating func take(_ record: CSVRecord) {
        guard sieve.flaw(of: record) == nil,
            wanted.contains(AddressHash.of(LeadingApostrophe.dropped(from: record[email])))
        else { return }
        let cell = AddressCell(parsing: record.text(email))
        let name = names.read(record)
        // Without a name, a row of another day may be the same person's as one of a chosen day.
        guard let address = cell.address, let person = name.display?.folded else { return }
        let isTest = TestRow.isRecognised(person: person, address: cell)
        if !isTest || realRows.contains(record.row) { people.add(person, at: address) }
    }
}
