/// One appointment of somebody who still has to be reached another way.
///
/// Personal data.
package struct UnreachedPerson: Sendable {
    /// The row of the schedule, as a spreadsheet numbers it.
    package let row: Int
    /// When the appointment begins; nil if that could not be read.
    package let start: AppointmentTime?
    /// A second appointment in the same row, after the first.
    package let second: AppointmentTime?
    package let contact: Contact
    package let cause: UnreachedCause

    package init(
        row: Int,
        start: AppointmentTime?,
        second: AppointmentTime? = nil,
        contact: Contact,
        cause: UnreachedCause
    ) {
        self.row = row
        self.start = start
        self.second = second
        self.contact = contact
        self.cause = cause
    }

    /// Whether somebody must be reached before the other; whose time nobody knows comes first,
    /// since it may be the earliest of all.
    static func isEarlier(_ left: Self, _ right: Self) -> Bool {
        func key(_ person: Self) -> (Int, String, Int) {
            (person.start?.epochSeconds ?? .min, person.contact.site ?? "", person.row)
        }
        return key(left) < key(right)
    }
}

extension UnreachedPerson: CustomStringConvertible, CustomReflectable {
    /// Hidden, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[person of row \(row)]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
