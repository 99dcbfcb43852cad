package import Foundation
package import MailCore

/// Days and times as people type them.
package enum WrittenMoment {
    /// `2021-03-16` or `16.03.2021`; nil for anything else.
    package static func day(_ text: String) -> LocalDay? {
        if let day = LocalDay(iso8601: text) { return day }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
            year > 999
        else { return nil }
        return LocalDay(year: year, month: month, day: day)
    }

    /// A day and a time as `2021-03-16 09:10`, from what is also written `16.03.2021T09:10`; nil for
    /// anything else.
    package static func clockTime(_ text: String) -> String? {
        let parts = parts(of: text)
        guard parts.count == 2, let day = day(parts[0]), clock(parts[1]) != nil else { return nil }
        return "\(day) \(parts[1])"
    }

    /// `2021-03-15T18:00`, `2021-03-15 18:00`, or a day alone for its beginning; nil for anything
    /// else, and for a time that the clocks of the zone never show.
    package static func moment(_ text: String, in zone: TimeZone) -> Date? {
        let parts = parts(of: text)
        guard (1...2).contains(parts.count), let day = day(parts[0]),
            let clock = parts.count > 1 ? clock(parts[1]) : (0, 0)
        else { return nil }
        return moment(day, clock, in: zone)
    }

    /// - Parameters:
    ///   - text: What was typed.
    ///   - option: What it was typed for.
    /// - Returns: The day.
    /// - Throws: `UnclearRequest` if it is no day.
    package static func day(_ text: String, option: String) throws(UnclearRequest) -> LocalDay {
        guard let day = day(text) else { throw .notADay(option: option, text) }
        return day
    }

    /// A day with a time behind it, as `2021-03-16 09:10`.
    package static func clockTime(
        _ text: String,
        option: String
    ) throws(UnclearRequest) -> String {
        guard let time = clockTime(text) else {
            throw .notAClockTime(option: option, text)
        }
        return time
    }

    /// The moment in a zone; whether it is one at all depends on no zone.
    package static func moment(
        _ text: String,
        in zone: TimeZone,
        option: String
    ) throws(UnclearRequest) -> Date {
        guard let moment = moment(text, in: zone) else { throw .notATime(option: option, text) }
        return moment
    }

    /// `21:00` for the next time that the clocks show it, or a day and a time.
    package static func hour(
        _ text: String,
        behind now: Date,
        in zone: TimeZone,
        option: String
    ) throws(UnclearRequest) -> Date {
        guard let clock = clock(text) else {
            guard clockTime(text) != nil else { throw .notAnHour(option: option, text) }
            return try moment(text, in: zone, option: option)
        }
        let today = LocalDay(of: now, in: zone)
        let tomorrow = LocalDay(of: now.addingTimeInterval(86_400), in: zone)
        let next = [today, tomorrow].compactMap { moment($0, clock, in: zone) }.first { $0 > now }
        guard let next else { throw .notAnHour(option: option, text) }
        return next
    }

    /// Whether it is an hour, where the zone is not known yet.
    package static func checkHour(_ text: String?, option: String) throws(UnclearRequest) {
        guard let text, clock(text) == nil, clockTime(text) == nil else { return }
        throw .notAnHour(option: option, text)
    }

    /// Whether it is a moment, where the zone is not known yet.
    package static func check(_ text: String?, option: String) throws(UnclearRequest) {
        if let text { _ = try moment(text, in: .gmt, option: option) }
    }

    private static func parts(of text: String) -> [String] {
        text.split(whereSeparator: { $0 == "T" || $0 == " " }).map(String.init)
    }

    /// `18:00` or `18:00:30`, of which hour and minute count; nil for anything else.
    package static func clock(_ text: String) -> (hour: Int, minute: Int)? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
            (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        return (hour, minute)
    }

    /// When the clocks of a zone show this; nil if they never do.
    package static func moment(
        _ day: LocalDay,
        _ clock: (hour: Int, minute: Int),
        in zone: TimeZone
    ) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.date(
            from: DateComponents(
                year: day.year,
                month: day.month,
                day: day.day,
                hour: clock.hour,
                minute: clock.minute
            )
        )
    }
}
