package import MailCore
package import struct Foundation.Date
package import struct Foundation.TimeZone

/// How fresh an export is: whoever booked since then is not in it.
package enum FileAge {
    /// An export may be so many seconds old.
    static let limit = 60 * 60

    /// Says that a file is old.
    ///
    /// The disk knows when the file was last written, by the real clock. But a copy looks new, so
    /// the title's own word counts, too; it is compared with the moment by which the campaign
    /// judges, because a rehearsal with `--as-of` reads an old file on purpose.
    ///
    /// - Parameters:
    ///   - changedAt: When the file was last written, in seconds since 1970.
    ///   - readAt: The real time of reading.
    ///   - stated: What the file's title says.
    ///   - asOf: The moment by which the campaign judges.
    ///   - zone: The authority's time zone.
    /// - Returns: What to know of it.
    package static func warnings(
        changedAt: Int,
        readAt: Date,
        stated: StatedTime?,
        asOf: Date,
        zone: TimeZone
    ) -> [PlanWarning] {
        let written = age(of: changedAt, at: readAt).map { PlanWarning.oldFile(age: $0) }
        let told = stated.flatMap { stated in
            end(of: stated, in: zone).flatMap { age(of: $0, at: asOf) }.map { age in
                PlanWarning.oldTitle(day: "\(stated.day)", time: stated.clock, age: age)
            }
        }
        return [written, told].compactMap(\.self)
    }

    /// The last instant that the title can mean; nil where the clocks change.
    private static func end(of stated: StatedTime, in zone: TimeZone) -> Int? {
        var clock = ZoneClock(zone: zone)
        let local = stated.time ?? LocalTime(day: stated.day, hour: 23, minute: 59)
        return try? clock.time(at: local).epochSeconds
    }

    /// Nil if it is fresh.
    private static func age(of instant: Int, at now: Date) -> PlanWarning.Age? {
        let age = Int(now.timeIntervalSince1970.rounded(.down)) - instant
        guard age > limit else { return nil }
        if age < 2 * 3_600 { return .minutes(count: age / 60) }
        return age < 2 * 86_400 ? .hours(count: age / 3_600) : .days(count: age / 86_400)
    }
}
