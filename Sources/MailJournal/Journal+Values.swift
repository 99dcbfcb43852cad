package import Foundation
import GRDB
package import MailCore

/// Values that the guard asks about once, however many rows have them (decision 0018).
///
/// Which there are stands in the campaign's facts since planning; what a person said stands in the
/// rows: one of them whose answer is `send` is fine as it stands, since no other row of them can get
/// that answer unless its cells are in order without it.
extension Journal {
    /// A person says that the rows with a value may be told as they stand: each gets the message that
    /// was planned for it, to the address that the schedule has.
    ///
    /// The digest changes, so an approval is void.
    ///
    /// - Parameters:
    ///   - value: The number of the value.
    ///   - campaign: Whose rows they are; nothing of it may have been sent.
    ///   - zone: The campaign's.
    ///   - official: Who decides.
    ///   - now: The time of the decision.
    ///   - randomness: Must be one that nobody can foretell: salts are drawn from it.
    /// - Returns: What became of the rows; those that had an answer already stay as they are.
    /// - Throws: `DecisionError` if one of them cannot get its message; then nothing is changed.
    package func decide(
        fine value: Int,
        of campaign: CampaignRecord,
        zone: TimeZone,
        by official: Official,
        at now: Date,
        randomness: Randomness
    ) throws -> DecisionRecord {
        try write { db in
            try Self.checkNotBegun(campaign.id, in: db)
            let question = try Self.question(value, of: campaign)
            let waiting = try Self.waiting(question, of: campaign.id, in: db)
            var values = try Self.values(of: campaign.id, in: db)
            for row in waiting {
                if let contact = row.contact { values.allow(contact, row: row.row) }
            }
            let deed = MessageDecision(
                campaign: campaign,
                zone: zone,
                official: official,
                now: now,
                randomness: randomness,
                values: values
            )
            var generator = randomness
            for row in waiting {
                guard let address = row.contact?.address else {
                    throw DecisionError.nothingKept(row.row, row.rowClass)
                }
                let added = AddedRecipient(
                    asPlanned: address,
                    id: MessageID(using: &generator)
                )
                try send(added, for: row.row, deed, in: db)
            }
            return try Self.outcome(of: question, waiting, of: campaign.id, at: now, in: db)
        }
    }

    /// A person says that nobody is mailed who has a value: whoever has a phone number is called, or
    /// all of them are left out.
    ///
    /// - Parameters:
    ///   - value: The number of the value.
    ///   - answer: `phone` or `leaveOut`; whoever has no number is left out either way.
    ///   - campaign: Whose rows they are; nothing of it may have been sent.
    ///   - official: Who decides.
    ///   - now: The time of the decision.
    /// - Returns: What became of the rows; those that had an answer already stay as they are.
    /// - Throws: `DecisionError` if sending has begun.
    package func decide(
        value: Int,
        _ answer: RowAnswer,
        of campaign: CampaignRecord,
        by official: Official,
        at now: Date
    ) throws -> DecisionRecord {
        try write { db in
            try Self.checkNotBegun(campaign.id, in: db)
            let question = try Self.question(value, of: campaign)
            let waiting = try Self.waiting(question, of: campaign.id, in: db)
            for row in waiting {
                let decided = answer == .phone ? row.decidedByPhone : row.leftOut
                try Self.answer(decided, of: campaign.id, by: official, at: now, in: db)
            }
            return try Self.outcome(of: question, waiting, of: campaign.id, at: now, in: db)
        }
    }

    private static func question(
        _ number: Int,
        of campaign: CampaignRecord
    ) throws -> ValueQuestion {
        let questions = campaign.facts.questions ?? []
        guard let question = questions.first(where: { $0.number == number }) else {
            throw DecisionError.noSuchValue(number)
        }
        return question
    }

    /// Those of the rows that have no answer yet.
    private static func waiting(
        _ question: ValueQuestion,
        of campaign: String,
        in db: Database
    ) throws -> [UndecidedRow] {
        try question.rows.map { try undecided($0, of: campaign, in: db) }
            .filter { $0.rowClass == .needsDecision }
    }

    private static func outcome(
        of question: ValueQuestion,
        _ changed: [UndecidedRow],
        of campaign: String,
        at now: Date,
        in db: Database
    ) throws -> DecisionRecord {
        if !changed.isEmpty { try replan(campaign, at: now, in: db) }
        return try outcome(
            Set(question.rows),
            changed: Set(changed.map(\.row)),
            of: campaign,
            in: db
        )
    }

    /// The number of the value that is asked about in each row.
    static func valueNumbers(of campaign: String, in db: Database) throws -> [Int: Int] {
        let questions = try CampaignRecord(CampaignRow.find(campaign, in: db)).facts.questions
        return Dictionary(
            (questions ?? []).flatMap { question in question.rows.map { ($0, question.number) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The rows that a person has said may be told as they stand.
    static func fineRows(of campaign: String, in db: Database) throws -> Set<Int> {
        let asked = try valueNumbers(of: campaign, in: db)
        guard !asked.isEmpty else { return [] }
        let sent = try Int.fetchAll(
            db,
            sql: "SELECT row FROM row WHERE campaign = ? AND answer = \(RowAnswer.send.sql)",
            arguments: [campaign]
        )
        return Set(sent).intersection(asked.keys)
    }
}
