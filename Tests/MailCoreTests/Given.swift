import Foundation
import MailCore

/// Values that tests spell as text.
enum Given {
    static func berlin() throws -> TimeZone {
        guard let zone = TimeZone(identifier: "Europe/Berlin") else { throw Missing() }
        return zone
    }

    static func day(_ text: String) throws -> LocalDay {
        guard let day = LocalDay(iso8601: text) else { throw Missing() }
        return day
    }

    struct Missing: Error {}
}
