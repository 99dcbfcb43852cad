import MailCore
package import MailJournal

/// Picks the messages that tell most about a campaign: the first and the last appointment, the
/// longest name, a shared address, foreign letters; and others in between, up to `most`.
package struct MessageChoice {
    package struct Pick {
        package let why: Reason
        package let message: StoredMessage
    }

    /// Why a message tells much.
    package enum Reason: Hashable, Sendable {
        case earliest, latest, longestName, sharedAddress, foreignLetters, between
        /// Somebody asked for it.
        case row(Int)
    }

    /// How many there are to be.
    package static let most = 5

    private var earliest: StoredMessage?
    private var latest: StoredMessage?
    private var longest: StoredMessage?
    private var foreign: StoredMessage?
    private var shared: StoredMessage?
    private var between: [StoredMessage] = []
    private var addresses: Set<String> = []
    private var seen = 0
    /// The places from which others are taken.
    private let places: Set<Int>

    /// - Parameter messages: How many will be looked at; withdrawn ones do not count.
    package init(messages: Int) {
        // Twice as many as needed, since some of them may be picked for another reason.
        let count = 2 * Self.most
        places = Set((1...count).map { messages * $0 / (count + 1) })
    }

    /// Must be shown every message, in the order of sending; withdrawn ones are passed over.
    package mutating func look(at message: StoredMessage) {
        guard message.state.isLive else { return }
        if earliest == nil { earliest = message }
        latest = message
        if Self.length(message) > Self.length(longest) { longest = message }
        if foreign == nil, Self.hasForeignLetters(message) { foreign = message }
        if places.contains(seen) { between.append(message) }
        if shared == nil,
            !addresses.insert(message.recipient.address.comparisonKey).inserted
        {
            shared = message
        }
        seen += 1
    }

    /// Each message once.
    package var picks: [Pick] {
        let telling = [
            (Reason.earliest, earliest), (.latest, latest),
            (.longestName, longest), (.sharedAddress, shared),
            (.foreignLetters, foreign),
        ]
        let others = between.map { (Reason.between, Optional($0)) }
        var seen: Set<Int64> = []
        let all = (telling + others).compactMap { why, message -> Pick? in
            guard let message, seen.insert(message.number).inserted else { return nil }
            return Pick(why: why, message: message)
        }
        return Array(all.prefix(Self.most))
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
