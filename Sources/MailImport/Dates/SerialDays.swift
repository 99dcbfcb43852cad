package import MailCore

/// How a spreadsheet numbers days.
package enum SerialDays: Hashable, Sendable {
    /// From 1900-01-01 as 1, with a 29 February that never was (60).
    case since1900
    /// From 1904-01-01 as 0: workbooks of old Macs, 1462 days behind the other.
    case since1904

    /// The number of 9999-12-31, the last day a spreadsheet knows.
    var last: Int {
        switch self {
        case .since1900: 2_958_465
        case .since1904: 2_957_003
        }
    }

    /// Whether a number is 29 February 1900.
    func isLeapDayThatNeverWas(_ number: Int) -> Bool { self == .since1900 && number == 60 }

    /// The day with a number; nil for a number that is no day.
    package func day(_ number: Int) -> LocalDay? {
        guard (0...last).contains(number) else { return nil }
        switch self {
        case .since1900:
            guard number > 0, !isLeapDayThatNeverWas(number) else { return nil }
            // Behind the day that never was, all numbers are one too high.
            return LocalDay(daysSinceEpoch: number - (number > 60 ? 25_569 : 25_568))
        case .since1904:
            return LocalDay(daysSinceEpoch: number - 24_107)
        }
    }
}
