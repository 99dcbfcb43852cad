import MailCore
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
    /// - Returns: Warnings in plain words.
    package static func warnings(
        changedAt: Int,
        readAt: Date,
        stated: StatedTime?,
        asOf: Date,
        zone: TimeZone
    ) -> [String] {
        let written = age(of: changedAt, at: readAt).map { age in
            "The file was \(age) old when it was read: bookings made since then are missing. "
                + "Export it again just before planning."
        }
        let told = stated.flatMap { stated in
            end(of: stated, in: zone).flatMap { age(of: $0, at: asOf) }.map { age in
                "The title of the file says that it shows the state of \(stated), and so it is "
                    + "\(age) old: bookings made since then are missing. Export it again just "
                    + "before planning."
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

    /// In words; nil if it is fresh.
    private static func age(of instant: Int, at now: Date) -> String? {
        let age = Int(now.timeIntervalSince1970.rounded(.down)) - instant
        guard age > limit else { return nil }
        if age < 2 * 3_600 { return "\(age / 60) minutes" }
        return age < 2 * 86_400 ? "\(age / 3_600) hours" : "\(age / 86_400) days"
    }
}
