import Foundation
import GRDB
import MailCore

/// The table `message`: one planned message to one person.
///
/// No personal data; salt and digest lead from the hashes to the mail, and are erased with its person.
struct MessageRow: TableRow {
    /// Without `number`, which SQLite gives.
    enum Columns: String, CaseIterable, ColumnExpression {
        case campaign, id
        case proofID = "proof_id"
        case salt, digest
        case digestHash = "digest_hash"
        case recipient
        case firstStart = "first_start"
    }

    static let table = "message"
    static let number = Column("number")

    let campaign: String
    let id: MessageID
    /// Of the message as planned, without its date.
    let digest: Digest
    let hashes: MessageHashes
    /// The start of its first appointment, in seconds since 1970.
    let firstStart: Int

    init(_ message: PlannedMessage, _ hashes: MessageHashes, campaign: String) {
        self.campaign = campaign
        id = message.id
        digest = message.digest
        self.hashes = hashes
        firstStart = message.recipient.appointments[0].start.epochSeconds
    }

    /// - Throws: `JournalError` also for one whose personal data has been erased.
    init(_ row: Row) throws {
        guard let id = MessageID(parsing: row[Columns.id]),
            let digest = (row[Columns.digest] as String?).flatMap(Digest.init(hex:))
        else { throw JournalError("a message of the journal is damaged") }
        campaign = row[Columns.campaign]
        self.id = id
        self.digest = digest
        hashes = MessageHashes(
            proofID: row[Columns.proofID],
            salt: (row[Columns.salt] as Data?).flatMap(Salt.init(octets:)),
            digest: row[Columns.digestHash],
            recipient: row[Columns.recipient]
        )
        firstStart = row[Columns.firstStart]
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .campaign: campaign
        case .id: id.text
        case .proofID: hashes.proofID
        case .salt: hashes.salt.map { Data($0.octets) }
        case .digest: digest.hex
        case .digestHash: hashes.digest
        case .recipient: hashes.recipient
        case .firstStart: firstStart
        }
    }
}
