import GRDB
import MailCore

/// The rows of a campaign that is being planned, and what is kept of their people, on their way into the
/// tables: a schedule may have a million.
final class RowStore {
    private let campaign: String
    private let seal: CampaignSeal
    private let hasher: CampaignHasher
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
        seal = try CampaignSeal(of: campaign, in: db)
        hasher = try seal.hasher()
        salts = SaltSupply(of: randomness)
        rows = try TableBatch(in: db)
        contacts = try TableBatch(in: db)
    }

    /// Stores a row now or later, with the number of the message that answers it.
    func add(_ row: ClassifiedRow, message: Int64?) throws {
        let salt = salts.next()
        let kept = row.keptContact.map { KeptContact(planned: $0, salt: salt) }
        rows.add(FileRow(row, kept, of: campaign, message: message, salt: salt))
        if let kept { contacts.add(try ContactRow(kept, of: campaign, row: row.row, seal, hasher)) }
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
