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
        try queue.read { db in
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
                    AND json_extract(detail, '$.verdict') = 'accepted'
                    """,
                    campaign,
                    db
                ),
                maxRecipients: try Self.count(
                    """
                    SELECT coalesce(max(CAST(json_extract(detail, '$.recipients') AS INTEGER)), 0)
                    FROM event WHERE kind = 'verdict' AND campaign = ?
                    """,
                    campaign,
                    db
                ),
                failures: failures
            )
        }
    }

    /// As many rows and messages as were planned.
    private static func sums(of campaign: CampaignRecord, in db: Database) throws -> [String] {
        let planned = try Row.fetchOne(
            db,
            sql: """
                SELECT json_extract(detail, '$.rows') AS rows,
                json_extract(detail, '$.messages') AS messages
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

    /// Every accepted delivery has exactly one accepting event, and the other way round; no
    /// message was handed over more often than it was claimed.
    private static func verdicts(of campaign: CampaignRecord, in db: Database) throws -> [String] {
        let accepted = """
            json_extract(detail, '$.verdict') IN ('accepted', 'ruled-accepted')
            """
        let wrong = try count(
            """
            SELECT count(*) FROM message JOIN delivery ON message = number WHERE campaign = ?
            AND (state = 'accepted') <> (1 = (SELECT count(*) FROM event
            WHERE event.message = message.id AND \(accepted)))
            """,
            campaign,
            db
        )
        let foreign = try count(
            """
            SELECT count(*) FROM event WHERE campaign = ? AND message IS NOT NULL
            AND message NOT IN (SELECT id FROM message)
            """,
            campaign,
            db
        )
        return (wrong > 0 ? ["\(wrong) deliveries do not fit their events"] : [])
            + (foreign > 0 ? ["\(foreign) events name messages that are not in the plan"] : [])
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
