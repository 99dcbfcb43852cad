/// Dates and times as a German letter writes them: in full, never relative.
package enum GermanDate {
    private static let weekdays = [
        "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ]
    private static let months = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    ]

    /// `Dienstag, 16. März 2021`.
    package static func long(_ day: LocalDay) -> String {
        "\(weekdays[day.weekday]), \(day.day). \(months[day.month - 1]) \(day.year)"
    }

    /// `Dienstag, 16.03.2021`, for the subject line.
    package static func short(_ day: LocalDay) -> String {
        "\(weekdays[day.weekday]), \(twoDigits(day.day)).\(twoDigits(day.month)).\(day.year)"
    }

    /// `Dienstag`.
    static func weekday(_ day: LocalDay) -> String { weekdays[day.weekday] }

    /// 1 to 12; nil if this is no month's name.
    static func month(_ name: String) -> Int? { months.firstIndex(of: name).map { $0 + 1 } }

    /// `9:10 Uhr`.
    package static func time(_ time: LocalTime) -> String {
        "\(time.hour):\(twoDigits(time.minute)) Uhr"
    }
}
