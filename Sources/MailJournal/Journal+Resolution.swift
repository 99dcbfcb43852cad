package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// A person rules on unknown deliveries: all of them, or none.
    ///
    /// - Parameters:
    ///   - ids: The messages' ids.
    ///   - campaign: Whose messages they are.
    ///   - ruling: `ruledAccepted` or `ruledResend`.
    ///   - account: The account of the operating system that rules.
    ///   - now: The time of the ruling.
    /// - Throws: `ResolveError` if one of them is not an unknown delivery of the campaign.
    package func resolve(
        _ ids: [String],
        of campaign: CampaignRecord,
        as ruling: DeliveryEvent,
        account: String,
        at now: Date
    ) throws {
        try write { db in
            for id in ids {
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT number, state FROM message
                        JOIN delivery ON delivery.message = number
                        WHERE campaign = ? AND id = ?
                        """,
                    arguments: [campaign.id, id]
                )
                guard let row else { throw ResolveError.noSuchMessage }
                guard row["state"] == DeliveryState.unknown.rawValue else {
                    throw ResolveError.notUnknown(id)
                }
                try Self.apply(ruling, to: row["number"], reason: "ruled by a person", in: db)
                let by = try OfficialKey(in: db).hash("ruling", account)
                let detail = ["verdict": ruling.rawValue, "by": by]
                let event = Event(.resolved, campaign: campaign.id, message: id, detail)
                let sequence = try EventChain.append(event, at: now, in: db)
                // Events go into proofs, which leave the office; who ruled stays here.
                try db.execute(
                    sql: "INSERT INTO ruling VALUES (?, ?)",
                    arguments: [sequence, account]
                )
            }
            try Self.finishIfDone(campaign, at: now, in: db)
        }
    }

    /// The last unknown one may have been all that was left.
    private static func finishIfDone(
        _ campaign: CampaignRecord,
        at now: Date,
        in db: Database
    ) throws {
        let open = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM delivery JOIN message ON number = delivery.message
                WHERE campaign = ? AND state NOT IN \(DeliveryState.sqlList(where: \.isFinal))
                """,
            arguments: [campaign.id]
        )
        guard open == 0 else { return }
        try db.execute(
            sql: "UPDATE campaign SET finished_at = ?, paused_because = NULL WHERE id = ?",
            arguments: [now.seconds, campaign.id]
        )
        try EventChain.append(Event(.finished, campaign: campaign.id), at: now, in: db)
    }
}

/// Why a ruling cannot be taken; then nothing has changed.
package enum ResolveError: Error, Hashable, Sendable, CustomStringConvertible {
    case noSuchMessage
    case notUnknown(String)

    package var description: String {
        switch self {
        case .noSuchMessage:
            "one of the ids is no message of this campaign; see: einzelpost rows CAMPAIGN "
                + "--delivery unknown --format json"
        case .notUnknown(let id): "message \(id) is not unknown; there is nothing to rule on"
        }
    }
}
