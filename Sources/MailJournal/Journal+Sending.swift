package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// Notes that sending begins or goes on.
    package func start(_ campaign: String, at now: Date) throws {
        try write { try Self.start(campaign, at: now, in: $0) }
    }

    static func start(_ campaign: String, at now: Date, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE campaign SET started_at = coalesce(started_at, ?),
                finished_at = NULL, paused_because = NULL WHERE id = ?
                """,
            arguments: [now.seconds, campaign]
        )
        try EventChain.append(Event(.started, campaign: campaign), at: now, in: db)
    }

    /// Notes that sending stopped before the end.
    package func pause(_ campaign: String, because reason: PauseReason, at now: Date) throws {
        try write { try Self.pause(campaign, because: reason, at: now, in: $0) }
    }

    static func pause(
        _ campaign: String,
        because reason: PauseReason,
        at now: Date,
        in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE campaign SET paused_because = ? WHERE id = ?",
            arguments: [reason.kept, campaign]
        )
        let event = Event(.paused, campaign: campaign, ["reason": reason.kept])
        try EventChain.append(event, at: now, in: db)
    }

    /// Notes that every delivery is final, and nothing is left to do.
    package func finish(_ campaign: String, at now: Date) throws {
        try write { try Self.finish(campaign, at: now, in: $0) }
    }

    static func finish(_ campaign: String, at now: Date, in db: Database) throws {
        try db.execute(
            sql: "UPDATE campaign SET finished_at = ?, paused_because = NULL WHERE id = ?",
            arguments: [now.seconds, campaign]
        )
        try EventChain.append(Event(.finished, campaign: campaign), at: now, in: db)
    }

    /// Ends a campaign that was begun, in which nothing is left to do: whoever settled the last delivery may
    /// have died before that was written, or was a person.
    static func finishIfDone(_ campaign: String, at now: Date, in db: Database) throws {
        let stored = try CampaignRow.find(campaign, in: db)
        guard stored.startedAt != nil, stored.finishedAt == nil else { return }
        if try pending(campaign, in: db) == 0 { try finish(campaign, at: now, in: db) }
    }

    /// Takes back that a campaign is finished when a person's word has left something to do in it.
    ///
    /// Must be in the transaction of that word: a death in between would leave somebody in a campaign that
    /// nobody goes on with.
    static func reopenIfPending(_ campaign: String, at now: Date, in db: Database) throws {
        guard try CampaignRow.find(campaign, in: db).finishedAt != nil,
            try pending(campaign, in: db) > 0
        else { return }
        try start(campaign, at: now, in: db)
        try pause(
            campaign,
            because: .goesAgain,
            at: now,
            in: db
        )
    }

    private static func pending(_ campaign: String, in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM delivery JOIN message ON number = delivery.message
                WHERE campaign = ? AND state IN \(DeliveryState.sqlList(where: \.isPending))
                """,
            arguments: [campaign]
        ) ?? 0
    }

    /// Gives a claimed delivery back of which certainly nothing has left.
    package func release(_ delivery: ClaimedDelivery, campaign: String, at now: Date) throws {
        try write { db in
            try Self.apply(.released, to: delivery.number, reason: nil, in: db)
            let event = Event(
                .released,
                campaign: campaign,
                message: delivery.message.proofID
            )
            try EventChain.append(event, at: now, in: db)
        }
        try queue.writeWithoutTransaction { _ in try witness?.acquit([delivery.number]) }
    }

    /// The other campaign that has told somebody of this one since it was planned, if any, and
    /// how many messages that concerns; of a follow-up, another one of its kind.
    package func toldMeanwhile(
        _ campaign: CampaignRecord
    ) throws -> (campaign: String, messages: Int)? {
        let followUp = campaign.facts.followUp
        guard followUp?.isRepeated != true else { return nil }
        let length = followUp == nil ? NoticeKeys.personLength : NoticeKeys.followUpLength
        return try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT theirs.campaign AS campaign, count(DISTINCT ours.number) AS messages
                    FROM message ours
                    JOIN delivery open ON open.message = ours.number
                        AND open.state IN \(DeliveryState.sqlList(where: \.isOpen))
                    JOIN notice mine ON mine.message = ours.number
                        AND length(mine.key) = ?
                    JOIN notice other ON other.key = mine.key AND other.message <> ours.number
                    JOIN message theirs ON theirs.number = other.message
                        AND theirs.campaign <> ours.campaign
                    JOIN delivery told ON told.message = theirs.number
                        AND told.state IN \(DeliveryState.sqlList(where: \.countsAsTold))
                    WHERE ours.campaign = ? GROUP BY theirs.campaign LIMIT 1
                    """,
                arguments: [length, campaign.id]
            )
        }.map { ($0["campaign"], $0["messages"]) }
    }

    /// Rows that wait for a person's decision.
    package func undecidedRows(of campaign: String) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM row
                    WHERE campaign = ? AND class = \(RowClass.needsDecision.sql)
                    """,
                arguments: [campaign]
            ) ?? 0
        }
    }
}
