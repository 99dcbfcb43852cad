package import Foundation
import GRDB
import MailCore

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
    /// whose person may have been told since, and every one that it calls `sending`.
    ///
    /// - Parameters:
    ///   - now: The time of the events.
    ///   - isOlder: Whether something may have been sent from another journal since, though no witness tells:
    ///     then every open message counts.
    /// - Returns: How many have become unknown.
    /// - Throws: `JournalError`; then nothing has changed.
    @discardableResult
    package func takeForNewest(at now: Date, isOlder: Bool = false) throws -> Int {
        guard let witness, standing != .newest else { return 0 }
        let unknown = try write { db in
            let isLost = isOlder && standing == .unwitnessed
            let suspects =
                try isLost
                ? Suspect.all(told: [], isExact: false, in: db) : witness.suspects(in: db)
            for suspect in suspects { try Self.doubt(suspect, at: now, in: db) }
            try Self.begin(Set(suspects.map(\.campaign)), at: now, in: db)
            if case .behind(let missing) = standing {
                let detail = ["unknown": "\(suspects.count)", "elsewhere": "\(missing.elsewhere)"]
                try EventChain.append(Event(.moved, campaign: "", detail), at: now, in: db)
            }
            return suspects.count
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

    /// One that the journal calls open is claimed first: that is what may have happened to it.
    private static func doubt(_ suspect: Suspect, at now: Date, in db: Database) throws {
        if suspect.state != .sending {
            _ = try claim(
                suspect.number,
                aheadOf: nil,
                campaign: suspect.campaign,
                found: olderJournal,
                at: now,
                in: db
            )
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
