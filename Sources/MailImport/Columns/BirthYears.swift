import MailCore

/// The years in which the living were born, as far as no appointment of a schedule lies in them.
///
/// An export of everything reaches back some years, so a child of that age is not told from an
/// appointment.
package struct BirthYears: Hashable, Sendable {
    private let years: ClosedRange<Int>

    /// Nobody who is alive was born before.
    private static let first = 1900
    /// So many whole years an export may reach back.
    private static let reach = 5

    /// - Parameter year: The current one, as the campaign sees it.
    package init(asOf year: Int) {
        years = Self.first...max(Self.first, year - Self.reach - 1)
    }

    /// For names of sheets, which are looked at before anybody says what year it is.
    static let whenever = BirthYears(asOf: 2021)

    func contains(_ year: Int) -> Bool { years.contains(year) }

    /// Whether a number is a day in one of these years, as a spreadsheet counts days.
    func contains(serial: Int, _ serials: SerialDays) -> Bool {
        // Smaller numbers count something else.
        guard serial >= 366, let day = serials.day(serial) else { return false }
        return contains(day.year)
    }
}
