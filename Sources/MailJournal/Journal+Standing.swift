package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// How it stands to what is known of it outside of the state directory; a copy for a rehearsal, which
    /// nobody is told from, always as the newest.
    package var standing: JournalStanding { witness?.standing ?? .newest }

    /// Notes that a run has ended, whichever way.
    package func rest() throws {
        try witness?.rest()
    }

    /// Takes the journal for the newest there is, because a person says so.
    ///
    /// What it cannot know of becomes `unknown` and waits for a person: every message that it calls open and
    /// whose person may have been told since, every one that it calls `sending`, and whoever it calls
    /// refused and was told since. Also where the campaign's key is missing: what became of its messages can be found out
    /// without it.
    ///
    /// - Parameters:
    ///   - official: Who says so.
    ///   - now: The time of the events.
    ///   - isOlder: Whether something may have been sent from another journal since, though no witness tells:
    ///     then every open message counts, but those of campaigns that were planned after the journal had come here.
    /// - Returns: How many have become unknown.
    /// - Throws: `JournalError`; then nothing has changed.
    @discardableResult
    package func takeForNewest(by official: Official, at now: Date, isOlder: Bool = false) throws
        -> Int
    {
        guard let witness, standing != .newest else { return 0 }
        let unknown = try write { db in
            let isLost = isOlder && standing == .unwitnessed
            let suspects =
                try isLost
                ? Suspect.all(told: [], isExact: false, plannedUpTo: arrival(in: db), in: db)
                : witness.suspects(in: db)
            let retried = try witness.retried(in: db)
            for suspect in retried { try Self.reopen(suspect, by: official, at: now, in: db) }
            for suspect in suspects + retried { try Self.doubt(suspect, at: now, in: db) }
            try Self.begin(Set(suspects.map(\.campaign)), at: now, in: db)
            if case .behind(let missing) = standing {
                let unknown = suspects.count + retried.count
                let detail = ["unknown": "\(unknown)", "elsewhere": "\(missing.elsewhere)"]
                try EventChain.append(Event(.moved, campaign: "", detail), at: now, in: db)
            }
            return suspects.count + retried.count
        }
        try write { try witness.takeForNewest($0) }
        return unknown
    }

    /// Of a campaign that the older journal calls not begun somebody may have been told: it has begun, or nothing would
    /// ever end it.
    private static func begin(_ campaigns: Set<String>, at now: Date, in db: Database) throws {
        for campaign in campaigns.sorted()
        where try CampaignRow.find(campaign, in: db).startedAt == nil {
            try start(campaign, at: now, in: db)
            try pause(
                campaign,
                because: .olderJournal,
                at: now,
                in: db
            )
        }
    }

    private static let olderJournal = Doubt.journalOlder.rawValue

    /// That it shall go again was somebody's word in the part that is missing, and is now that of whoever puts the journal back.
    private static func reopen(
        _ suspect: Suspect,
        by official: Official,
        at now: Date,
        in db: Database
    ) throws {
        try apply(.ruledResend, to: suspect.number, reason: .olderJournal, in: db)
        let detail = ["verdict": DeliveryEvent.ruledResend.rawValue, "found": olderJournal]
        let event = Event(
            .resolved,
            campaign: suspect.campaign,
            message: suspect.proofID,
            detail
        )
        _ = try record(event, .ruling, by: official, at: now, in: db)
        try reopenIfPending(suspect.campaign, at: now, in: db)
    }

    /// One that the journal calls open is claimed first: that is what may have happened to it.
    private static func doubt(_ suspect: Suspect, at now: Date, in db: Database) throws {
        if suspect.state != .sending {
            try begin(suspect.number, aheadOf: nil, at: now, in: db)
            let attempt = Event(
                .attempt,
                campaign: suspect.campaign,
                message: suspect.proofID,
                ["found": olderJournal]
            )
            try EventChain.append(attempt, at: now, in: db)
        }
        let verdict = Verdict.unknown(.journalOlder)
        try apply(verdict.event, to: suspect.number, reason: verdict.reason, in: db)
        try db.execute(
            sql: "UPDATE delivery SET ahead_of = NULL WHERE message = ?",
            arguments: [suspect.number]
        )
        var detail = ["verdict": verdict.event.rawValue].merging(verdict.facts) { $1 }
        detail["found"] = olderJournal
        let event = Event(.verdict, campaign: suspect.campaign, message: suspect.proofID, detail)
        try EventChain.append(event, at: now, in: db)
    }
}
