/// Who counts as one person: one name at one address.
///
/// Where the schedule has no names, one reference at one address, so that two people of one family
/// never share a message. The reference counts only there: a family may share one booking.
///
/// Personal data.
package struct PersonKey: Hashable, Sendable {
    package let address: String
    /// What tells people at one address apart: its kind, `name` or `reference`, and its value.
    package let identity: [String]

    package init(_ contact: Contact, address: EmailAddress) {
        self.address = address.comparisonKey
        identity =
            contact.name.display.map { ["name", $0.lowercased()] }
            ?? ["reference", contact.reference ?? ""]
    }
}
