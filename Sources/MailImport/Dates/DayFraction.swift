import MailCore
import Foundation

/// A time of day as spreadsheets store it: `0,385416667` of a day is 09:15.
enum DayFraction {
    /// The one minute that the digits behind the decimal mark can mean.
    ///
    /// A cell shows a rounded number, so the time lies within half a unit of its last digit (or
    /// half a second, whatever is more). Appointments begin at whole minutes: exactly one of them
    /// must lie there. Few digits leave several open, unless they are all there were: `0,5` is
    /// noon.
    ///
    /// - Parameter digits: ASCII digits.
    /// - Returns: The minute of the day, and whether seconds follow that are more than rounding.
    /// - Throws: `StartFlaw` where more than one minute may be meant.
    static func read(
        _ digits: String
    ) throws(StartFlaw) -> (minute: Int, hasSeconds: Bool) {
        guard (1...18).contains(digits.utf8.count), let value = Double("0." + digits) else {
            throw .unreadableTime
        }
        let seconds = value * 86_400
        let slack = max(0.5, 43_200 * pow(10, -Double(digits.utf8.count)))
        let first = Int(((seconds - slack) / 60).rounded(.up))
        let last = Int(((seconds + slack) / 60).rounded(.down))
        guard first <= last else { return (last, true) }
        guard let minute = first == last ? first : exact(digits), (0..<1_440).contains(minute)
        else { throw .unreadableTime }
        return (minute, false)
    }

    /// The minute of a short number that is no rounded one; nil if it may be.
    ///
    /// A spreadsheet ends a number at its last digit other than 0, and slots
    /// begin every five minutes.
    private static func exact(_ digits: String) -> Int? {
        guard digits.utf8.count <= 6, digits.last != "0", let number = Int(digits) else {
            return nil
        }
        let unit = (0..<digits.utf8.count).reduce(1) { unit, _ in unit * 10 }
        guard number * 288 % unit == 0 else { return nil }
        return number * 288 / unit * 5
    }
}
