package import struct Foundation.Date
package import struct Foundation.TimeZone

/// A wall-clock date and time, without a zone.
///
/// Proleptic Gregorian calendar.
package struct LocalTime: Hashable, Comparable, Sendable {
    package let day: LocalDay
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int

    package init(day: LocalDay, hour: Int, minute: Int) {
        self.day = day
        self.hour = hour
        self.minute = minute
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.day, left.hour, left.minute) < (right.day, right.hour, right.minute)
    }
}

/// When an appointment begins: an instant, and how it reads on the wall of the authority.
package struct AppointmentTime: Hashable, Comparable, Sendable {
    package let local: LocalTime
    /// Seconds east of UTC at that instant.
    package let offset: Int

    package init(local: LocalTime, offset: Int) {
        self.local = local
        self.offset = offset
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    package var epochSeconds: Int {
        local.day.daysSinceEpoch * 86_400 + local.hour * 3_600 + local.minute * 60 - offset
    }

    package var instant: Date { Date(timeIntervalSince1970: Double(epochSeconds)) }

    package static func < (left: Self, right: Self) -> Bool {
        (left.epochSeconds, left.offset) < (right.epochSeconds, right.offset)
    }

    /// ISO 8601 with offset, for example `2021-03-16T09:10:00+01:00`.
    package var iso8601: String {
        let minutes = abs(offset) / 60
        let digits = (local.hour, local.minute, minutes / 60, minutes % 60)
        let isOnClock =
            (0..<100).contains(digits.0) && (0..<100).contains(digits.1) && digits.2 < 100
        guard isOnClock else { return longText }
        // Written for every row of a schedule, so without a text for each part.
        return String(unsafeUninitializedCapacity: 25) { text in
            func put(_ mark: Unicode.Scalar, _ number: Int, at place: Int) {
                text[place] = UInt8(ascii: mark)
                text[place + 1] = UInt8(48 + number / 10)
                text[place + 2] = UInt8(48 + number % 10)
            }
            text[0] = UInt8(48 + local.day.year / 1_000)
            put(Unicode.Scalar(UInt8(48 + local.day.year / 100 % 10)), local.day.year % 100, at: 1)
            put("-", local.day.month, at: 4)
            put("-", local.day.day, at: 7)
            put("T", digits.0, at: 10)
            put(":", digits.1, at: 13)
            put(":", 0, at: 16)
            put(offset < 0 ? "-" : "+", digits.2, at: 19)
            put(":", digits.3, at: 22)
            return 25
        }
    }

    /// The same with numbers that no clock has, so that `init(iso8601:)` can refuse them.
    private var longText: String {
        let minutes = abs(offset) / 60
        let sign = offset < 0 ? "-" : "+"
        return "\(local.day)T\(twoDigits(local.hour)):\(twoDigits(local.minute)):00"
            + "\(sign)\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    }

    /// Reads what `iso8601` wrote; nil for anything else.
    package init?(iso8601 text: String) {
        guard text.utf8.count == 25, let day = LocalDay(iso8601: String(text.prefix(10))) else {
            return nil
        }
        let digits = text.utf8.map { Int($0) - 48 }
        func pair(_ at: Int) -> Int { digits[at] * 10 + digits[at + 1] }
        let east = text.utf8[text.utf8.index(text.startIndex, offsetBy: 19)] == UInt8(ascii: "+")
        self.init(
            local: LocalTime(day: day, hour: pair(11), minute: pair(14)),
            offset: (pair(20) * 60 + pair(23)) * 60 * (east ? 1 : -1)
        )
        guard local.hour < 24, local.minute < 60, abs(offset) < 86_400, iso8601 == text else {
            return nil
        }
    }
}

package func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
