import ArgumentParser
import Foundation
import MailCampaign
import MailCore

/// Days and times on the command line; what cannot be read is wrong usage of the option.
enum LocalMoment {
    /// `2021-03-16` or `16.03.2021`.
    static func day(_ text: String, option: String) throws -> LocalDay {
        guard let day = WrittenMoment.day(text) else {
            throw ValidationError("\(option): “\(text)” is no day; write 2021-03-16 or 16.03.2021")
        }
        return day
    }

    /// A day with a time behind it, as `2021-03-16 09:10`.
    static func clockTime(_ text: String, option: String) throws -> String {
        let parts = parts(of: text)
        guard parts.count == 2 else {
            throw ValidationError("\(option): “\(text)” is no time; write 2021-03-16T09:10")
        }
        // Says what is wrong with either part; the zone does not matter for that.
        _ = try parse(text, in: .gmt, option: option)
        return "\(try day(parts[0], option: option)) \(parts[1])"
    }

    /// `2021-03-15T18:00`, `2021-03-15 18:00`, or a day alone for its beginning.
    static func parse(_ text: String, in zone: TimeZone, option: String) throws -> Date {
        let parts = parts(of: text)
        guard (1...2).contains(parts.count),
            let clock = parts.count > 1 ? WrittenMoment.clock(parts[1]) : (0, 0)
        else {
            throw ValidationError("\(option): “\(text)” is no time; write 2021-03-15T18:00")
        }
        let day = try day(parts[0], option: option)
        guard let date = WrittenMoment.moment(day, clock, in: zone) else {
            throw ValidationError("\(option): “\(text)” is no time")
        }
        return date
    }

    private static func parts(of text: String) -> [String] {
        text.split(whereSeparator: { $0 == "T" || $0 == " " }).map(String.init)
    }
}
