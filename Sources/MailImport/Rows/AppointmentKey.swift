import MailCore

/// What makes two rows the same appointment of the same person.
struct AppointmentKey: Hashable {
    private let start: Int
    private let reference: String?
    private let address: String?
    private let name: String?
    private let phone: String?

    /// Nil if the row does not say enough of the person to call another row the same: two people
    /// without any data must not become one.
    init?(_ row: ScheduleRow, _ start: AppointmentTime) {
        let contact = row.contact
        self.start = start.epochSeconds
        reference = contact.reference
        address = contact.address?.comparisonKey
        name = row.person
        phone = reference == nil && address == nil ? contact.phone : nil
        guard reference != nil || address != nil || (name != nil && phone != nil) else {
            return nil
        }
    }
}
