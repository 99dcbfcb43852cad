package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// A person rules on deliveries that are unknown, or were refused and shall go again: all of them, or
    /// none.
    ///
    /// - Parameters:
    ///   - ids: The messages' ids.
    ///   - campaign: Whose messages they are.
    ///   - ruling: `ruledAccepted` or `ruledResend`.
    ///   - official: Who rules.
    ///   - now: The time of the ruling.
    /// - Throws: `ResolveError` if one of them is no delivery of the campaign that can be ruled on so.
    package func resolve(
        _ ids: [String],
        of campaign: CampaignRecord,
        as ruling: DeliveryEvent,
        by official: Official,
        at now: Date
    ) throws {
        try write { db in
            for id in ids {
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT number, proof_id, state FROM message
                        JOIN delivery ON delivery.message = number
                        WHERE campaign = ? AND id = ?
                        """,
                    arguments: [campaign.id, id]
                )
                guard let row else { throw ResolveError.noSuchMessage }
                let state: DeliveryState = try row.known(DeliveryRow.Columns.state)
                guard (try? state.after(ruling)) != nil else {
                    throw ResolveError.nothingToRule(id, state)
                }
                let number: Int64 = row[MessageRow.number]
                try Self.apply(ruling, to: number, reason: .ruled, in: db)
                let detail = ["verdict": ruling.rawValue]
                let event = Event(
                    .resolved,
                    campaign: campaign.id,
                    message: row[MessageRow.Columns.proofID],
                    detail
                )
                try Self.record(event, .ruling, by: official, at: now, in: db)
            }
            try Self.finishIfDone(campaign.id, at: now, in: db)
            try Self.reopenIfPending(campaign.id, at: now, in: db)
        }
    }

    /// The messages that the relay has refused with a reply.
    ///
    /// - Parameters:
    ///   - campaign: Its id.
    ///   - reply: A code, an enhanced code, or both with a blank between them: `550`, `5.7.1`, `550 5.7.1`.
    /// - Returns: Their ids.
    /// - Throws: `JournalError`.
    package func refused(of campaign: String, with reply: String) throws -> [String] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, (SELECT detail FROM event
                        WHERE event.message = proof_id AND kind = \(EventKind.verdict.sql)
                        ORDER BY sequence DESC LIMIT 1) AS detail
                    FROM message JOIN delivery ON delivery.message = number
                    WHERE campaign = ? AND state = \(DeliveryState.refused.sql) ORDER BY number
                    """,
                arguments: [campaign]
            ).compactMap { row in
                let facts = VerdictFacts.Kept(detail: row["detail"] ?? "", receipt: nil)
                guard let said = facts.verdict?.reply else { return nil }
                let names = [said.name, String(said.code), said.enhancedCode]
                return names.contains(reply) ? row["id"] : nil
            }
        }
    }
}

/// Why a ruling cannot be taken; then nothing has changed.
package enum ResolveError: PrintableError, Hashable, Sendable {
    case noSuchMessage
    case nothingToRule(String, DeliveryState)

    package var words: Sentence {
        switch self {
        case .noSuchMessage:
            Sentence(
                en: "one of the ids is no message of this campaign; see: einzelpost rows CAMPAIGN "
                    + "--delivery unknown --format json",
                de:
                    "Eine der Kennungen gehört zu keiner Nachricht dieser Aktion; siehe: einzelpost rows AKTION "
                    + "--delivery unknown --format json"
            )
        case .nothingToRule(let id, let state):
            Sentence(
                en: "message \(id) is \(state.rawValue); there is nothing to rule on",
                de:
                    "Bei der Nachricht \(id) ist nichts festzustellen: Sie ist nicht ungewiss (\(state.rawValue))"
            )
        }
    }
}
