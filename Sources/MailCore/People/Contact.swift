/// What is kept of the person behind a row.
///
/// Personal data.
package struct Contact: Hashable, Sendable {
    package let name: PersonName
    /// The mailbox; not nil for every row of class `send`.
    package let address: EmailAddress?
    /// As written, and such that it can be dialled.
    package let phone: String?
    /// What a spreadsheet has made of a number, such as `4,92215E+11`; nil unless it is all there is.
    ///
    /// Nobody can be called by it, but whoever works with a list must know that there was one.
    package let roundedPhone: String?
    /// Where the appointment would have been.
    package let site: String?
    /// Booking reference; nil when the schedule has only running numbers.
    package let reference: String?

    /// A telephone number that a spreadsheet has rounded is told apart here.
    package init(
        name: PersonName,
        address: EmailAddress?,
        phone: String?,
        site: String?,
        reference: String?
    ) {
        self.name = name
        self.address = address
        let isRounded = phone.map(Self.isRounded) ?? false
        self.phone = isRounded ? nil : phone
        roundedPhone = isRounded ? phone : nil
        self.site = site
        self.reference = reference
    }
}

extension Contact {
    /// Whether a spreadsheet has rounded a number away: `4,92215E+11`.
    package static func isRounded(_ phone: String) -> Bool {
        let isPlain = phone.utf8.allSatisfy { "0123456789.,Ee+-".utf8.contains($0) }
        return isPlain && phone.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
    }

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
