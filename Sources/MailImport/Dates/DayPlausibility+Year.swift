package import MailCore

extension DayPlausibility {
    /// Says that rows lie exactly one year beside a chosen day, where that looks like a slip.
    ///
    /// A hand that writes last year's number, or next year's, moves a person out of the chosen days
    /// without a trace, and that person stands before a closed door. An export of years is full of
    /// such days, though, and no slip. So the rows must be few, beside those of the chosen days, and
    /// alone: within a month on either side the file has no more than these few.
    ///
    /// - Parameters:
    ///   - counts: The rows on each day, of the whole file.
    ///   - chosen: First and last chosen day.
    /// - Returns: At most one for each of the two years.
    package static func yearWarnings(
        counts: [LocalDay: Int],
        chosen: ClosedRange<LocalDay>
    ) -> [PlanWarning] {
        let meant = counts.filter { chosen.contains($0.key) }.values.reduce(0, +)
        return [-1, 1].compactMap { offset in
            let days = days(chosen)
                .compactMap { LocalDay(year: $0.year + offset, month: $0.month, day: $0.day) }
                .filter { counts[$0, default: 0] > 0 && !chosen.contains($0) }
            guard let first = days.first, let last = days.last else { return nil }
            let month = first.daysSinceEpoch - 31...last.daysSinceEpoch + 31
            let around = counts.filter { month.contains($0.key.daysSinceEpoch) }.values.reduce(0, +)
            guard around <= 5, around * 5 <= meant else { return nil }
            return .yearSlip(
                rows: days.reduce(0) { $0 + counts[$1, default: 0] },
                isBefore: offset < 0,
                days: PlanWarning.DayList(days) { counts[$0, default: 0] }
            )
        }
    }
}
