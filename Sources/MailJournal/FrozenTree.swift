import GRDB
import MailCore

/// The leaves of the tree over a campaign's messages as it was planned or last decided, and so approved.
///
/// A message that is claimed is held against its leaf before its first byte: whatever has changed the
/// journal meanwhile, nothing else can go out than what somebody approved.
package struct FrozenTree: Sendable {
    private let form: ProofForm
    private let leaves: [Int64: Digest]
    /// The first form hashes addresses under a key of the campaign.
    private let key: RecipientKey

    /// Whether a message is still the one of its leaf: its name, what it says, its recipient and its rows.
    package func holds(_ message: StoredMessage) -> Bool {
        let record = MessageRecord(
            id: message.proofID,
            digest: message.hashes.hash(ofDigest: message.digest),
            recipient: message.hash(of: message.recipient.address, unsalted: key.hash),
            rows: Set(message.recipient.appointments.map(\.row)).sorted(),
            state: ""
        )
        return leaves[message.number] == record.leaf(in: form)
    }

    /// - Throws: `JournalError` if it is another tree than the events have bound.
    fileprivate init(of campaign: String, in db: Database) throws {
        let snapshot = try ProofSnapshot(of: campaign, in: db)
        let bound = try String.fetchOne(
            db,
            sql: """
                SELECT json_extract(detail, '$.merkle_root') FROM event
                WHERE campaign = ? AND kind IN (\(EventKind.planned.sql), \(EventKind.replanned.sql))
                ORDER BY sequence DESC LIMIT 1
                """,
            arguments: [campaign]
        )
        guard snapshot.merkleRoot == bound else {
            throw JournalError(
                "the messages are not those of the approved tree, so somebody has changed the journal; "
                    + "keep it as it is. Nothing was sent"
            )
        }
        form = snapshot.form
        leaves = snapshot.leaves
        key = try RecipientKey(of: campaign, in: db)
    }
}

extension Journal {
    /// What the messages of a campaign must be when they are sent.
    package func frozenTree(of campaign: String) throws -> FrozenTree {
        try write { try FrozenTree(of: campaign, in: $0) }
    }
}
