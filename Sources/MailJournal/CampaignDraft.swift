import Foundation
import GRDB
package import MailCore

/// A campaign that is being planned: nothing of it stays unless it is frozen.
package struct CampaignDraft {
    private let id: String
    private let journal: Journal
    private let db: Database
    private let rows: Statement

    init(_ id: String, of journal: Journal, in db: Database) throws {
        self.id = id
        self.journal = journal
        self.db = db
        rows = try db.cachedStatement(
            sql: """
                INSERT INTO row (campaign, row, line, class, reasons, problem_column, start,
                second_start, half_known, collective, left_out, message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
    }

    /// Whether an earlier campaign has told this person of this appointment: accepted, or
    /// possibly accepted.
    package func wasTold(_ contact: Contact, _ start: AppointmentTime) throws -> Bool {
        try journal.wasTold(contact, start, in: db)
    }

    /// Stores a row that gets no message.
    package func add(_ row: ClassifiedRow) throws { try insert(row, message: nil) }

    /// How many of the rows stored so far are in each class; zeros included.
    package func classCounts() throws -> [RowClass: Int] {
        try Journal.classCounts(of: id, in: db)
    }

    /// Stores messages and their rows, and what the campaign was planned with.
    func freeze(_ plan: CampaignPlan, facts: CampaignFacts, letter: Letter, at now: Date) throws {
        try db.execute(
            sql: "UPDATE campaign SET facts = ?, letter = ? WHERE id = ?",
            arguments: [try Journal.json(facts), try Journal.json(FrozenLetter(letter)), id]
        )
        var numbers: [Int: Int64] = [:]
        let key = try RecipientKey(of: id, in: db)
        for message in plan.messages {
            let number = try journal.insert(message, key: key, campaign: id, in: db)
            for row in message.rows { numbers[row] = number }
        }
        for row in plan.rows { try insert(row, message: numbers[row.row]) }
        let digest = try Journal.bind(id, in: db)
        try Journal.recordPlanned(id, digest: digest, source: facts.sourceDigest, at: now, in: db)
    }

    private func insert(_ row: ClassifiedRow, message: Int64?) throws {
        rows.setUncheckedArguments([
            id, row.row, row.line, row.rowClass.rawValue,
            row.reasons.joined(separator: "\n"), row.column,
            row.start?.iso8601, row.second?.iso8601,
            row.isHalfKnown, row.isCollective, row.isLeftOut, message,
        ])
        try rows.execute()
        guard row.rowClass.isKept, let contact = row.contact else { return }
        try db.cachedStatement(
            sql: "INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(
            arguments: [
                id, row.row, contact.name.first, contact.name.last, contact.name.full,
                contact.address?.text, contact.phone, contact.site, contact.reference,
                contact.address?.text,
            ]
        )
    }
}
