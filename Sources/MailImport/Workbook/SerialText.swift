import MailCore

/// A serial number of a spreadsheet, written as the date or time that the spreadsheet shows:
/// `2021-03-16`, `09:15:00` or `2021-03-16 09:15:00`.
enum SerialText {
    /// The text of a serial in a cell that is formatted as a date or a time.
    ///
    /// What the serial holds is never left out: a day unless it is 0, a time unless it is midnight
    /// and the format shows none. 60 is 29 February 1900, which never was, as in every spreadsheet
    /// that counts from 1900; hours gone by may be more than 24. Both are left to be refused.
    ///
    /// - Parameters:
    ///   - serial: Days since the beginning of the workbook's calendar.
    ///   - format: Of a date or a time.
    ///   - serials: The workbook's calendar.
    /// - Returns: The text; nil if spreadsheets show no date for such a number.
    static func text(
        of serial: Double,
        as format: NumberFormat,
        _ serials: SerialDays
    ) -> String? {
        guard serial >= 0, serial < Double(serials.last + 1) else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        // A time just before midnight is not rounded up to midnight of day 1, but to 24:00:00.
        guard serial >= 1, !format.isElapsed else { return clock(seconds) }
        let (number, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
        guard let day = day(number, serials) else { return nil }
        return second == 0 && !format.hasTime ? day : "\(day) \(clock(second))"
    }

    private static func clock(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
    }

    private static func day(_ number: Int, _ serials: SerialDays) -> String? {
        serials.isLeapDayThatNeverWas(number) ? "1900-02-29" : serials.day(number)?.description
    }
}
