package import struct Foundation.Date
package import struct Foundation.TimeZone

/// How long each kind of data is kept, in whole days of the authority.
///
/// docs/erasure.md has the classes of data and their reasons.
package struct Retention: Hashable, Sendable {
    /// From a campaign's last appointment on: its people.
    package let people: Int
    /// From a campaign's last appointment on: that they were told, by keyed hashes; at least as long as its
    /// people.
    package let notified: Int
    /// From a campaign's end on: what was written about people for somebody's use.
    package let lists: Int

    /// Fourteen days leave time for a correction, three months for the question whether somebody was told,
    /// and seven days for calling people.
    package init(people: Int = 14, notified: Int = 90, lists: Int = 7) {
        self.people = people
        self.notified = max(notified, people)
        self.lists = lists
    }

    /// The first day on which people are due, or what is known of who was told.
    ///
    /// - Parameters:
    ///   - days: After the last appointment.
    ///   - lastDay: The day of that appointment.
    /// - Returns: The day after the last one on which it may be kept.
    package static func due(_ days: Int, after lastDay: LocalDay) -> LocalDay {
        LocalDay(daysSinceEpoch: lastDay.daysSinceEpoch + days + 1)
    }

    /// The day by which a list, and every copy of it, must be destroyed.
    ///
    /// - Parameters:
    ///   - finishedAt: When the campaign ended; nil if it has not, and then what is written is as good as
    ///     of today.
    ///   - now: When it is written.
    ///   - zone: The authority's.
    /// - Returns: Today if the time is over already.
    package func lastDayOfLists(
        finishedAt: Date?,
        now: Date,
        in zone: TimeZone
    ) -> LocalDay {
        let end = LocalDay(of: finishedAt ?? now, in: zone)
        let last = LocalDay(daysSinceEpoch: end.daysSinceEpoch + lists)
        return max(last, LocalDay(of: now, in: zone))
    }
}
