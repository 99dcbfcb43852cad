import MailCore

/// Whether the day or the month comes first: `--date-order dmy` or `--date-order mdy`.
package enum DateOrder: String, CaseIterable, Sendable {
    case dmy, mdy
}

/// Two numbers and a year, joined by slashes or dashes: `16/03/2021`, `3/16/2021`, `16-03-21`.
struct OrderedDay: Hashable {
    let first: Int
    let second: Int
    let year: Int
    let hasShortYear: Bool
    let separator: String

    /// Nil if there is no such day in that order.
    func day(_ order: DateOrder) -> LocalDay? {
        switch order {
        case .dmy: LocalDay(year: year, month: second, day: first)
        case .mdy: LocalDay(year: year, month: first, day: second)
        }
    }

    /// Every day it may mean: the day first, the month first, the year first.
    func readings(now years: ClosedRange<Int>) -> [LocalDay] {
        var seen: Set<LocalDay> = []
        return [day(.dmy), day(.mdy), yearFirst(now: years)].compactMap(\.self)
            .filter { seen.insert($0).inserted }
    }

    /// Whether it is a day in that order alone, and so proves it.
    func proves(_ order: DateOrder, now years: ClosedRange<Int>) -> Bool {
        DateOrder.allCases.allSatisfy { (day($0) != nil) == ($0 == order) }
            && yearFirst(now: years) == nil
    }

    /// The day with the year first, where all three numbers have two digits.
    ///
    /// Hardly anybody writes so, but a first number that is also a year of now proves nothing.
    private func yearFirst(now years: ClosedRange<Int>) -> LocalDay? {
        guard hasShortYear, years.contains(2000 + first) else { return nil }
        return LocalDay(year: 2000 + first, month: second, day: year - 2000)
    }

    /// As the file writes it, with two digits for day and month.
    var text: String {
        let year = hasShortYear ? twoDigits(year % 100) : String(year)
        return [twoDigits(first), twoDigits(second), year].joined(separator: separator)
    }
}
