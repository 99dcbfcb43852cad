/// How a spreadsheet numbers days.
package enum SerialDays: Hashable, Sendable {
    /// From 1900-01-01 as 1, with a 29 February 1900 that never was (60).
    case since1900
    /// From 1904-01-01 as 0: workbooks of old Macs, 1462 days behind the other.
    case since1904

    /// The day with a number; nil for a number that is no day.
    package func day(_ serial: Int) -> LocalDay? {
        // 2,958,465 is 9999-12-31, the last day a spreadsheet knows.
        guard (0...2_958_465).contains(serial) else { return nil }
        switch self {
        case .since1900:
            guard serial > 0, serial != 60 else { return nil }
            // Behind the day that never was, all numbers are one too high.
            return LocalDay(daysSinceEpoch: serial - (serial > 60 ? 25_569 : 25_568))
        case .since1904:
            guard serial <= 2_958_465 - 1_462 else { return nil }
            return LocalDay(daysSinceEpoch: serial - 24_107)
        }
    }
}
