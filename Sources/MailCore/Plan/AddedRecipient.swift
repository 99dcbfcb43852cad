/// A message to one address, because a person said so.
///
/// Personal data.
package struct AddedRecipient: Sendable {
    /// As the person gave it.
    package let address: EmailAddress
    /// When the appointment begins, if the schedule does not say; nil otherwise.
    package let start: AppointmentTime?
    /// The name of the message, should it be a new one.
    package let id: MessageID
    /// A row of somebody else whose address it is, if the person said that both share it.
    package let sharedWith: Int?
    /// Whether it is the row's own address, as the schedule has it, and the person has said that the
    /// row's cells may be told as they stand.
    package let isFine: Bool

    package init(
        address: EmailAddress,
        start: AppointmentTime?,
        id: MessageID,
        sharedWith: Int? = nil
    ) {
        self.address = address
        self.start = start
        self.id = id
        self.sharedWith = sharedWith
        isFine = false
    }

    /// The message that was planned for a row before the guard asked about its cells.
    package init(asPlanned address: EmailAddress, id: MessageID) {
        self.address = address
        start = nil
        self.id = id
        sharedWith = nil
        isFine = true
    }

    /// The person of a row, at this address; nil if nothing was kept of them.
    package func contact(of row: UndecidedRow) -> Contact? {
        row.contact.map { kept in
            Contact(
                name: kept.name,
                address: address,
                phone: kept.phone ?? kept.roundedPhone,
                site: kept.site,
                reference: kept.reference
            )
        }
    }

    /// The appointments that the message would tell.
    package func starts(of row: UndecidedRow) -> [AppointmentTime] {
        [row.start ?? start, row.second].compactMap(\.self)
    }
}
