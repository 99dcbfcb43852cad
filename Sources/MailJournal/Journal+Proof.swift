package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// Everything a proof of the campaign holds.
    package func proof(
        of campaign: CampaignRecord,
        version: String,
        statement: CampaignProof.Statement
    ) throws -> CampaignProof {
        try read { db in
            let snapshot = try ProofSnapshot(of: campaign.id, in: db)
            var links: [CampaignProof.Link] = []
            try EventChain.forEach(in: db) { event in
                links.append(
                    event.campaign == campaign.id
                        ? .own(event) : .other(sequence: event.sequence, hash: event.hash)
                )
            }
            return CampaignProof(
                authority: campaign.letter.authority.name,
                version: version,
                campaign: campaign.id,
                messages: snapshot.messages,
                rows: try snapshot.rows(),
                links: links,
                statement: statement
            )
        }
    }

    /// The proof of one message.
    ///
    /// - Throws: `UnknownMessage` if the campaign has none of that id.
    package func proof(
        ofMessage id: String,
        in campaign: CampaignRecord,
        version: String,
        at now: Date
    ) throws -> MessageProof {
        try read { db in
            let messages = try ProofSnapshot(of: campaign.id, in: db).messages
            guard let index = messages.firstIndex(where: { $0.id == id }) else {
                throw UnknownMessage()
            }
            let tree = MerkleTree(of: messages.lazy.map(\.entry))
            return MessageProof(
                authority: campaign.letter.authority.name,
                version: version,
                at: Timestamp.text(now.seconds),
                campaign: campaign.id,
                message: messages[index],
                path: MerklePath(index: index, size: tree.size, hashes: tree.path(to: index)),
                links: try Self.links(of: id, campaign: campaign.id, in: db)
            )
        }
    }

    /// The plan's event, that of the last decisions, and the message's own, each with the hash it stands behind.
    private static func links(
        of message: String,
        campaign: String,
        in db: Database
    ) throws -> [MessageProof.Link] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT *, (SELECT hash FROM event AS before
                    WHERE before.sequence < event.sequence ORDER BY sequence DESC LIMIT 1)
                    AS previous
                FROM event WHERE campaign = ?1 AND (message = ?2 OR kind = \(EventKind.planned.sql)
                    OR sequence = (SELECT max(sequence) FROM event
                        WHERE campaign = ?1 AND kind = \(EventKind.replanned.sql)))
                ORDER BY sequence
                """,
            arguments: [campaign, message]
        ).map { row in
            MessageProof.Link(
                previous: row["previous"] ?? ChainEvent.root,
                event: EventRow(row).event
            )
        }
    }

    /// Hashes addresses as the campaign's plan does, with its key read once.
    package func recipientHashes(of campaign: String) throws -> (EmailAddress) -> String {
        try write { try RecipientKey(of: campaign, in: $0) }.hash
    }

    /// The campaign a message belongs to.
    ///
    /// - Throws: `UnknownMessage` if none has it.
    package func campaignRecord(ofMessage id: String) throws -> CampaignRecord {
        let campaign = try read { db in
            try String.fetchOne(
                db,
                sql: "SELECT campaign FROM message WHERE id = ?",
                arguments: [id]
            )
        }
        guard let campaign else { throw UnknownMessage() }
        return try self.campaign(campaign)
    }
}

/// No campaign of this journal has a message of that id (exit code 64).
package struct UnknownMessage: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String {
        "there is no message of that id; it stands in the Message-ID line of the mail, in front of "
            + "the @ (einzelpost rows CAMPAIGN --format json tells all)"
    }
}
