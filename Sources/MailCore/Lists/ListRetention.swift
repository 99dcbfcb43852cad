package import struct Foundation.Date
package import struct Foundation.TimeZone

/// How long lists of people may be kept: seven days from the end of their campaign.
package enum ListRetention {
    private static let days = 7

    /// The day by which a list, and every copy of it, must be destroyed.
    ///
    /// - Parameters:
    ///   - finishedAt: When the campaign ended; nil if it has not, and then the list is as good as
    ///     of today.
    ///   - now: When the list is written.
    ///   - zone: The authority's.
    /// - Returns: Today if the time is over already.
    package static func lastDay(
        finishedAt: Date?,
        now: Date,
        in zone: TimeZone
    ) -> LocalDay {
        let end = LocalDay(of: finishedAt ?? now, in: zone)
        let last = LocalDay(daysSinceEpoch: end.daysSinceEpoch + days)
        return max(last, LocalDay(of: now, in: zone))
    }
}
