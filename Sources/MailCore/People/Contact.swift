/// What is kept of the person behind a row.
///
/// Personal data.
package struct Contact: Hashable, Sendable {
    package let name: PersonName
    /// The mailbox; not nil for every row of class `send`.
    package let address: EmailAddress?
    package let phone: String?
    /// Where the appointment would have been.
    package let site: String?
    /// Booking reference; nil when the schedule has only running numbers.
    package let reference: String?

    package init(
        name: PersonName,
        address: EmailAddress?,
        phone: String?,
        site: String?,
        reference: String?
    ) {
        self.name = name
        self.address = address
        self.phone = phone
        self.site = site
        self.reference = reference
    }
}

extension Contact {
    /// Of whom nothing is kept, or nothing any more.
    package static let unknown = Contact(
        name: PersonName(first: nil, last: nil, full: nil),
        address: nil,
        phone: nil,
        site: nil,
        reference: nil
    )
}

extension Contact: CustomStringConvertible, CustomReflectable {
    /// Hidden, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[contact]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
