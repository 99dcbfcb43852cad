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
                form: campaign.form,
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
            let proofID = try Self.proofID(named: id, in: db)
            let messages = try ProofSnapshot(of: campaign.id, in: db).messages
            guard let index = messages.firstIndex(where: { $0.id == proofID }) else {
                throw UnknownMessage()
            }
            let tree = MerkleTree(over: messages, in: campaign.form)
            return MessageProof(
                form: campaign.form,
                authority: campaign.letter.authority.name,
                version: version,
                at: Timestamp.text(now.seconds),
                campaign: campaign.id,
                message: messages[index],
                path: MerklePath(index: index, size: tree.size, hashes: tree.path(to: index)),
                links: try Self.links(of: proofID, campaign: campaign.id, in: db),
                opening: try Self.opening(of: proofID, in: db)
            )
        }
    }

    /// What a message is called in events and proofs, by its `Message-ID` without the domain, or
    /// already by that name.
    ///
    /// - Throws: `UnknownMessage` if there is none.
    private static func proofID(named name: String, in db: Database) throws -> String {
        let id = try String.fetchOne(
            db,
            sql: "SELECT proof_id FROM message WHERE id = ?1 OR proof_id = ?1",
            arguments: [name]
        )
        guard let id else { throw UnknownMessage() }
        return id
    }

    /// What leads from the hashes of a message to its mail; nil if there is no salt, or none any more.
    private static func opening(of message: String, in db: Database) throws -> MessageOpening? {
        let stored = try Row.fetchOne(
            db,
            sql: "SELECT campaign, id, opening FROM message WHERE proof_id = ?",
            arguments: [message]
        )
        guard let stored else { return nil }
        let seal = try CampaignSeal(of: stored[MessageRow.Columns.campaign], in: db)
        guard let opening = try MessageRow.opening(in: stored, seal), let salt = opening.salt else {
            return nil
        }
        let receipts = try Row.fetchAll(
            db,
            sql: """
                SELECT receipt.event, sealed FROM receipt JOIN event ON sequence = receipt.event
                WHERE message = ? ORDER BY sequence
                """,
            arguments: [message]
        )
        return MessageOpening(
            salt: salt,
            digest: opening.digest.hex,
            receipts: try receipts.compactMap { row in
                try ReceiptRow.text(in: row, seal).map {
                    .init(event: row[ReceiptRow.Columns.event], text: $0)
                }
            }
        )
    }

    /// The plan's event, that of the last decisions, the message's own, and the connections that
    /// these name, each with the hash it stands behind.
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
                        WHERE campaign = ?1 AND kind = \(EventKind.replanned.sql))
                    OR kind = \(EventKind.session.sql) AND CAST(sequence AS TEXT) IN
                        (SELECT json_extract(detail, '$.session') FROM event AS own
                        WHERE own.campaign = ?1 AND own.message = ?2))
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

    /// Hashes addresses as a campaign of the first form does, with its key read once.
    package func recipientHashes(of campaign: String) throws -> (EmailAddress) -> String {
        try read { try RecipientKey(of: campaign, in: $0) }.hash
    }

    /// The campaign a message belongs to.
    ///
    /// - Throws: `UnknownMessage` if none has it.
    package func campaignRecord(ofMessage id: String) throws -> CampaignRecord {
        let campaign = try read { db in
            try String.fetchOne(
                db,
                sql: "SELECT campaign FROM message WHERE id = ?1 OR proof_id = ?1",
                arguments: [id]
            )
        }
        guard let campaign else { throw UnknownMessage() }
        return try self.campaign(campaign)
    }
}

/// No campaign of this journal has a message of that id (exit code 64).
package struct UnknownMessage: PrintableError, Hashable, Sendable {
    package var words: Sentence {
        Sentence(
            en:
                "there is no message of that id; it stands in the Message-ID line of the mail, in front of "
                + "the @ (einzelpost rows CAMPAIGN --format json tells all)",
            de:
                "Eine Nachricht mit dieser Kennung gibt es nicht. Die Kennung steht in der Zeile Message-ID der "
                + "Mail, vor dem @ (einzelpost rows AKTION --format json nennt alle)"
        )
    }
}
