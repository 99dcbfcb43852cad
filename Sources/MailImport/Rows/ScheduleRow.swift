import MailCore

/// The cells of one row that matter, read but not yet judged.
///
/// Personal data.
struct ScheduleRow {
    let row: Int
    let line: Int
    /// One or two: some systems put both doses into one row.
    let starts: [RowStart]
    let address: AddressCell
    let contact: Contact
    /// The name in the form in which names are compared; nil without one.
    let person: String?
    /// The header of a filled column for a further person; nil without one.
    let guestColumn: String?
    /// As written; for the choice of rows only.
    let services: [String]
    let status: StatusCell
    /// Whether no column says which service it is.
    var hasNoService: Bool { services.allSatisfy { $0.trimmed.isEmpty } }
    /// The header of the status cell that decided.
    let statusColumn: String?
    /// Whether the form behind the row was sent, where the layout tells.
    let isComplete: Bool
    /// Whether a name or site was encoded twice.
    let isEncodedTwice: Bool
    /// Whether a name, site or reference is still escaped for another purpose.
    let isEscaped: Bool
}

/// When one appointment of a row begins, and the column to look at if that is unclear.
struct RowStart {
    let reading: StartReading
    let column: Int?
}

extension AddressCell {
    var address: EmailAddress? {
        if case .address(let address) = self { address } else { nil }
    }
}
