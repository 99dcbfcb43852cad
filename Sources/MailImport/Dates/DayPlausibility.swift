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
    /// - Returns: A warning in plain words; nil where nothing is odd.
    package static func warning(
        counts: [LocalDay: Int],
        chosen: ClosedRange<LocalDay>
    ) -> String? {
        guard counts.contains(where: { chosen.contains($0.key) && $0.value > 0 }) else {
            return "The file has no row on any of the chosen days (\(range(chosen))). Check the "
                + "days, and whether it is the right file."
        }
        let days = Self.days(chosen)
        let sentences = [emptyDays(days, counts), oddDays(days, counts, chosen)].compactMap(\.self)
        guard !sentences.isEmpty else { return nil }
        return sentences.joined(separator: ". ")
            + ". Check the days, and whether the file is complete."
    }

    private static func emptyDays(_ days: [LocalDay], _ counts: [LocalDay: Int]) -> String? {
        let used = Set(counts.filter { $0.value > 0 }.keys.map(\.weekday))
        let empty = days.filter {
            counts[$0, default: 0] == 0 && (!$0.isWeekend || used.contains($0.weekday))
        }
        guard !empty.isEmpty else { return nil }
        let verb = empty.count == 1 ? "has" : "have"
        return "\(empty.count) of \(days.count) chosen days \(verb) no row: \(list(empty))"
    }

    private static func oddDays(
        _ days: [LocalDay],
        _ counts: [LocalDay: Int],
        _ chosen: ClosedRange<LocalDay>
    ) -> String? {
        guard let median = median(of: counts, without: chosen) else { return nil }
        let odd = days.filter { isOdd($0, counts[$0, default: 0], beside: median) }
        guard !odd.isEmpty else { return nil }
        let verb = odd.count == 1 ? "is" : "are"
        let numbers = list(odd) { "\($0.short) with \(counts[$0, default: 0].with("row"))" }
        return "\(odd.count) of \(days.count) chosen days \(verb) unlike the other days of the "
            + "file, which have \(median) rows in the middle: \(numbers)"
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

    static func list(
        _ days: [LocalDay],
        as text: (LocalDay) -> String = { $0.short }
    ) -> String {
        let shown = days.prefix(3).map(text).joined(separator: ", ")
        return days.count > 3 ? "\(shown) and \(days.count - 3) more" : shown
    }

    private static func range(_ days: ClosedRange<LocalDay>) -> String {
        guard days.lowerBound < days.upperBound else { return days.lowerBound.short }
        return "\(days.lowerBound.short) to \(days.upperBound.short)"
    }
}

extension LocalDay {
    fileprivate var isWeekend: Bool { weekday >= 5 }
}
