import MailCore

/// Classified rows that stand in the test.
enum Rows {
    static func row(
        _ number: Int,
        _ address: String?,
        _ name: PersonName,
        start: String = "2021-03-16T09:10:00+01:00",
        site: String? = "Haus A",
        reference: String? = nil,
        rowClass: RowClass = .send
    ) throws -> ClassifiedRow {
        ClassifiedRow(
            row: number,
            line: number,
            rowClass: rowClass,
            reasons: [],
            start: AppointmentTime(iso8601: start),
            contact: Contact(
                name: name,
                address: try address.map { try EmailAddress(parsing: $0) },
                phone: nil,
                site: site,
                reference: reference
            )
        )
    }

    static let erika = PersonName(first: "Erika", last: "Beispiel")
    static let max = PersonName(first: "Max", last: "Beispiel")
}
