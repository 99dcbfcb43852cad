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
        guard let time = WrittenMoment.clockTime(text) else {
            throw ValidationError("\(option): “\(text)” is no time; write 2021-03-16T09:10")
        }
        return time
    }

    /// `2021-03-15T18:00`, `2021-03-15 18:00`, or a day alone for its beginning.
    static func parse(_ text: String, in zone: TimeZone, option: String) throws -> Date {
        guard let moment = WrittenMoment.moment(text, in: zone) else {
            throw ValidationError("\(option): “\(text)” is no time; write 2021-03-15T18:00")
        }
        return moment
    }
}
