package import Foundation
import GRDB
package import MailCore

/// A message to one address, by a person's word.
package struct AddedRecipient: Sendable {
    /// As the person gave it.
    package let address: EmailAddress
    /// When the appointment begins, if the schedule does not say; nil otherwise.
    package let start: AppointmentTime?
    /// The name of the message, should it be a new one.
    package let id: MessageID

    package init(address: EmailAddress, start: AppointmentTime?, id: MessageID) {
        self.address = address
        self.start = start
        self.id = id
    }
}

extension Journal {
    /// A person says that a row gets a message after all, to the address they give.
    ///
    /// The message is written from the letter as it was planned, and guarded against everybody of
    /// the campaign, before anything is changed. If the same person gets a message already, that
    /// one tells the new appointment too. The digest changes, so an approval is void.
    ///
    /// - Parameters:
    ///   - row: As a spreadsheet numbers it.
    ///   - letter: Address, start and name.
    ///   - campaign: Whose row it is; nothing of it may have been sent.
    ///   - zone: The campaign's.
    ///   - official: Who decides.
    ///   - now: The time of the decision.
    /// - Returns: What became of the row.
    /// - Throws: `DecisionError` if the row cannot get this message; then nothing is changed.
    package func decide(
        row: Int,
        sending letter: AddedRecipient,
        of campaign: CampaignRecord,
        zone: TimeZone,
        by official: Official,
        at now: Date
    ) throws -> DecisionRecord {
        try write { db in
            try Self.checkNotBegun(campaign.id, in: db)
            let undecided = try Self.undecided(row, of: campaign.id, in: db)
            let decided = try decidedRow(undecided, letter, of: campaign, at: now, in: db)
            let (message, joins) = try makeMessage(
                for: decided,
                letter.id,
                of: campaign,
                zone,
                in: db
            )
            let detail = try store(message, joins, undecided, decided, of: campaign.id, in: db)
            let event = Event(
                .decided,
                campaign: campaign.id,
                message: message.id.text,
                detail
            )
            try Self.record(event, .decision, by: official, at: now, in: db)
            try Self.replan(campaign.id, at: now, in: db)
            return try Self.outcome([row], changed: [row], of: campaign.id, in: db)
        }
    }

    /// The row as one that gets a message, if it may.
    private func decidedRow(
        _ row: UndecidedRow,
        _ letter: AddedRecipient,
        of campaign: CampaignRecord,
        at now: Date,
        in db: Database
    ) throws -> ClassifiedRow {
        guard row.rowClass != .send else { throw DecisionError.getsMessage(row.row) }
        guard row.rowClass.takesAddress, let kept = row.contact else {
            throw DecisionError.nothingKept(row.row, row.rowClass)
        }
        let contact = Contact(
            name: kept.name,
            address: letter.address,
            phone: kept.phone,
            site: kept.site,
            reference: kept.reference
        )
        guard !row.isHalfKnown else { throw DecisionError.halfKnown(row.row) }
        let start = try Self.start(of: row, letter, campaign)
        for start in [start, row.second].compactMap(\.self) {
            guard start.instant >= campaign.present(at: now) else {
                throw DecisionError.over(row.row)
            }
            if try wasTold(contact, start, in: db) { throw DecisionError.toldBefore(row.row) }
        }
        return ClassifiedRow(
            row: row.row,
            line: row.line,
            rowClass: .send,
            reasons: row.reasons,
            start: start,
            second: row.second,
            contact: contact
        )
    }

    private static func start(
        of row: UndecidedRow,
        _ letter: AddedRecipient,
        _ campaign: CampaignRecord
    ) throws -> AppointmentTime {
        if let known = row.start, letter.start != nil {
            throw DecisionError.startKnown(row.row, known)
        }
        guard let start = row.start ?? letter.start else {
            throw DecisionError.startNeeded(row.row)
        }
        let (first, last) = (campaign.facts.firstDay, campaign.facts.lastDay)
        // Days of four digits: their texts stand in the order of the calendar.
        if letter.start != nil, !(first...last).contains("\(start.local.day)") {
            throw DecisionError.startOutside(row.row, first: first, last: last)
        }
        return start
    }

    /// Writes and guards the message.
    ///
    /// - Returns: The message, and the planned one it replaces.
    private func makeMessage(
        for row: ClassifiedRow,
        _ id: MessageID,
        of campaign: CampaignRecord,
        _ zone: TimeZone,
        in db: Database
    ) throws -> (message: PlannedMessage, joins: StoredMessage?) {
        guard let contact = row.contact, let address = contact.address else {
            throw DecisionError.nothingKept(row.row, row.rowClass)
        }
        let letter = try campaign.letter.letter()
        if try Self.isCollective(address, of: campaign.id, in: db) {
            throw DecisionError.collective(row.row)
        }
        let others = try Self.others(at: address, besides: row.row, of: campaign.id, in: db)
        try DecidedMessage.check(
            contact,
            row: row.row,
            others: others,
            own: letter.office.addresses
        )
        let planned = try Self.planned(at: address, of: campaign.id, in: db)
        let (recipient, place) = try DecidedMessage.recipient(
            of: row,
            among: planned.map(\.recipient)
        )
        let joins = place.map { planned[$0] }
        let message: OutgoingMessage
        do {
            message = try .render(
                for: recipient,
                on: letter,
                id: joins?.id ?? id,
                date: campaign.plannedAt,
                in: zone
            )
        } catch {
            throw DecisionError.notWritable(row.row, error)
        }
        var values = try Self.values(of: campaign.id, in: db)
        values.add(contact, row: row.row)
        let messageGuard = MessageGuard(letter: letter, values: values)
        if let finding = messageGuard.findings(in: message, for: recipient).first {
            throw DecisionError.guarded(row.row, finding)
        }
        return (PlannedMessage(message, to: recipient), joins)
    }

    /// Everybody else of the campaign whose row holds this address.
    private static func others(
        at address: EmailAddress,
        besides row: Int,
        of campaign: String,
        in db: Database
    ) throws -> [(row: Int, contact: Contact)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM contact WHERE campaign = ? AND row <> ? AND lower(address) = ?
                ORDER BY row
                """,
            arguments: [campaign, row, address.comparisonKey]
        ).map { ($0[ContactRow.Columns.row], Contact($0)) }
    }

    /// Whether planning found the address on too many people, most of whom may not be kept.
    private static func isCollective(
        _ address: EmailAddress,
        of campaign: String,
        in db: Database
    ) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM contact
                    JOIN row ON row.campaign = contact.campaign AND row.row = contact.row
                    WHERE contact.campaign = ? AND lower(planned_address) = ? AND collective
                )
                """,
            arguments: [campaign, address.comparisonKey]
        ) ?? false
    }

    /// The messages to this address that nobody has taken out, in the order of planning.
    private static func planned(
        at address: EmailAddress,
        of campaign: String,
        in db: Database
    ) throws -> [StoredMessage] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT row.message FROM contact
                JOIN row ON row.campaign = contact.campaign AND row.row = contact.row
                JOIN delivery ON delivery.message = row.message
                WHERE contact.campaign = ? AND lower(address) = ?
                AND state = \(DeliveryState.planned.sql)
                ORDER BY row.message
                """,
            arguments: [campaign, address.comparisonKey]
        ).map { try message($0, in: db) }
    }

    /// Puts the row into its message.
    ///
    /// - Returns: The detail of the event.
    private func store(
        _ message: PlannedMessage,
        _ joins: StoredMessage?,
        _ undecided: UndecidedRow,
        _ decided: ClassifiedRow,
        of campaign: String,
        in db: Database
    ) throws -> [String: String] {
        let hasGivenStart = undecided.start == nil
        try Self.change(
            undecided,
            to: .send,
            by: .send,
            hasGivenStart: hasGivenStart,
            of: campaign,
            in: db
        )
        let number = try numbered(message, joins, decided, of: campaign, in: db)
        try db.execute(
            sql: "UPDATE row SET message = ?, start = ? WHERE campaign = ? AND row = ?",
            arguments: [number, decided.start?.iso8601, campaign, decided.row]
        )
        try db.execute(
            sql: "UPDATE contact SET address = ? WHERE campaign = ? AND row = ?",
            arguments: [message.recipient.address.text, campaign, decided.row]
        )
        var detail = [
            "row": "\(decided.row)", "answer": RowAnswer.send.rawValue,
            "before": undecided.rowClass.rawValue, "class": RowClass.send.rawValue,
        ]
        if hasGivenStart { detail["start"] = "given" }
        if let joins { detail["digest_before"] = joins.digest.hex }
        return detail
    }

    /// - Returns: The message's number.
    private func numbered(
        _ message: PlannedMessage,
        _ joins: StoredMessage?,
        _ row: ClassifiedRow,
        of campaign: String,
        in db: Database
    ) throws -> Int64 {
        guard let joins else {
            return try insert(
                message,
                key: RecipientKey(of: campaign, in: db),
                campaign: campaign,
                in: db
            )
        }
        try db.execute(
            sql: "UPDATE message SET digest = ?, first_start = ? WHERE number = ?",
            arguments: [
                message.digest.hex, message.recipient.appointments[0].start.epochSeconds,
                joins.number,
            ]
        )
        for start in row.starts {
            guard let contact = row.contact else { break }
            try note(contact, start, toldBy: joins.number, in: db)
        }
        return joins.number
    }
}
