import Foundation
import GRDB
package import MailCore

/// A campaign that is being planned: nothing of it stays unless it is planned to the end.
package struct CampaignDraft {
    private let id: String
    private let journal: Journal
    private let randomness: Randomness
    private let db: Database
    private let rows: RowStore

    init(
        _ id: String,
        of journal: Journal,
        randomness: Randomness,
        in db: Database
    ) throws {
        self.id = id
        self.journal = journal
        self.randomness = randomness
        self.db = db
        rows = try RowStore(of: id, randomness: randomness, in: db)
    }

    /// What earlier campaigns have told this person of this appointment: accepted, or possibly
    /// accepted.
    package func notice(of contact: Contact, _ start: AppointmentTime) throws -> EarlierNotice {
        try journal.notice(of: contact, start, in: db)
    }

    /// Which other follow-ups tell this person with the same template of this appointment.
    package func followUps(
        of template: String,
        to contact: Contact,
        _ start: AppointmentTime
    ) throws -> [EarlierFollowUp] {
        try journal.followUps(of: template, to: contact, start, in: db)
    }

    /// Stores a row that gets no message.
    package func add(_ row: ClassifiedRow) throws { try rows.add(row, message: nil) }

    /// How many of the rows stored so far are in each class; zeros included.
    package func classCounts() throws -> [RowClass: Int] {
        try rows.finish()
        return try Journal.classCounts(of: id, in: db)
    }

    /// Stores messages and their rows, and what the campaign was planned with.
    func store(_ planned: Journal.PlannedCampaign, at now: Date) throws {
        let facts = planned.facts
        try db.execute(
            sql: "UPDATE campaign SET facts = ?, letter = ?, parts = ? WHERE id = ?",
            arguments: [
                try Journal.json(facts), try Journal.json(PlannedLetter(planned.letter)),
                try Journal.sealed(planned.parts, of: id, in: db), id,
            ]
        )
        let telling = Telling(facts.followUp, planned.letter.template)
        var generator = randomness
        let messages = planned.plan.messages.map {
            ($0, MessageHashes(of: $0, using: &generator))
        }
        let numbers = try journal.insert(messages, telling, campaign: id, in: db)
        for row in planned.plan.rows { try rows.add(row, message: numbers[row.row]) }
        try rows.finish()
        let digest = try Journal.bind(id, in: db)
        try Journal.recordPlanned(id, digest: digest, source: facts.sourceDigest, at: now, in: db)
    }
}
