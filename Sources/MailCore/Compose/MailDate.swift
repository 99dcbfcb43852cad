import Foundation

/// `Date` as RFC 5322 section 3.3 writes it: `Tue, 16 Mar 2021 17:42:07 +0100`.
enum MailDate {
    static func text(_ date: Date, in timeZone: TimeZone) -> String {
        let offset = timeZone.secondsFromGMT(for: date)
        let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + offset
        let day = LocalDay(daysSinceEpoch: Int((Double(seconds) / 86_400).rounded(.down)))
        let time = seconds - day.daysSinceEpoch * 86_400
        let sign = offset < 0 ? "-" : "+"
        let zone = abs(offset) / 60
        return
            "\(LocalDay.weekdayNames[day.weekday]), \(day.day) \(months[day.month - 1]) \(day.year) "
            + "\(twoDigits(time / 3_600)):\(twoDigits(time / 60 % 60)):\(twoDigits(time % 60)) "
            + "\(sign)\(twoDigits(zone / 60))\(twoDigits(zone % 60))"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
