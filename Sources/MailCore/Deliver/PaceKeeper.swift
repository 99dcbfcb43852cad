package import struct Foundation.Date

/// Says when the next message may go: sliding windows over the attempts so far, and even spacing
/// within the minute instead of bursts.
package struct PaceKeeper: Sendable {
    private let windows: [(limit: Int, seconds: Double)]
    private let spacing: Double
    private let perDomain: Int?
    private var starts: [Double] = []
    private var domainStarts: [String: [Double]] = [:]

    /// - Parameter pace: The limits; none at all means no waiting.
    package init(pace: Pace) {
        windows = [(pace.perMinute, 60.0), (pace.perHour, 3_600), (pace.perDay, 86_400)]
            .compactMap { limit, seconds in limit.map { ($0, seconds) } }
        spacing = pace.perMinute.map { 60 / Double($0) } ?? 0
        perDomain = pace.perDomainPerMinute
    }

    /// When a message to the domain may go: now, or the time at which to ask again.
    package func earliest(for domain: String, at now: Date) -> Date {
        let now = now.timeIntervalSince1970
        var earliest = now
        for window in windows where starts.count >= window.limit {
            earliest = max(earliest, starts[starts.count - window.limit] + window.seconds)
        }
        if let last = starts.last { earliest = max(earliest, last + spacing) }
        if let perDomain, let own = domainStarts[domain], own.count >= perDomain {
            earliest = max(earliest, own[own.count - perDomain] + 60)
        }
        return Date(timeIntervalSince1970: earliest)
    }

    /// Must be called for every attempt that begins.
    package mutating func begin(domain: String, at now: Date) {
        let now = now.timeIntervalSince1970
        if let most = windows.map(\.limit).max() {
            starts.append(now)
            if starts.count > 2 * most { starts.removeFirst(starts.count - most) }
        }
        if let perDomain {
            domainStarts[domain, default: []].append(now)
            let count = domainStarts[domain]?.count ?? 0
            if count > 2 * perDomain { domainStarts[domain]?.removeFirst(count - perDomain) }
        }
    }

    /// How long so many messages take at best, in seconds.
    ///
    /// The limits are tried out, since hours and days may be used up in bursts; domains are not
    /// known here.
    package static func forecast(messages: Int, pace: Pace, caution: Caution) -> Int {
        let limits = Pace(perMinute: pace.perMinute, perHour: pace.perHour, perDay: pace.perDay)
        var keeper = PaceKeeper(pace: limits)
        var now = Date(timeIntervalSince1970: 0)
        for _ in 0..<messages {
            now = keeper.earliest(for: "", at: now)
            keeper.begin(domain: "", at: now)
        }
        // No relay takes more than about a hundred messages a second.
        let seconds = max(now.timeIntervalSince1970, Double(messages) / 100)
        let pause = caution.first > 0 && messages > caution.first ? caution.pause.inSeconds : 0
        return Int((seconds + pause).rounded(.up))
    }
}
