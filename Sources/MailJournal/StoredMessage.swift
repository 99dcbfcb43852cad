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
    /// What stands for it in events and proofs.
    let hashes: MessageHashes
    package let recipient: Recipient
    /// Of its campaign: what becomes of it is sealed like it.
    let seal: CampaignSeal

    /// - Parameters:
    ///   - message: Its columns, and the state of its delivery.
    ///   - contacts: Of its rows, each with its starts; the first row first.
    ///   - seal: Of its campaign.
    /// - Throws: `JournalError` if it cannot be read as it was stored.
    init(_ message: Row, contacts: [Row], _ seal: CampaignSeal) throws {
        let people = try contacts.compactMap { try seal.kept(in: $0)?.contact }
        guard let first = people.first, people.count == contacts.count else {
            throw JournalError("a message of the journal has lost its recipient")
        }
        guard let address = first.address else {
            throw JournalError("a message of the journal is damaged")
        }
        let stored = try MessageRow(message, seal)
        self.seal = seal
        number = message[MessageRow.number]
        id = stored.id
        state = try message.known(DeliveryRow.Columns.state)
        digest = stored.digest
        hashes = stored.hashes
        recipient = Recipient(
            address: address,
            name: first.name,
            appointments: try zip(contacts, people).flatMap(Self.appointments)
        )
    }

    /// Its name in events and proofs.
    package var proofID: String { hashes.proofID }

    /// What stands for its recipient's address there, as it was planned.
    package var recipientHash: String { hashes.recipient }

    /// What must stand there for an address; `unsalted` hashes it if the campaign is of the first
    /// form.
    package func hash(
        of address: EmailAddress,
        unsalted: (EmailAddress) -> String
    ) -> String {
        hashes.salt?.hash(of: address) ?? unsalted(address)
    }

    /// The one or two appointments of a row.
    private static func appointments(of row: Row, _ contact: Contact) throws -> [Appointment] {
        let texts: [String?] = [row[FileRow.Columns.start], row[FileRow.Columns.secondStart]]
        return try texts.enumerated().compactMap { index, text in
            if index > 0, text == nil { return nil }
            guard let start = text.flatMap(AppointmentTime.init(iso8601:)) else {
                throw JournalError("an appointment of the journal is damaged")
            }
            return Appointment(
                row: row[ContactRow.Columns.row],
                start: start,
                site: contact.site,
                reference: contact.reference
            )
        }
    }
}
