import GRDB
package import MailCore

/// A message as the journal keeps it, with its recipient.
package struct StoredMessage: Sendable {
    /// Its number in this journal.
    package let number: Int64
    package let id: MessageID
    package let state: DeliveryState
    /// Of the message as planned, without its date.
    package let digest: Digest
    /// The keyed hash of the address it was planned for.
    package let recipientHash: String
    package let recipient: Recipient

    init(_ message: Row, first: Row, contacts: [Row]) throws {
        let person = Contact(first)
        guard let id = MessageID(parsing: message["id"]),
            let digest = Digest(hex: message["digest"]),
            let state = DeliveryState(rawValue: message["state"]), let address = person.address
        else { throw JournalError("a message of the journal is damaged") }
        number = message["number"]
        self.id = id
        self.state = state
        self.digest = digest
        recipientHash = message["recipient"]
        recipient = Recipient(
            address: address,
            name: person.name,
            appointments: try contacts.flatMap(Self.appointments)
        )
    }

    /// The one or two appointments of a row.
    private static func appointments(of contact: Row) throws -> [Appointment] {
        let texts: [String?] = [contact["start"], contact["second_start"]]
        return try texts.enumerated().compactMap { index, text in
            if index > 0, text == nil { return nil }
            guard let start = text.flatMap(AppointmentTime.init(iso8601:)) else {
                throw JournalError("an appointment of the journal is damaged")
            }
            return Appointment(
                row: contact["row"],
                start: start,
                site: contact["site"],
                reference: contact["reference"]
            )
        }
    }
}

extension Contact {
    init(_ row: Row) {
        self.init(
            name: PersonName(
                first: row["first_name"],
                last: row["last_name"],
                full: row["full_name"]
            ),
            address: (row["address"] as String?).flatMap { try? EmailAddress(parsing: $0) },
            phone: row["phone"],
            site: row["site"],
            reference: row["reference"]
        )
    }
}
