/// The one message of a person to whom somebody decided to write: a new one, or the one that was
/// planned for the same person, with one appointment more.
package enum DecidedMessage {
    /// Who gets the message, and what it tells.
    ///
    /// - Parameters:
    ///   - row: The decided row, of class `send`.
    ///   - planned: Who already gets a message at this address; the first that is the same person
    ///     is joined.
    /// - Returns: The recipient, and the place of the joined one in `planned`; nil for a new one.
    /// - Throws: What keeps the row from getting a message.
    package static func recipient(
        of row: ClassifiedRow,
        among planned: [Recipient]
    ) throws(DecisionError) -> (recipient: Recipient, joins: Int?) {
        let row = row.withoutLeftovers
        guard row.rowClass == .send, let contact = row.contact, let address = contact.address,
            row.start != nil
        else { throw .leftover(row.row) }
        let appointments = row.appointments
        let key = PersonKey(contact, address: address)
        let place = planned.firstIndex { PersonKey($0) == key }
        guard let place else {
            let recipient = Recipient(
                address: address,
                name: contact.name,
                appointments: appointments
            )
            return (recipient, nil)
        }
        let known = planned[place].appointments
        if let same = known.first(where: { appointments.contains(where: $0.isSame) }) {
            throw .alreadyTold(row.row, by: same.row)
        }
        // As at planning: spelled like the first row, and the address as it was planned.
        let isFirst = known.allSatisfy { row.row < $0.row }
        let recipient = Recipient(
            address: planned[place].address,
            name: isFirst ? contact.name : planned[place].name,
            appointments: known + appointments
        )
        return (recipient, place)
    }

    /// Whether somebody's address may be written to by a person's word.
    ///
    /// - Parameters:
    ///   - contact: Of the decided row, with the address.
    ///   - row: The decided row.
    ///   - others: Everybody else of the campaign with the same address, by their rows.
    ///   - own: The office's addresses.
    /// - Throws: Why not.
    package static func check(
        _ contact: Contact,
        row: Int,
        others: [(row: Int, contact: Contact)],
        own: Set<EmailAddress>
    ) throws(DecisionError) {
        guard let address = contact.address else { throw .nothingKept(row, .needsDecision) }
        let key = address.comparisonKey
        if own.contains(where: { $0.comparisonKey == key }) { throw .ownAddress(row) }
        var shared = SharedAddresses()
        shared.add(contact, row: row)
        for other in others { shared.add(other.contact, row: other.row) }
        if shared.isCollective(address) { throw .collective(row) }
    }
}

extension PlannedMessage {
    package init(_ message: OutgoingMessage, to recipient: Recipient) {
        self.init(id: message.id, recipient: recipient, digest: message.digest)
    }
}

extension PersonKey {
    fileprivate init(_ recipient: Recipient) {
        let contact = Contact(
            name: recipient.name,
            address: recipient.address,
            phone: nil,
            site: nil,
            reference: recipient.appointments[0].reference
        )
        self.init(contact, address: recipient.address)
    }
}

extension Appointment {
    fileprivate func isSame(_ other: Appointment) -> Bool {
        start.epochSeconds == other.start.epochSeconds && reference == other.reference
    }
}
