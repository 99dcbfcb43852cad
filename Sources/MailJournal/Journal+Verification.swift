import Foundation
import GRDB
import MailCore

/// What the journal itself shows of a campaign; nothing here looks at configuration or network.
package struct JournalEvidence: Sendable {
    /// The hash of the last event.
    package let chainHead: String
    /// Events that ended in `accepted`: SMTP transactions the relay took.
    package let transactions: Int
    /// The most `RCPT` commands that were written in one transaction.
    package let maxRecipients: Int
    /// What does not fit, in plain words.
    package let failures: [String]
}

extension Journal {
    /// Walks the event chain and compares it with rows, messages and deliveries.
    package func evidence(of campaign: CampaignRecord) throws -> JournalEvidence {
        try read { db in
            let (head, brokenAt) = try EventChain.walk(db)
            var failures = brokenAt.map { ["event \($0) of the chain has been changed"] } ?? []
            failures += try Self.sums(of: campaign, in: db)
            failures += try Self.rowsAndMessages(of: campaign, in: db)
            failures += try Self.verdicts(of: campaign, in: db)
            failures += try Self.approvals(of: campaign, in: db)
            return JournalEvidence(
                chainHead: head,
                transactions: try Self.count(
                    """
                    SELECT count(*) FROM event WHERE kind = 'verdict' AND campaign = ?
                    AND \(Self.fact("verdict")) = 'accepted'
                    """,
                    campaign,
                    db
                ),
                maxRecipients: try Self.count(
                    """
                    SELECT coalesce(max(CAST(\(Self.fact("recipients")) AS INTEGER)), 0)
                    FROM event WHERE kind = 'verdict' AND campaign = ?
                    """,
                    campaign,
                    db
                ),
                failures: failures
            )
        }
    }

    /// SQL for one value of an event's detail; null where somebody has made the detail unreadable.
    private static func fact(_ name: String) -> String {
        "json_extract(iif(json_valid(detail), detail, '{}'), '$.\(name)')"
    }

    /// As many rows and messages as were planned.
    private static func sums(of campaign: CampaignRecord, in db: Database) throws -> [String] {
        let planned = try Row.fetchOne(
            db,
            sql: """
                SELECT \(fact("rows")) AS rows, \(fact("messages")) AS messages
                FROM event WHERE kind = 'planned' AND campaign = ?
                """,
            arguments: [campaign.id]
        )
        let rows = try count("SELECT count(*) FROM row WHERE campaign = ?", campaign, db)
        let messages = try count("SELECT count(*) FROM message WHERE campaign = ?", campaign, db)
        let deliveries = try count(
            """
            SELECT count(*) FROM delivery JOIN message ON message = number WHERE campaign = ?
            """,
            campaign,
            db
        )
        var failures: [String] = []
        if planned?["rows"] != "\(rows)" { failures.append("rows are missing or were added") }
        if planned?["messages"] != "\(messages)" {
            failures.append("messages are missing or were added")
        }
        if deliveries != messages { failures.append("a message has no delivery") }
        return failures
    }

    /// Exactly the rows to send have a message.
    private static func rowsAndMessages(
        of campaign: CampaignRecord,
        in db: Database
    ) throws -> [String] {
        let wrong = try count(
            "SELECT count(*) FROM row WHERE campaign = ? AND (class = 'send') <> (message IS NOT NULL)",
            campaign,
            db
        )
        let known = RowClass.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let unknown = try count(
            "SELECT count(*) FROM row WHERE campaign = ? AND class NOT IN (\(known))",
            campaign,
            db
        )
        return (wrong > 0 ? ["\(wrong) rows do not fit their messages"] : [])
            + (unknown > 0 ? ["\(unknown) rows have no known class"] : [])
    }

    /// Every delivery stands where its events lead along the table of states, and no event names
    /// a message that is not in the plan.
    private static func verdicts(of campaign: CampaignRecord, in db: Database) throws -> [String] {
        let told = try tellings(of: campaign, in: db)
        let stored = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, state FROM message JOIN delivery ON message = number WHERE campaign = ?
                """,
            arguments: [campaign.id]
        )
        var (wrong, known) = (0, 0)
        while let delivery = try stored.next() {
            let telling = told[delivery["id"]]
            if telling != nil { known += 1 }
            let state = telling ?? .planned
            if state?.rawValue != delivery["state"] { wrong += 1 }
        }
        let foreign = told.count - known
        return (wrong > 0 ? ["\(wrong) deliveries do not fit their events"] : [])
            + (foreign > 0 ? ["events name \(foreign) messages that are not in the plan"] : [])
    }

    /// For every message with events, the state they lead to; nil if they lead nowhere.
    private static func tellings(
        of campaign: CampaignRecord,
        in db: Database
    ) throws -> [String: DeliveryState?] {
        let events = try Row.fetchCursor(
            db,
            sql: """
                SELECT kind, message, \(fact("verdict")) AS verdict FROM event
                WHERE campaign = ? AND message IS NOT NULL ORDER BY sequence
                """,
            arguments: [campaign.id]
        )
        var states: [String: DeliveryState?] = [:]
        while let row = try events.next() {
            let message: String = row["message"]
            let before = states[message, default: .planned]
            let after = Event.deliveryEvent(kind: row["kind"], verdict: row["verdict"])
                .flatMap { event in try? before?.after(event) }
            states.updateValue(after, forKey: message)
        }
        return states
    }

    /// Nothing began without an approval of exactly what the campaign is.
    private static func approvals(of campaign: CampaignRecord, in db: Database) throws -> [String] {
        guard campaign.startedAt != nil else { return [] }
        let approved = try count(
            """
            SELECT count(*) FROM event WHERE campaign = ? AND kind = 'approved'
            AND sequence < (SELECT min(sequence) FROM event AS first
            WHERE first.campaign = event.campaign AND first.kind = 'attempt')
            """,
            campaign,
            db
        )
        let attempts = try count(
            "SELECT count(*) FROM event WHERE campaign = ? AND kind = 'attempt'",
            campaign,
            db
        )
        return attempts > 0 && approved == 0 ? ["messages were sent before any approval"] : []
    }

    private static func count(
        _ sql: String,
        _ campaign: CampaignRecord,
        _ db: Database
    ) throws -> Int {
        try Int.fetchOne(db, sql: sql, arguments: [campaign.id]) ?? 0
    }
}
