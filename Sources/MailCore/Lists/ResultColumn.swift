package import struct Foundation.Date
package import struct Foundation.TimeZone

/// What came of one row of a schedule, for a table beside the original.
package struct RowResult: Sendable {
    package let row: Int
    package let rowClass: RowClass
    package let state: DeliveryState?
    package let acceptedAt: Date?
    /// Why it stands where it stands, in plain words.
    package let reason: String
    package let starts: [AppointmentTime]
    /// Nil in a table without people, and where nothing is kept.
    package let contact: Contact?

    package init(
        row: Int,
        rowClass: RowClass,
        state: DeliveryState?,
        acceptedAt: Date?,
        reason: String,
        starts: [AppointmentTime],
        contact: Contact?
    ) {
        self.row = row
        self.rowClass = rowClass
        self.state = state
        self.acceptedAt = acceptedAt
        self.reason = reason
        self.starts = starts
        self.contact = contact
    }
}

/// What a table of results can tell of a row.
///
/// Named as `rows --format json` names it, since the table is put beside the original by row numbers, often by a
/// formula. No column tells an address, as on the lists.
enum ResultColumn: String, CaseIterable {
    case row, rowClass = "class", state, acceptedAt = "accepted_at", start, second, reason
    case lastName = "last_name", firstName = "first_name", phone, reference

    var isAboutPeople: Bool {
        switch self {
        case .row, .rowClass, .state, .acceptedAt, .start, .second, .reason: false
        case .lastName, .firstName, .phone, .reference: true
        }
    }

    func cell(of result: RowResult, in zone: TimeZone) -> SafeCell {
        let name = result.contact?.name
        return switch self {
        case .row: SafeCell(number: result.row)
        case .rowClass: SafeCell(text: result.rowClass.rawValue)
        case .state: SafeCell(text: result.state?.rawValue)
        case .acceptedAt:
            result.acceptedAt.map { SafeCell(time: LocalTime(of: $0, in: zone)) }
                ?? SafeCell(text: nil)
        case .start: Self.time(result.starts.first)
        case .second: Self.time(result.starts.dropFirst().first)
        case .reason: SafeCell(text: result.reason)
        // A whole name that stands in one column of the schedule is not split by guess.
        case .lastName: SafeCell(text: name?.last ?? name?.full ?? name?.first)
        case .firstName: SafeCell(text: name?.last == nil ? nil : name?.first)
        case .phone:
            SafeCell(text: result.contact.flatMap { $0.phone ?? ListColumn.unusableNumber(of: $0) })
        case .reference: SafeCell(text: result.contact?.reference)
        }
    }

    private static func time(_ start: AppointmentTime?) -> SafeCell {
        start.map { SafeCell(time: $0.local) } ?? SafeCell(text: nil)
    }
}

/// A table of what came of every row, as a German spreadsheet opens it by itself.
package enum ResultTable {
    /// - Parameters:
    ///   - results: In the order of the file.
    ///   - hasPeople: Whether it names them.
    ///   - zone: The authority's.
    /// - Returns: The file: a line of headers, and one for each row.
    package static func file(
        _ results: [RowResult],
        withPeople hasPeople: Bool,
        in zone: TimeZone
    ) -> [UInt8] {
        let columns = ResultColumn.allCases.filter { hasPeople || !$0.isAboutPeople }
        let titles = columns.map { SafeCell(text: $0.rawValue) }
        let lines = results.map { result in columns.map { $0.cell(of: result, in: zone) } }
        return SafeTable(lines: [titles] + lines).octets
    }
}
