package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// A person says that a row gets a message after all, to the address they give.
    ///
    /// The message is written from the letter as it was planned, and guarded against everybody of
    /// the campaign, before anything is changed. If the same person gets a message already, that
    /// one tells the new appointment too. The digest changes, so an approval is void.
    ///
    /// - Parameters:
    ///   - row: As a spreadsheet numbers it.
    ///   - added: Address, start and name.
    ///   - campaign: Whose row it is; nothing of it may have been sent.
    ///   - zone: The campaign's.
    ///   - official: Who decides.
    ///   - now: The time of the decision.
    ///   - randomness: Must be one that nobody can foretell: a new message's salt is drawn from it.
    /// - Returns: What became of the row.
    /// - Throws: `DecisionError` if the row cannot get this message; then nothing is changed.
    package func decide(
        row: Int,
        sending added: AddedRecipient,
        of campaign: CampaignRecord,
        zone: TimeZone,
        by official: Official,
        at now: Date,
        randomness: Randomness
    ) throws -> DecisionRecord {
        try write { db in
            try Self.checkNotBegun(campaign.id, in: db)
            let deed = MessageDecision(
                campaign: campaign,
                zone: zone,
                official: official,
                now: now,
                randomness: randomness,
                values: try Self.values(of: campaign.id, in: db)
            )
            try send(added, for: row, deed, in: db)
            try Self.replan(campaign.id, at: now, in: db)
            return try Self.outcome([row], changed: [row], of: campaign.id, in: db)
        }
    }

    /// What is the same for all rows that one word of a person gives messages to.
    struct MessageDecision {
        let campaign: CampaignRecord
        let zone: TimeZone
        let official: Official
        let now: Date
        let randomness: Randomness
        /// Of everybody of the campaign.
        let values: CampaignValues
    }

    /// Writes, guards and stores the message for one row, with its event; `replan` must follow.
    ///
    /// - Throws: `DecisionError` if the row cannot get this message.
    func send(
        _ added: AddedRecipient,
        for row: Int,
        _ deed: MessageDecision,
        in db: Database
    ) throws {
        let campaign = deed.campaign
        let undecided = try Self.undecided(row, of: campaign.id, in: db)
        let planned = try Self.planned(at: added.address, of: campaign.id, in: db)
        let basis = DecisionBasis(
            row: undecided,
            plan: .init(
                letter: try campaign.letter.letter(),
                firstDay: campaign.facts.firstDay,
                lastDay: campaign.facts.lastDay,
                date: campaign.plannedAt,
                timeZone: deed.zone
            ),
            address: .init(
                isCollective: try Self.isCollective(added.address, of: campaign.id, in: db),
                others: try Self.others(
                    at: added.address,
                    besides: row,
                    of: campaign.id,
                    in: db
                ),
                planned: planned.map { ($0.id, $0.recipient) }
            ),
            present: campaign.facts.endsWithAppointments
                ? campaign.present(at: deed.now) : .distantPast,
            // Who is told again has been told before.
            told: campaign.facts.followUp == nil ? try told(added, undecided, in: db) : [],
            values: deed.values
        )
        let decided = try DecidedMessage(to: added, on: basis)
        let joins = decided.joins.map { planned[$0] }
        let hashes =
            try joins?.hashes
            ?? Self.newHashes(of: decided.message, in: campaign, deed.randomness, db)
        try store(decided, joins, hashes, of: campaign, in: db)
        let event = Self.event(
            decided.decided,
            of: campaign.id,
            message: hashes.proofID,
            digestBefore: joins?.hashes.digest
        )
        try Self.record(event, .decision, by: deed.official, at: deed.now, in: db)
    }

    private static func newHashes(
        of message: PlannedMessage,
        in campaign: CampaignRecord,
        _ randomness: Randomness,
        _ db: Database
    ) throws -> MessageHashes {
        switch campaign.form {
        case .unsalted:
            return MessageHashes(
                of: message,
                unsaltedWith: try RecipientKey(of: campaign.id, in: db)
            )
        case .salted:
            var generator = randomness
            return MessageHashes(of: message, using: &generator)
        }
    }

    /// Those of the row's appointments that an earlier campaign has told this person.
    private func told(
        _ added: AddedRecipient,
        _ row: UndecidedRow,
        in db: Database
    ) throws -> Set<AppointmentTime> {
        guard let contact = added.contact(of: row) else { return [] }
        return Set(
            try added.starts(of: row).filter { try notice(of: contact, $0, in: db) == .same }
        )
    }

    /// Everybody else of the campaign whose row holds this address.
    private static func others(
        at address: EmailAddress,
        besides row: Int,
        of campaign: String,
        in db: Database
    ) throws -> [(row: Int, contact: Contact)] {
        let seal = try CampaignSeal(of: campaign, in: db)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM contact WHERE campaign = ? AND row <> ? AND address_hash = ?
                ORDER BY row
                """,
            arguments: [campaign, row, ContactRow.hash(of: address, seal.hasher())]
        ).compactMap { found in
            try seal.kept(in: found).map { (found[ContactRow.Columns.row], $0.contact) }
        }
    }

    /// Whether planning found the address on too many people, most of whom may not be kept.
    private static func isCollective(
        _ address: EmailAddress,
        of campaign: String,
        in db: Database
    ) throws -> Bool {
        let seal = try CampaignSeal(of: campaign, in: db)
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM contact
                    JOIN row ON row.campaign = contact.campaign AND row.row = contact.row
                    WHERE contact.campaign = ? AND planned_address_hash = ? AND collective
                )
                """,
            arguments: [campaign, ContactRow.hash(of: address, seal.hasher())]
        ) ?? false
    }

    /// The messages to this address that nobody has taken out, in the order of planning.
    private static func planned(
        at address: EmailAddress,
        of campaign: String,
        in db: Database
    ) throws -> [StoredMessage] {
        let seal = try CampaignSeal(of: campaign, in: db)
        return try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT row.message FROM contact
                JOIN row ON row.campaign = contact.campaign AND row.row = contact.row
                JOIN delivery ON delivery.message = row.message
                WHERE contact.campaign = ? AND address_hash = ?
                AND state = \(DeliveryState.planned.sql)
                ORDER BY row.message
                """,
            arguments: [campaign, ContactRow.hash(of: address, seal.hasher())]
        ).map { try message($0, in: db) }
    }

    /// Puts the row into its message.
    private func store(
        _ decided: DecidedMessage,
        _ joins: StoredMessage?,
        _ hashes: MessageHashes,
        of record: CampaignRecord,
        in db: Database
    ) throws {
        let (campaign, telling) = (record.id, try Telling(of: record))
        try Self.change(decided.decided, of: campaign, in: db)
        let number =
            if let joins {
                try add(decided, telling, to: joins, of: campaign, in: db)
            } else {
                try insert(decided.message, hashes, telling, campaign: campaign, in: db)
            }
        let row = decided.row
        try db.execute(
            sql: "UPDATE row SET message = ?, start = ? WHERE campaign = ? AND row = ?",
            arguments: [number, row.start?.iso8601, campaign, row.row]
        )
        try Self.address(row.row, to: decided.message.recipient.address, of: campaign, in: db)
    }

    private static func address(
        _ row: Int,
        to address: EmailAddress,
        of campaign: String,
        in db: Database
    ) throws {
        let seal = try CampaignSeal(of: campaign, in: db)
        let found = try Row.fetchOne(
            db,
            sql: "SELECT * FROM contact WHERE campaign = ? AND row = ?",
            arguments: [campaign, row]
        )
        guard let kept = try found.flatMap(seal.kept) else { return }
        try ContactRow(
            kept.addressed(to: address),
            of: campaign,
            row: row,
            seal,
            seal.hasher()
        ).replace(in: db)
    }

    /// - Returns: The number of the message that tells one row more now.
    private func add(
        _ decided: DecidedMessage,
        _ telling: Telling,
        to joined: StoredMessage,
        of campaign: String,
        in db: Database
    ) throws -> Int64 {
        let message = decided.message
        try db.execute(
            sql:
                "UPDATE message SET opening = ?, digest_hash = ?, first_start = ? WHERE number = ?",
            arguments: [
                try MessageRow.opening(
                    of: joined.id,
                    message.digest,
                    joined.hashes.salt,
                    CampaignSeal(of: campaign, in: db)
                ),
                joined.hashes.hash(ofDigest: message.digest),
                message.recipient.appointments[0].start.epochSeconds,
                joined.number,
            ]
        )
        for start in decided.row.starts {
            guard let contact = decided.row.contact else { break }
            try note(contact, start, telling, toldBy: joined.number, in: db)
        }
        return joined.number
    }
}
