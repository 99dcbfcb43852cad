package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// Everything of the campaign that still has to go, in the order of sending.
    ///
    /// - Parameters:
    ///   - campaign: Its id.
    ///   - groups: Which domains share their limits.
    ///   - now: From when a message without a first attempt has its time, where the appointment does not
    ///     end it.
    /// - Returns: The next one first.
    /// - Throws: `JournalError`.
    package func pending(
        of campaign: String,
        _ groups: DomainGroups = DomainGroups(),
        at now: Date
    ) throws -> [PendingDelivery] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT number, due, attempts, (\(Self.domain)) AS domain,
                        (SELECT min(row) FROM row WHERE row.message = number) AS row,
                        \(Self.lastMoment) AS appointment
                    FROM message JOIN delivery ON delivery.message = number
                    JOIN campaign ON campaign.id = campaign
                    WHERE campaign = ? AND state IN \(DeliveryState.sqlList(where: \.isOpen))
                    ORDER BY first_start, number
                    """,
                arguments: [now.seconds, campaign]
            ).map { row in
                PendingDelivery(
                    number: row[MessageRow.number],
                    row: row["row"] ?? 0,
                    group: groups.name(of: row["domain"] ?? ""),
                    appointment: Date(seconds: row["appointment"]),
                    attempts: row[DeliveryRow.Columns.attempts],
                    due: (row[DeliveryRow.Columns.due] as Int?).map(Date.init(seconds:))
                )
            }
        }
    }

    /// Up to when attempts make sense, by the machine's clock.
    ///
    /// To the appointment; where the template says that it does not end the message, to five days after the
    /// first attempt, as mail servers hold it (RFC 5321 section 4.5.4.1). Takes the moment that stands in for a first attempt.
    static let lastMoment = """
        CASE WHEN json_extract(facts, '$.followUp.deadline') = \(MessageDeadline.none.sql)
        THEN coalesce(first_claimed, ?) + 432000
        ELSE first_start + coalesce(planned_at - as_of, 0) END
        """

    /// Whether the relay refused each of the campaign's last 50 final verdicts, oldest first.
    package func lastRefused(of campaign: String) throws -> [Bool] {
        try read { db in
            try Bool.fetchAll(
                db,
                sql: """
                    SELECT json_extract(detail, '$.verdict') = \(DeliveryEvent.refused.sql)
                    FROM event
                    WHERE campaign = ? AND kind = \(EventKind.verdict.sql)
                    AND json_extract(detail, '$.verdict')
                    IN (\(DeliveryEvent.accepted.sql), \(DeliveryEvent.refused.sql))
                    ORDER BY sequence DESC LIMIT 50
                    """,
                arguments: [campaign]
            ).reversed()
        }
    }

    /// The attempts of any campaign since a moment, the oldest first: what the pace counts.
    package func attempts(
        since: Date,
        _ groups: DomainGroups = DomainGroups()
    ) throws -> [PastAttempt] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT at, (\(Self.domain)) AS domain
                    FROM event LEFT JOIN message ON message.proof_id = event.message
                    WHERE kind = \(EventKind.attempt.sql) AND at >= ? ORDER BY sequence
                    """,
                arguments: [since.seconds]
            ).map {
                PastAttempt(
                    at: Date(seconds: $0[EventRow.Columns.at]),
                    group: groups.name(of: $0["domain"] ?? "")
                )
            }
        }
    }

    /// The last verdicts of any campaign since a moment, the oldest first: what the brakes have learned.
    package func verdicts(since: Date, _ groups: DomainGroups) throws -> [PastVerdict] {
        try read { db in
            var seals: [String: CampaignSeal] = [:]
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT at, sequence, number, event.campaign AS campaign, detail,
                        (SELECT sealed FROM receipt WHERE event = sequence) AS sealed,
                        (\(Self.domain)) AS domain
                    FROM event LEFT JOIN message ON message.proof_id = event.message
                    WHERE kind = \(EventKind.verdict.sql) AND at >= ?
                    ORDER BY sequence DESC LIMIT \(Self.verdictsLookedAt)
                    """,
                arguments: [since.seconds]
            ).reversed().compactMap { row in
                let campaign: String = row[EventRow.Columns.campaign]
                let seal = try seals[campaign] ?? CampaignSeal(of: campaign, in: db)
                seals[campaign] = seal
                let receipt =
                    seal.isKeyThere ? try ReceiptRow.text(in: row, event: "sequence", seal) : nil
                let facts = VerdictFacts.Kept(detail: row["detail"], receipt: receipt)
                guard let verdict = facts.verdict else { return nil }
                return PastVerdict(
                    at: Date(seconds: row[EventRow.Columns.at]),
                    number: row["number"],
                    group: groups.name(of: row["domain"] ?? ""),
                    verdict: verdict
                )
            }
        }
    }

    /// More than a slow relay takes in the time that is looked back on; of a fast one the last are enough.
    private static let verdictsLookedAt = 2_000

    /// The recipient's domain, of the message with that `number`; null when it has been erased.
    private static let domain = """
        SELECT contact.domain FROM row
        JOIN contact USING (campaign, row) WHERE row.message = number LIMIT 1
        """

    /// Performs the steps of several connections in one commit, durable when it returns.
    package func steps(_ steps: [DeliveryStep], campaign: String, at now: Date) async throws
        -> [ClaimedDelivery?]
    {
        do {
            return try await queue.writeWithoutTransaction {
                try commit(steps, campaign: campaign, at: now, in: $0)
            }
        } catch let error as DatabaseError {
            throw JournalError(error, directory.journalPath)
        }
    }

    /// The same on the caller's own thread: for whoever decides in which order everything happens.
    package func stepsHere(_ steps: [DeliveryStep], campaign: String, at now: Date) throws
        -> [ClaimedDelivery?]
    {
        do {
            return try queue.writeWithoutTransaction {
                try commit(steps, campaign: campaign, at: now, in: $0)
            }
        } catch let error as DatabaseError {
            throw JournalError(error, directory.journalPath)
        }
    }

    private func commit(
        _ steps: [DeliveryStep],
        campaign: String,
        at now: Date,
        in db: Database
    ) throws -> [ClaimedDelivery?] {
        try witness?.announce(steps.compactMap(\.claim))
        let claimed = try transaction(in: db) { db in
            var chain = try ChainEnd(in: db)
            return try steps.map {
                try Self.perform($0, campaign: campaign, at: now, &chain, in: db)
            }
        }
        try witness?.acquit(steps.compactMap(\.untold))
        return claimed
    }

    private static func perform(
        _ step: DeliveryStep,
        campaign: String,
        at now: Date,
        _ chain: inout ChainEnd,
        in db: Database
    ) throws -> ClaimedDelivery? {
        if let outcome = step.outcome {
            try record(outcome, campaign: campaign, at: now, &chain, in: db)
        }
        guard let number = step.claim else { return nil }
        let delivery = try begin(number, aheadOf: step.claimAheadOf, at: now, in: db)
        let message = try step.message ?? message(number, in: db)
        let event = Event(.attempt, campaign: campaign, message: message.proofID)
        try chain.append(event, at: now)
        return ClaimedDelivery(
            message: message,
            firstClaimed: delivery.firstClaimed ?? Date(seconds: now.seconds),
            attempts: delivery.attempts
        )
    }

    /// Moves a message to `sending`; the event that says so is another matter.
    ///
    /// - Returns: What its delivery was before.
    @discardableResult
    static func begin(
        _ number: Int64,
        aheadOf: Int64?,
        at now: Date,
        in db: Database
    ) throws -> DeliveryRow {
        let delivery = try delivery(number, in: db)
        try db.cachedStatement(
            sql: """
                UPDATE delivery SET state = ?, reason = NULL, due = NULL, ahead_of = ?,
                first_claimed = coalesce(first_claimed, ?) WHERE message = ? AND state = ?
                """
        ).execute(arguments: [
            delivery.state.after(.claimed).rawValue, aheadOf, now.seconds, number,
            delivery.state.rawValue,
        ])
        try checkOneChanged(in: db)
        return delivery
    }

    private static func record(
        _ outcome: DeliveryStep.Outcome,
        campaign: String,
        at now: Date,
        _ chain: inout ChainEnd,
        in db: Database
    ) throws {
        let number = outcome.delivery.number
        let verdict = outcome.submission.verdict
        try apply(verdict.event, to: number, from: .sending, reason: verdict.reason, in: db)
        // Who stood behind it is in front now. A note that stayed would call that one not begun
        // as soon as this one, deferred, is sending again.
        try db.cachedStatement(
            sql: """
                UPDATE delivery SET ahead_of = NULL
                WHERE state = \(DeliveryState.sending.sql) AND ahead_of = ?
                """
        ).execute(arguments: [number])
        let message = outcome.delivery.message.proofID
        let facts = try VerdictFacts(outcome, campaign: campaign, at: now, &chain, in: db)
        let event = Event(.verdict, campaign: campaign, message: message, facts.detail)
        let sequence = try chain.append(event, at: now)
        if let receipt = facts.receipt {
            try ReceiptRow(receipt, of: sequence, outcome.delivery.message.seal).insert(in: db)
        }
        let place = DeliveryPlace(number: number, message: message, campaign: campaign)
        try settle(place, outcome.fate, at: now, &chain, in: db)
    }

    /// Moves one delivery along the table of states; exactly one row must change.
    static func apply(
        _ event: DeliveryEvent,
        to number: Int64,
        reason: StateReason?,
        in db: Database
    ) throws {
        let state = try delivery(number, in: db).state
        try apply(event, to: number, from: state, reason: reason, in: db)
    }

    /// The same where the state must be this one.
    private static func apply(
        _ event: DeliveryEvent,
        to number: Int64,
        from state: DeliveryState,
        reason: StateReason?,
        in db: Database
    ) throws {
        try db.cachedStatement(
            sql: "UPDATE delivery SET state = ?, reason = ? WHERE message = ? AND state = ?"
        ).execute(arguments: [
            state.after(event).rawValue, reason?.kept, number, state.rawValue,
        ])
        try checkOneChanged(in: db)
    }

    private static func checkOneChanged(in db: Database) throws {
        guard db.changesCount == 1 else {
            throw JournalError("another process has changed a delivery")
        }
    }

    /// What a message is called in events and proofs.
    static func proofID(ofMessage number: Int64, in db: Database) throws -> String {
        let id = try String.fetchOne(
            db,
            sql: "SELECT proof_id FROM message WHERE number = ?",
            arguments: [number]
        )
        guard let id else { throw JournalError("a message of the journal is missing") }
        return id
    }

    static func delivery(_ number: Int64, in db: Database) throws -> DeliveryRow {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM delivery WHERE message = ?"),
            arguments: [number]
        )
        guard let row else { throw JournalError("a delivery has gone from the journal") }
        return try DeliveryRow(row)
    }
}
