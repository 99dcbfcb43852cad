import MailCore
import struct Foundation.Date
import struct Foundation.TimeZone

/// The wall clock of the authority's zone.
///
/// Remembers each day's offset, because asking Foundation
/// for every row is slow.
struct ZoneClock {
    private let zone: TimeZone
    /// Per day since 1970; nil where the offset changes on that day or next to it.
    private var steady: [Int: Int?] = [:]

    private static let day = 86_400

    init(zone: TimeZone) {
        self.zone = zone
    }

    /// The one instant that reads `local` on the wall.
    ///
    /// - Throws: `StartFlaw` where the clocks change and there is none, or two.
    mutating func time(at local: LocalTime) throws(StartFlaw) -> AppointmentTime {
        if let offset = steadyOffset(on: local.day.daysSinceEpoch) {
            return AppointmentTime(local: local, offset: offset)
        }
        let wall = AppointmentTime(local: local, offset: 0).epochSeconds
        let around = Set([offset(at: wall - Self.day), offset(at: wall + Self.day)])
        let fitting = around.filter { offset(at: wall - $0) == $0 }
        guard let offset = fitting.first else { throw .skippedHour }
        guard fitting.count == 1 else { throw .repeatedHour }
        return AppointmentTime(local: local, offset: offset)
    }

    /// How an instant reads on the wall.
    mutating func time(atEpoch seconds: Int) -> AppointmentTime {
        let utcDay = Self.floor(seconds, by: Self.day)
        let offset = steadyOffset(on: utcDay) ?? offset(at: seconds)
        let wall = seconds + offset
        let days = Self.floor(wall, by: Self.day)
        let minutes = (wall - days * Self.day) / 60
        let local = LocalTime(
            day: LocalDay(daysSinceEpoch: days),
            hour: minutes / 60,
            minute: minutes % 60
        )
        return AppointmentTime(local: local, offset: offset)
    }

    private mutating func steadyOffset(on day: Int) -> Int? {
        if let known = steady[day] { return known }
        // No zone is further than 14 hours from UTC, so these two instants enclose the day.
        let before = offset(at: (day - 1) * Self.day)
        let after = offset(at: (day + 2) * Self.day)
        let result = before == after ? before : nil
        steady[day] = .some(result)
        return result
    }

    private func offset(at epoch: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(epoch)))
    }

    private static func floor(_ number: Int, by divisor: Int) -> Int {
        number >= 0 ? number / divisor : (number + 1) / divisor - 1
    }
}
