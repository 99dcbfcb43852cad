import MailCore
import MailJournal

/// Picks the messages that tell most about a campaign: the first and the last appointment, the
/// longest name, a shared address, foreign letters.
struct MessageChoice {
    struct Pick {
        let why: String
        let message: StoredMessage
    }

    private var earliest: StoredMessage?
    private var latest: StoredMessage?
    private var longest: StoredMessage?
    private var foreign: StoredMessage?
    private var shared: StoredMessage?
    private var firstWith: [String: StoredMessage] = [:]

    /// Must be shown every message, in the order of sending.
    mutating func look(at message: StoredMessage) {
        if earliest == nil { earliest = message }
        latest = message
        if Self.length(message) > Self.length(longest) { longest = message }
        if foreign == nil, Self.hasForeignLetters(message) { foreign = message }
        let key = message.recipient.address.comparisonKey
        if shared == nil, firstWith[key] != nil { shared = message }
        if shared == nil { firstWith[key] = message }
    }

    /// Each message once.
    var picks: [Pick] {
        let all = [
            ("the earliest appointment", earliest), ("the latest appointment", latest),
            ("the longest name", longest), ("an address that others share", shared),
            ("foreign letters", foreign),
        ]
        var seen: Set<Int64> = []
        return all.compactMap { why, message in
            guard let message, seen.insert(message.number).inserted else { return nil }
            return Pick(why: why, message: message)
        }
    }

    private static func length(_ message: StoredMessage?) -> Int {
        message?.recipient.name.display?.count ?? 0
    }

    /// Beyond the letters of German: what a wrong encoding would break first.
    private static func hasForeignLetters(_ message: StoredMessage) -> Bool {
        let german = "ÄÖÜäöüß"
        return (message.recipient.name.display ?? "").unicodeScalars.contains {
            $0.value > 0x7F && !german.unicodeScalars.contains($0)
        }
    }
}
