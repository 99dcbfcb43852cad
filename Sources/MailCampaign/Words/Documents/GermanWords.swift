import Foundation
import MailCore

/// Numbers and moments as German papers write them.
enum GermanWords {
    /// `Dienstag, 16. März 2021, 8:10 Uhr`.
    static func moment(_ date: Date, in zone: TimeZone) -> String {
        let parts = clock(date, in: zone)
        return
            "\(GermanDate.long(LocalDay(of: date, in: zone))), \(parts.hour):\(two(parts.minute)) Uhr"
    }

    /// `16.03.2021, 8:10 Uhr`.
    static func shortMoment(_ date: Date, in zone: TimeZone) -> String {
        let (day, parts) = (LocalDay(of: date, in: zone), clock(date, in: zone))
        return
            "\(two(day.day)).\(two(day.month)).\(day.year), \(parts.hour):\(two(parts.minute)) Uhr"
    }

    /// `71 Stunden 43 Minuten`.
    static func span(_ seconds: Int) -> String {
        let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60)
        return count(hours, "Stunde", "Stunden") + " " + count(minutes, "Minute", "Minuten")
    }

    /// `1 Person`, `1.494 Personen`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(number == 1 ? one : many)"
    }

    /// `1.494`.
    static func grouped(_ number: Int) -> String {
        var digits = String(abs(number))[...]
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = digits.dropLast(3)
        }
        return (number < 0 ? "−" : "") + ([String(digits)] + groups).joined(separator: ".")
    }

    private static func clock(_ date: Date, in zone: TimeZone) -> (hour: Int, minute: Int) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        return (parts.hour ?? 0, parts.minute ?? 0)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
