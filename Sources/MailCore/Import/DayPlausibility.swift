/// Whether the chosen days look like the other days of the file (D-13).
///
/// The wrong week, the wrong file or a half export show in the numbers: an office that has 250 to
/// 280 appointments on each working day does not have 30 on one of the chosen ones.
package enum DayPlausibility {
    /// Says what is odd about the chosen days.
    ///
    /// A chosen day is odd without any row, or with less than a third or more than three times the
    /// median of the file's other days. Only days with at least 20 rows are compared with, at least
    /// 4 of them; a quiet Saturday or Sunday is not odd.
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
        let empty = days.filter { counts[$0, default: 0] == 0 }
        var sentences: [String] = []
        if !empty.isEmpty {
            let verb = empty.count == 1 ? "day has" : "days have"
            sentences.append(
                "\(empty.count) of \(days.count) chosen \(verb) no row: \(list(empty))"
            )
        }
        if let median = median(of: counts, without: chosen) {
            let odd = days.filter { isOdd($0, counts[$0, default: 0], beside: median) }
            if !odd.isEmpty {
                let verb = odd.count == 1 ? "day is" : "days are"
                let numbers = list(odd) { "\(name($0)) with \(rows(counts[$0, default: 0]))" }
                sentences.append(
                    "\(odd.count) of \(days.count) chosen \(verb) unlike the other days of the "
                        + "file, which have \(median) rows in the middle: \(numbers)"
                )
            }
        }
        guard !sentences.isEmpty else { return nil }
        return sentences.joined(separator: ". ")
            + ". Check the days, and whether the file is complete."
    }

    private static func days(_ range: ClosedRange<LocalDay>) -> [LocalDay] {
        (range.lowerBound.daysSinceEpoch...range.upperBound.daysSinceEpoch)
            .map { LocalDay(daysSinceEpoch: $0) }
    }

    private static func isOdd(_ day: LocalDay, _ count: Int, beside median: Int) -> Bool {
        let isWeekend = day.weekday >= 5
        return count > 0 && (count > 3 * median || (!isWeekend && 3 * count < median))
    }

    /// The median of the other days; nil if too few of them say anything.
    private static func median(
        of counts: [LocalDay: Int],
        without chosen: ClosedRange<LocalDay>
    ) -> Int? {
        let others = counts.filter { !chosen.contains($0.key) && $0.value >= 20 }.values.sorted()
        return others.count < 4 ? nil : others[others.count / 2]
    }

    private static func list(
        _ days: [LocalDay],
        as text: (LocalDay) -> String = name
    ) -> String {
        let shown = days.prefix(3).map(text).joined(separator: ", ")
        return days.count > 3 ? "\(shown) and \(days.count - 3) more" : shown
    }

    private static func range(_ days: ClosedRange<LocalDay>) -> String {
        guard days.lowerBound < days.upperBound else { return name(days.lowerBound) }
        return "\(name(days.lowerBound)) to \(name(days.upperBound))"
    }

    private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

    /// `Tue 2021-03-16`.
    private static func name(_ day: LocalDay) -> String {
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return "\(weekdays[day.weekday]) \(day)"
    }
}
