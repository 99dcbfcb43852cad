import GRDB
import MailCore

/// The rows of a campaign that is being planned, and what is kept of their people, on their way into the
/// tables: a schedule may have a million.
final class RowStore {
    private let campaign: String
    private var salts: SaltSupply
    private var rows: TableBatch<FileRow>
    private var contacts: TableBatch<ContactRow>

    /// - Parameters:
    ///   - campaign: Its id.
    ///   - randomness: Must be one that nobody can foretell: each row's salt is drawn from it.
    ///   - db: The journal.
    /// - Throws: SQLite's errors.
    init(of campaign: String, randomness: Randomness, in db: Database) throws {
        self.campaign = campaign
        salts = SaltSupply(of: randomness)
        rows = try TableBatch(in: db)
        contacts = try TableBatch(in: db)
    }

    /// Stores a row now or later, with the number of the message that answers it.
    func add(_ row: ClassifiedRow, message: Int64?) throws {
        let contact = row.keptContact.map {
            ContactRow(campaign: campaign, row: row.row, contact: $0)
        }
        rows.add(FileRow(row, contact, of: campaign, message: message, salt: salts.next()))
        if let contact { contacts.add(contact) }
        guard rows.isFull else { return }
        try rows.storeFull()
        // Each refers to a row that must be there; all of these are.
        try contacts.storeFull()
    }

    /// Must be called before the tables are read.
    func finish() throws {
        try rows.storeAll()
        try contacts.storeAll()
    }
}
