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
    ///   - is1904: Whether that calendar begins in 1904 instead of 1900.
    /// - Returns: The text; nil if spreadsheets show no date for such a number.
    static func text(of serial: Double, as format: NumberFormat, is1904: Bool) -> String? {
        // Up to 31 December 9999.
        guard serial >= 0, serial < (is1904 ? 2_957_004 : 2_958_466) else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        // A time just before midnight is not rounded up to midnight of day 1, but to 24:00:00.
        guard serial >= 1, !format.isElapsed else { return clock(seconds) }
        let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let date = date(day, is1904: is1904)
        return second == 0 && !format.hasTime ? date : "\(date) \(clock(second))"
    }

    private static func clock(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
    }

    private static func date(_ serial: Int, is1904: Bool) -> String {
        guard is1904 || serial != leapDayThatNeverWas else { return "1900-02-29" }
        // Days from 1 January 1904, from 30 December 1899, or, before the leap day that never was,
        // from 31 December 1899 to 1 January 1970.
        let epoch = is1904 ? 24_107 : serial > leapDayThatNeverWas ? 25_569 : 25_568
        return LocalDay(daysSinceEpoch: serial - epoch).description
    }

    private static let leapDayThatNeverWas = 60
}
