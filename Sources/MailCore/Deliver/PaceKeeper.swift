package import struct Foundation.Date

/// Says when the next message may go: sliding windows over the attempts so far, and even spacing
/// within the minute instead of bursts.
package struct PaceKeeper: Sendable {
    private let pace: Pace
    private let spacing: Double
    private var starts: [Double] = []
    private var groupStarts: [String: [Double]] = [:]

    /// - Parameter pace: The limits; none at all means no waiting.
    package init(pace: Pace) {
        self.pace = pace
        spacing =
            pace.windows.filter { $0.seconds <= 60 }
            .map { Double($0.seconds) / Double($0.limit) }.max() ?? 0
    }

    /// When a message to a group of domains may go: now, or the time at which to ask again.
    package func earliest(for group: String, at now: Date) -> Date {
        var earliest = now.timeIntervalSince1970
        if let free = Self.free(pace.windows, after: starts) { earliest = max(earliest, free) }
        if let last = starts.last { earliest = max(earliest, last + spacing) }
        if let own = groupStarts[group], let free = Self.free(pace.domainWindows, after: own) {
            earliest = max(earliest, free)
        }
        return Date(timeIntervalSince1970: earliest)
    }

    /// Moves everything that has begun, because the clock was moved.
    package mutating func shift(by seconds: Double) {
        starts = starts.map { $0 + seconds }
        groupStarts = groupStarts.mapValues { $0.map { $0 + seconds } }
    }

    /// Must be called for every attempt that begins.
    package mutating func begin(_ group: String, at now: Date) {
        let now = now.timeIntervalSince1970
        Self.add(now, to: &starts, for: pace.windows)
        guard !pace.domainWindows.isEmpty else { return }
        Self.add(now, to: &groupStarts[group, default: []], for: pace.domainWindows)
    }

    /// When the fullest window has room again; nil if all have.
    private static func free(_ windows: [Pace.Window], after starts: [Double]) -> Double? {
        windows.filter { starts.count >= $0.limit }
            .map { starts[starts.count - $0.limit] + Double($0.seconds) }.max()
    }

    /// Keeps as many starts as the widest limit looks back on.
    private static func add(
        _ start: Double,
        to starts: inout [Double],
        for windows: [Pace.Window]
    ) {
        guard let most = windows.map(\.limit).max() else { return }
        starts.append(start)
        if starts.count > 2 * most { starts.removeFirst(starts.count - most) }
    }

    /// How long so many messages take at best, in seconds.
    ///
    /// The limits are tried out, since hours and days may be used up in bursts; domains are not
    /// known here.
    package static func forecast(messages: Int, pace: Pace, caution: Caution) -> Int {
        var keeper = PaceKeeper(pace: pace.overAll)
        var now = Date(timeIntervalSince1970: 0)
        for _ in 0..<messages {
            now = keeper.earliest(for: "", at: now)
            keeper.begin("", at: now)
        }
        // No relay takes more than about a hundred messages a second.
        let seconds = max(now.timeIntervalSince1970, Double(messages) / 100)
        let pause = caution.first > 0 && messages > caution.first ? caution.pause.inSeconds : 0
        return Int((seconds + pause).rounded(.up))
    }
}
