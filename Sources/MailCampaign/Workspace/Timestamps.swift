package import Foundation

extension Date {
    /// ISO 8601 with offset, in the authority's time zone.
    package func iso8601(in zone: TimeZone) -> String {
        var style = Date.ISO8601FormatStyle(timeZone: zone)
        style = style.year().month().day().time(includingFractionalSeconds: false)
            .timeZone(separator: .colon)
        return style.format(self)
    }

    /// `18:52`, in the authority's time zone.
    package func clock(in zone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.hour, .minute], from: self)
        return String(format: "%02d:%02d", parts.hour ?? 0, parts.minute ?? 0)
    }

    /// `2026-12-02`, in the authority's time zone.
    func day(in zone: TimeZone) -> String { String(iso8601(in: zone).prefix(10)) }

    /// `18:52`, or with its day before it where that is not today.
    package func clock(in zone: TimeZone, asOf now: Date) -> String {
        let clock = clock(in: zone)
        return day(in: zone) == now.day(in: zone) ? clock : "\(day(in: zone)) \(clock)"
    }
}

extension Int {
    /// Seconds as people say them: `40 s`, `24 min`, `5 h 10 min`.
    package var spokenSeconds: String {
        if self < 90 { return "\(self) s" }
        let minutes = (self + 30) / 60
        if minutes < 90 { return "\(minutes) min" }
        return "\(minutes / 60) h \(minutes % 60) min"
    }
}
