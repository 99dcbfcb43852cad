import MailCore
package import struct Foundation.TimeZone

/// A time zone as headers and cells name it: `UTC`, `Europe/Berlin`, `MEZ`, `+01:00`.
enum ZoneName {
    /// Nil for a word that names none for certain.
    static func zone(_ text: String) -> TimeZone? {
        guard text.utf8.count <= 60 else { return nil }
        let word = text.trimmed
        switch word.uppercased() {
        case "UTC", "GMT", "Z", "ZULU": return TimeZone(secondsFromGMT: 0)
        // Written of the wall clock in summer and in winter alike.
        case "MEZ", "MESZ", "MEZ/MESZ", "CET", "CEST": return TimeZone(identifier: "Europe/Berlin")
        default: break
        }
        if let seconds = offset(word) { return TimeZone(secondsFromGMT: seconds) }
        return word.contains("/") ? TimeZone(identifier: word) : nil
    }

    /// `+01:00`, `UTC+1`, `GMT-0500`.
    private static func offset(_ word: String) -> Int? {
        let pattern = /(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?/.ignoresCase()
        guard let match = word.wholeMatch(of: pattern), let hours = Int(match.2) else { return nil }
        let minutes = match.3.flatMap { Int($0) } ?? 0
        guard hours <= 14, minutes < 60 else { return nil }
        return (hours * 60 + minutes) * 60 * (match.1 == "-" ? -1 : 1)
    }
}

/// A header that says whose clock its times are on: `Beginn (UTC)`, `start_utc`.
struct ZonedHeader {
    let zone: TimeZone
    /// The header without it.
    let rest: String

    init?(_ header: String) {
        guard let (rest, word) = Self.parts(header.trimmed), let zone = ZoneName.zone(word) else {
            return nil
        }
        (self.zone, self.rest) = (zone, rest)
    }

    /// Whether a header names a zone that is not known: `Start (PST)`.
    static func isUnknown(_ header: String) -> Bool {
        guard let (_, word) = parts(header.trimmed), ZoneName.zone(word) == nil else {
            return false
        }
        return word.wholeMatch(of: /[A-Z]{2,4}T|[A-Z][a-z]+\/\w+/) != nil
    }

    private static func parts(_ header: String) -> (rest: String, word: String)? {
        guard header.utf8.count <= 200 else { return nil }
        if let match = header.wholeMatch(of: /(.+?)\s*[(\[]([^()\[\]]+)[)\]]/) {
            return (String(match.1), String(match.2))
        }
        if let match = header.wholeMatch(of: /(.+)[ _-](utc|gmt)/.ignoresCase()) {
            return (String(match.1), String(match.2))
        }
        return nil
    }
}

/// What the operator says of a column's clock: `--column-zone HEADER=ZONE`.
package struct ColumnZone: Hashable, Sendable {
    /// As typed.
    package let header: String
    package let zone: TimeZone

    /// Reads `HEADER=ZONE`, divided at the last `=`.
    ///
    /// - Throws: `ScheduleError` without a `=`, or for a word that is no zone.
    package init(parsing text: String) throws(ScheduleError) {
        guard let divide = text.lastIndex(of: "=") else {
            throw ScheduleError(
                message: Sentence(
                    en: "--column-zone needs HEADER=ZONE, e.g. --column-zone Beginn=UTC.",
                    de:
                        "--column-zone braucht ÜBERSCHRIFT=ZEITZONE, z. B. --column-zone Beginn=UTC."
                )
            )
        }
        let word = String(text[text.index(after: divide)...])
        guard let zone = ZoneName.zone(word) else {
            throw ScheduleError(
                message: Sentence(
                    en:
                        "--column-zone does not know the time zone \"\(word)\". It knows UTC, offsets such as +01:00, and names such as Europe/Berlin.",
                    de:
                        "--column-zone kennt die Zeitzone „\(word)“ nicht. Es kennt UTC, Abstände wie +01:00 und Namen wie Europe/Berlin."
                )
            )
        }
        (header, self.zone) = (String(text[..<divide]), zone)
    }
}
