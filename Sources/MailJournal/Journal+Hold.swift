package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// A person says that the data of a campaign must not be erased.
    ///
    /// - Parameters:
    ///   - campaign: Its id.
    ///   - reason: Why; without personal data. Another reason takes the place of an earlier one.
    ///   - official: Who says so.
    ///   - now: The time.
    /// - Throws: `JournalError`.
    package func hold(
        _ campaign: String,
        because reason: String,
        by official: Official,
        at now: Date
    ) throws {
        try setHold(on: campaign, reason, .held, by: official, at: now)
    }

    /// A person says that the data of a campaign may be erased again.
    package func liftHold(on campaign: String, by official: Official, at now: Date) throws {
        try setHold(on: campaign, nil, .lifted, by: official, at: now)
    }

    private func setHold(
        on campaign: String,
        _ reason: String?,
        _ kind: EventKind,
        by official: Official,
        at now: Date
    ) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE campaign SET held_because = ? WHERE id = ?",
                arguments: [reason, campaign]
            )
            // The words themselves stay out of proofs: they may say more than should be published.
            let hash = try reason.map { try PlanKey(in: db).hash("hold", $0, of: campaign) }
            let event = Event(kind, campaign: campaign, hash.map { ["because": $0] } ?? [:])
            try Self.record(event, .custody, by: official, at: now, in: db)
        }
    }

    /// Records that somebody has looked at people's data in clear.
    ///
    /// - Parameters:
    ///   - campaign: Whose people they are.
    ///   - place: Where they were shown, for example `approve`.
    ///   - official: Who has looked.
    ///   - now: The time.
    /// - Throws: `JournalError`; then nobody may be shown.
    package func noteSight(
        of campaign: String,
        in place: String,
        by official: Official,
        at now: Date
    ) throws {
        try write { db in
            let event = Event(.unmasked, campaign: campaign, ["where": place])
            try Self.record(event, .sight, by: official, at: now, in: db)
        }
    }
}
