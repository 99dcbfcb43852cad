package import Foundation
import GRDB
package import MailCore

/// A test mail, as the journal keeps it; no personal data.
package struct TestMailRecord: Sendable {
    package let at: Date
    /// The row whose letter it was.
    package let row: Int
    package let by: Official
    /// What the relay made of it; nil if the program ended before that was known.
    package let outcome: Outcome?

    package struct Outcome: Sendable {
        /// `accepted`, `refused`, `deferred` or `lost`.
        package let verdict: String
        /// The reply's code, as `250` or `550 5.1.1`; nil without a reply.
        package let reply: String?
    }
}

/// What a test mail leaves behind. It is no message of the campaign: no delivery, and nobody counts as told.
extension Journal {
    /// Whether somebody of the campaign has this address, also one without a message.
    ///
    /// - Throws: `JournalError`, also without the campaign's key: then nobody can tell.
    package func isAddress(_ address: EmailAddress, of campaign: String) throws -> Bool {
        try read { db in
            let hasher = try CampaignSeal(of: campaign, in: db).hasher()
            return try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM contact WHERE campaign = ?1
                    AND (address_hash = ?2 OR planned_address_hash = ?2))
                    """,
                arguments: [campaign, ContactRow.hash(of: address, hasher)]
            ) ?? true
        }
    }

    /// A message that nobody has taken out.
    ///
    /// - Parameters:
    ///   - row: One of its rows; nil for the first message of the file.
    ///   - campaign: Its id.
    /// - Returns: Nil if the row has none.
    /// - Throws: `JournalError`.
    package func liveMessage(of row: Int?, in campaign: String) throws -> StoredMessage? {
        try read { db in
            let number = try Int64.fetchOne(
                db,
                sql: """
                    SELECT row.message FROM row JOIN delivery USING (message)
                    WHERE campaign = ?1 AND (?2 IS NULL OR row.row = ?2)
                    AND state IN \(DeliveryState.sqlList(where: \.isLive))
                    ORDER BY row.row LIMIT 1
                    """,
                arguments: [campaign, row]
            )
            return try number.map { try Self.message($0, in: db) }
        }
    }

    /// How many rows with a message have an appointment on a day.
    package func rows(on day: LocalDay, of campaign: String) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM row WHERE campaign = ?1 AND message IS NOT NULL
                    AND (substr(start, 1, 10) = ?2 OR substr(second_start, 1, 10) = ?2)
                    """,
                arguments: [campaign, "\(day)"]
            ) ?? 0
        }
    }

    /// Records that a test mail is about to go; must come before its first octet.
    ///
    /// - Parameters:
    ///   - row: Whose letter it is.
    ///   - address: Where it goes.
    ///   - campaign: Its id.
    ///   - official: Who sends it.
    ///   - now: The time.
    /// - Returns: The number of the event, for `concludeTest`.
    /// - Throws: `JournalError`; then nothing may be sent.
    package func beginTest(
        ofRow row: Int,
        to address: EmailAddress,
        of campaign: String,
        by official: Official,
        at now: Date
    ) throws -> Int {
        try write { db in
            let facts = [
                "row": "\(row)",
                "recipient": try RecipientKey(of: campaign, in: db).hash(of: address),
            ]
            let event = Event(.test, campaign: campaign, facts)
            return try Self.record(event, .test, by: official, at: now, in: db)
        }
    }

    /// Records what became of a test mail, with its receipt.
    package func concludeTest(_ facts: TestFacts, of campaign: String, at now: Date) throws {
        try write { db in
            let receipt = facts.receipt
            var detail = facts.detail
            detail["receipt"] = try TestFacts.hash(ofReceipt: receipt, of: campaign, in: db)
            let event = Event(.tested, campaign: campaign, detail)
            let number = try EventChain.append(event, at: now, in: db)
            let seal = try CampaignSeal(of: campaign, in: db)
            try ReceiptRow(receipt, of: number, seal).insert(in: db)
        }
    }

    /// The test mails of a campaign, the latest first.
    package func tests(of campaign: String) throws -> [TestMailRecord] {
        try read { db in
            let tests = try Row.fetchAll(
                db,
                sql: """
                    SELECT began.at, began.detail, ruling.*, ended.detail AS outcome
                    FROM event AS began JOIN ruling ON ruling.event = began.sequence
                    LEFT JOIN event AS ended ON ended.campaign = began.campaign
                        AND ended.kind = \(EventKind.tested.sql)
                        AND json_extract(ended.detail, '$.test') = CAST(began.sequence AS TEXT)
                    WHERE began.campaign = ? AND began.kind = \(EventKind.test.sql)
                    ORDER BY began.sequence DESC
                    """,
                arguments: [campaign]
            )
            return try tests.map { test in
                guard let row = ChainEvent.facts(in: test["detail"])?["row"].flatMap({ Int($0) })
                else {
                    throw JournalError("a test mail of the journal is damaged")
                }
                let outcome = (test["outcome"] as String?).flatMap(ChainEvent.facts)
                return TestMailRecord(
                    at: Date(seconds: test["at"]),
                    row: row,
                    by: RulingRow(test).official,
                    outcome: outcome.map(TestMailRecord.Outcome.init)
                )
            }
        }
    }
}

extension TestMailRecord.Outcome {
    fileprivate init(_ facts: [String: String]) {
        verdict = facts["verdict"] ?? ""
        let words = [facts["code"], facts["enhanced"]].compactMap(\.self)
        reply = words.isEmpty ? nil : words.joined(separator: " ")
    }
}
