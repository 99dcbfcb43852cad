package import MailCore

/// Whether the chosen days look like the other days of the file.
///
/// The wrong week, the wrong file or a half export show in the numbers: an authority that has 250 to
/// 280 appointments on each working day does not have 30 on one of the chosen ones.
package enum DayPlausibility {
    /// Says what is odd about the chosen days.
    ///
    /// A chosen day is odd without any row, or with less than a third or more than three times the
    /// median of the file's other days. Only days with at least 20 rows are compared with, at least
    /// 4 of them. A quiet Saturday or Sunday is not odd, nor an empty one where the file has no other
    /// rows on that weekday.
    ///
    /// - Parameters:
    ///   - counts: The rows on each day, of the whole file.
    ///   - chosen: First and last chosen day.
    /// - Returns: Nil where nothing is odd.
    package static func warning(
        counts: [LocalDay: Int],
        chosen: ClosedRange<LocalDay>
    ) -> PlanWarning? {
        guard counts.contains(where: { chosen.contains($0.key) && $0.value > 0 }) else {
            return .noChosenDay(first: "\(chosen.lowerBound)", last: "\(chosen.upperBound)")
        }
        let days = Self.days(chosen)
        let empty = emptyDays(days, counts)
        let median = median(of: counts, without: chosen)
        let odd = median.map { median in
            days.filter { isOdd($0, counts[$0, default: 0], beside: median) }
        }
        guard !(empty.isEmpty && (odd ?? []).isEmpty) else { return nil }
        return .oddDays(
            chosen: days.count,
            empty: list(empty, counts),
            odd: odd.flatMap { list($0, counts) },
            median: (odd ?? []).isEmpty ? nil : median
        )
    }

    private static func emptyDays(_ days: [LocalDay], _ counts: [LocalDay: Int]) -> [LocalDay] {
        let used = Set(counts.filter { $0.value > 0 }.keys.map(\.weekday))
        return days.filter {
            counts[$0, default: 0] == 0 && (!$0.isWeekend || used.contains($0.weekday))
        }
    }

    /// Nil without any.
    private static func list(
        _ days: [LocalDay],
        _ counts: [LocalDay: Int]
    ) -> PlanWarning.DayList? {
        days.isEmpty ? nil : PlanWarning.DayList(days) { counts[$0, default: 0] }
    }

    static func days(_ range: ClosedRange<LocalDay>) -> [LocalDay] {
        (range.lowerBound.daysSinceEpoch...range.upperBound.daysSinceEpoch)
            .map { LocalDay(daysSinceEpoch: $0) }
    }

    private static func isOdd(_ day: LocalDay, _ count: Int, beside median: Int) -> Bool {
        count > 0 && (count > 3 * median || (!day.isWeekend && 3 * count < median))
    }

    /// The median of the other days; nil if too few of them say anything.
    private static func median(
        of counts: [LocalDay: Int],
        without chosen: ClosedRange<LocalDay>
    ) -> Int? {
        let others = counts.filter { !chosen.contains($0.key) && $0.value >= 20 }.values.sorted()
        return others.count < 4 ? nil : others[others.count / 2]
    }
}

extension LocalDay {
    fileprivate var isWeekend: Bool { weekday >= 5 }
}
