/// The message that a person decided on, written and guarded like every other one: a new one, or the
/// one that was planned for the same person, with one appointment more.
package struct DecidedMessage {
    package let message: PlannedMessage
    /// The place of the planned message that it replaces in `DecisionBasis.Address.planned`; nil for a
    /// new one.
    package let joins: Int?
    /// The row as one that gets a message.
    package let row: ClassifiedRow
    package let decided: DecidedRow

    /// Judges, writes and guards.
    ///
    /// - Parameters:
    ///   - added: Address, start and name.
    ///   - basis: All that it is judged by.
    /// - Throws: `DecisionError`: what keeps the row from getting this message.
    package init(to added: AddedRecipient, on basis: DecisionBasis) throws(DecisionError) {
        row = try Self.row(added, basis)
        let number = row.row
        guard let contact = row.contact else { throw .nothingKept(number, row.rowClass) }
        guard !basis.address.isCollective else { throw .collective(number) }
        try Self.check(
            contact,
            row: number,
            others: basis.address.others,
            own: basis.plan.letter.authority.addresses
        )
        if !added.isFine {
            try Self.checkShared(contact, row: number, as: added.sharedWith, basis.address.others)
        }
        let planned = basis.address.planned
        let (recipient, place) = try Self.recipient(of: row, among: planned.map(\.recipient))
        joins = place
        message = try Self.written(
            to: recipient,
            as: place.map { planned[$0].id } ?? added.id,
            row: number,
            // Whoever says that cells are fine adds nothing.
            values: added.isFine ? basis.values : basis.values.adding(contact, row: number),
            basis.plan
        )
        decided = DecidedRow(
            row: number,
            answer: .send,
            before: basis.row.rowClass,
            after: .send,
            hasGivenStart: basis.row.start == nil
        )
    }

    /// The row as one that gets a message, if it may.
    private static func row(
        _ added: AddedRecipient,
        _ basis: DecisionBasis
    ) throws(DecisionError) -> ClassifiedRow {
        let row = basis.row
        guard row.rowClass != .send else { throw .getsMessage(row.row) }
        guard row.rowClass.takesAddress, let contact = added.contact(of: row) else {
            throw .nothingKept(row.row, row.rowClass)
        }
        guard !row.isHalfKnown else { throw .halfKnown(row.row) }
        let start = try start(of: row, added, basis.plan)
        for start in [start, row.second].compactMap(\.self) {
            guard start.instant >= basis.present else { throw .over(row.row) }
            guard !basis.told.contains(start) else { throw .toldBefore(row.row) }
        }
        return ClassifiedRow(
            row: row.row,
            line: row.line,
            rowClass: .send,
            reasons: [],
            start: start,
            second: row.second,
            contact: contact
        )
    }

    private static func start(
        of row: UndecidedRow,
        _ added: AddedRecipient,
        _ plan: DecisionBasis.Plan
    ) throws(DecisionError) -> AppointmentTime {
        if let known = row.start, added.start != nil { throw .startKnown(row.row, known) }
        guard let start = row.start ?? added.start else { throw .startNeeded(row.row) }
        // Days of four digits: their texts stand in the order of the calendar.
        let (day, first, last) = ("\(start.local.day)", plan.firstDay, plan.lastDay)
        if added.start != nil, day < first || day > last {
            throw .startOutside(row.row, first: first, last: last)
        }
        return start
    }

    private static func written(
        to recipient: Recipient,
        as id: MessageID,
        row: Int,
        values: CampaignValues,
        _ plan: DecisionBasis.Plan
    ) throws(DecisionError) -> PlannedMessage {
        let message: OutgoingMessage
        do {
            message = try .render(
                for: recipient,
                on: plan.letter,
                id: id,
                date: plan.date,
                in: plan.timeZone
            )
        } catch {
            throw .notWritable(row, error)
        }
        let messageGuard = MessageGuard(letter: plan.letter, values: values)
        if let finding = messageGuard.findings(in: message, for: recipient).first {
            throw .guarded(row, finding)
        }
        return PlannedMessage(message, to: recipient)
    }

    /// Who gets the message, and what it tells.
    ///
    /// - Parameters:
    ///   - row: The decided row, of class `send`.
    ///   - planned: Who already gets a message at this address; the first that is the same person
    ///     is joined.
    /// - Returns: The recipient, and the place of the joined one in `planned`; nil for a new one.
    /// - Throws: What keeps the row from getting a message.
    static func recipient(
        of row: ClassifiedRow,
        among planned: [Recipient]
    ) throws(DecisionError) -> (recipient: Recipient, joins: Int?) {
        let row = row.withoutLeftovers
        guard row.rowClass == .send, let contact = row.contact, let address = contact.address,
            row.start != nil
        else { throw .leftover(row.row) }
        let appointments = row.appointments
        let key = PersonKey(contact, address: address)
        let meant = planned.indices.filter { PersonKey(planned[$0]).means(key) }
        let place =
            meant.first { PersonKey(planned[$0]) == key } ?? (meant.count == 1 ? meant[0] : nil)
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

    /// Whether somebody's address may be written to because a person said so.
    ///
    /// - Parameters:
    ///   - contact: Of the decided row, with the address.
    ///   - row: The decided row.
    ///   - others: Everybody else of the campaign with the same address, by their rows.
    ///   - own: The authority's addresses.
    /// - Throws: Why not.
    static func check(
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

    /// An address that is somebody else's in this schedule may be a family's, or the wrong one: whoever
    /// gives it must know whose it is.
    private static func checkShared(
        _ contact: Contact,
        row: Int,
        as named: Int?,
        _ others: [(row: Int, contact: Contact)]
    ) throws(DecisionError) {
        guard let address = contact.address else { return }
        let key = PersonKey(contact, address: address)
        let theirs = others.filter { !PersonKey($0.contact, address: address).means(key) }
            .map(\.row)
        if let named {
            guard theirs.contains(named) else { throw .notShared(row, with: named) }
        } else if !theirs.isEmpty {
            throw .shared(row, with: theirs)
        }
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
