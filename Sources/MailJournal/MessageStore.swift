import Foundation
import GRDB
import MailCore

/// A planned message as the tables take it: everything hashed and sealed.
struct MessageRecords: Sendable {
    let message: MessageRow
    /// By what later campaigns recognise who was told of what.
    let notices: [Data]

    /// - Throws: `JournalError` without the campaign's key.
    init(
        _ planned: PlannedMessage,
        _ hashes: MessageHashes,
        _ telling: Telling,
        campaign: String,
        _ seal: CampaignSeal,
        _ code: FieldCode
    ) throws {
        message = try MessageRow(planned, hashes, campaign: campaign, seal)
        let recipient = planned.recipient
        notices = recipient.appointments.flatMap { appointment in
            let contact = Contact(
                name: recipient.name,
                address: recipient.address,
                phone: nil,
                site: appointment.site,
                reference: appointment.reference
            )
            return NoticeKeys(contact, address: recipient.address, appointment.start, code)
                .all(telling)
        }
    }
}

/// Messages on their way into the tables, each with its delivery and with what tells later campaigns of it.
struct MessageStore {
    private let db: Database
    private let messages: Statement
    private let deliveries: Statement
    private let notices: Statement

    init(in db: Database) throws {
        self.db = db
        messages = try db.cachedStatement(sql: MessageRow.insertion)
        deliveries = try db.cachedStatement(sql: DeliveryRow.insertion)
        notices = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO notice (key, message) VALUES (?, ?)"
        )
    }

    /// - Returns: The number that SQLite has given the message.
    func add(_ records: MessageRecords) throws -> Int64 {
        try messages.execute(arguments: records.message.arguments)
        let number = db.lastInsertedRowID
        try deliveries.execute(arguments: DeliveryRow(of: number).arguments)
        try note(records.notices, toldBy: number)
        return number
    }

    /// Notes which message tells somebody of an appointment.
    func note(_ hashes: [Data], toldBy message: Int64) throws {
        for hash in hashes { try notices.execute(arguments: [hash, message]) }
    }
}
