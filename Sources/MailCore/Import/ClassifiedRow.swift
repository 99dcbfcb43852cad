/// One data row of the schedule with its one class.
package struct ClassifiedRow: Sendable {
    /// The row as a spreadsheet numbers it: the header counts, a line break inside quotes does not.
    package let row: Int
    /// The line in a text editor on which the row begins, from 1.
    package let line: Int
    package let rowClass: RowClass
    /// Why, in plain words for the operator.
    ///
    /// Never personal data.
    package let reasons: [String]
    /// When the appointment begins; nil if that could not be read.
    package let start: AppointmentTime?
    /// Who is meant; nil for classes whose data is not kept (`RowClass.isKept`).
    package let contact: Contact?

    package init(
        row: Int,
        line: Int,
        rowClass: RowClass,
        reasons: [String],
        start: AppointmentTime?,
        contact: Contact?
    ) {
        self.row = row
        self.line = line
        self.rowClass = rowClass
        self.reasons = reasons
        self.start = start
        self.contact = contact
    }
}

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

extension Contact: CustomStringConvertible, CustomReflectable {
    /// Hidden, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[contact]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
