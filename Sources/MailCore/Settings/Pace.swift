/// How fast to send: at most so many messages within so long.
///
/// The tightest limit rules; none at all means no waiting. Counted across restarts.
package struct Pace: Hashable, Sendable {
    /// At most so many messages within any so many seconds.
    package struct Window: Hashable, Sendable {
        package let limit: Int
        package let seconds: Int

        package init(limit: Int, seconds: Int) {
            self.limit = limit
            self.seconds = seconds
        }
    }

    /// Over all messages.
    package let windows: [Window]
    /// Over the messages to one group of domains.
    package let domainWindows: [Window]
    /// Which domains share their limits.
    package let groups: DomainGroups

    /// The limits that can be configured; a new one is one more line here and in the table of keys.
    static let limits: [(key: SettingsKey, seconds: Int)] = [
        (.pacePerMinute, 60), (.pacePerHour, 3_600), (.pacePerDay, 86_400),
    ]
    static let domainLimits: [(key: SettingsKey, seconds: Int)] = [(.pacePerDomainPerMinute, 60)]

    package init(
        windows: [Window] = [],
        domainWindows: [Window] = [],
        groups: DomainGroups = DomainGroups()
    ) {
        self.windows = windows
        self.domainWindows = domainWindows
        self.groups = groups
    }

    /// How far back attempts count, in seconds; 0 without any limit.
    package var longestWindow: Int { (windows + domainWindows).map(\.seconds).max() ?? 0 }

    /// The same limits but for those of single domains, which a forecast cannot know.
    package var overAll: Pace { Pace(windows: windows) }
}
