import Foundation
import GRDB
import MailCore

/// The table `message`: one planned message to one person.
///
/// No personal data; `opening` leads from the hashes to the mail, is sealed, and is erased with its person.
struct MessageRow: TableRow {
    /// Without `number`, which SQLite gives.
    enum Columns: String, CaseIterable, ColumnExpression {
        case campaign, id
        case proofID = "proof_id"
        case opening
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
    /// Digest and salt, sealed.
    let opening: Data
    /// The start of its first appointment, in seconds since 1970.
    let firstStart: Int

    /// - Throws: `JournalError` without a key.
    init(
        _ message: PlannedMessage,
        _ hashes: MessageHashes,
        campaign: String,
        _ seal: CampaignSeal
    ) throws {
        self.campaign = campaign
        id = message.id
        digest = message.digest
        self.hashes = hashes
        opening = try Self.opening(of: message.id, message.digest, hashes.salt, seal)
        firstStart = message.recipient.appointments[0].start.epochSeconds
    }

    /// - Throws: `JournalError` also for one whose personal data has been erased.
    init(_ row: Row, _ seal: CampaignSeal) throws {
        guard let id = MessageID(parsing: row[Columns.id]),
            let sealed: Data = row[Columns.opening], let opened = try Self.opening(in: row, seal)
        else { throw JournalError("a message of the journal is damaged") }
        campaign = row[Columns.campaign]
        self.id = id
        opening = sealed
        digest = opened.digest
        hashes = MessageHashes(
            proofID: row[Columns.proofID],
            salt: opened.salt,
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
        case .opening: opening
        case .digestHash: hashes.digest
        case .recipient: hashes.recipient
        case .firstStart: firstStart
        }
    }
}

extension MessageRow {
    /// What leads from the hashes of a message to the mail.
    struct Opening {
        /// Of the message as planned, without its date.
        let digest: Digest
        /// Nil in the first form.
        let salt: Salt?
    }

    /// Seals it.
    ///
    /// - Throws: `JournalError` without a key.
    static func opening(
        of id: MessageID,
        _ digest: Digest,
        _ salt: Salt?,
        _ seal: CampaignSeal
    ) throws -> Data {
        try seal.seal(digest.octets + (salt?.octets ?? []), .message, id.text)
    }

    /// Opens that of a query that selects `id` and `opening`.
    ///
    /// - Returns: Nil once its person is erased.
    /// - Throws: `JournalError` without a key, or if it is not what was stored there.
    static func opening(in row: Row, _ seal: CampaignSeal) throws -> Opening? {
        guard let sealed: Data = row[Columns.opening] else { return nil }
        let octets = try seal.open(sealed, .message, row[Columns.id])
        guard let digest = Digest(octets: octets.prefix(Salt.length)) else {
            throw JournalError("a message of the journal is damaged")
        }
        return Opening(digest: digest, salt: Salt(octets: octets.dropFirst(Salt.length)))
    }
}
