/// The one person behind a message, with every appointment the message cancels.
///
/// Personal data.
package struct Recipient: Hashable, Sendable {
    package let address: EmailAddress
    package let name: PersonName
    /// At least one; the earliest first.
    package let appointments: [Appointment]

    package init(address: EmailAddress, name: PersonName, appointments: [Appointment]) {
        precondition(!appointments.isEmpty, "a message without an appointment says nothing")
        self.address = address
        self.name = name
        self.appointments = appointments.sorted { ($0.start, $0.row) < ($1.start, $1.row) }
    }
}

/// One appointment to cancel, as its row tells it.
///
/// Its reference is personal data.
package struct Appointment: Hashable, Sendable {
    /// The row of the schedule, as a spreadsheet numbers it.
    package let row: Int
    package let start: AppointmentTime
    package let site: String?
    package let reference: String?

    package init(row: Int, start: AppointmentTime, site: String?, reference: String?) {
        self.row = row
        self.start = start
        self.site = site
        self.reference = reference
    }
}

extension Recipient: CustomStringConvertible, CustomReflectable {
    /// Hidden, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[recipient]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Appointment: CustomStringConvertible, CustomReflectable {
    /// Hidden, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[appointment of row \(row)]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
