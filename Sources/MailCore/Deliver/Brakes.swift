package import struct Foundation.Date

/// One brake over everything, and one of its own for each provider that limits its mail by itself.
///
/// Whose limit a deferral is shows in what happens to the others: a group of domains that is deferred twice
/// in a row, while the relay takes mail to others in between, limits itself. Until that is known all
/// wait together.
package struct Brakes: Sendable {
    /// How fast the relay takes messages where it limits that, for whoever watches.
    package struct Rate: Hashable, Sendable {
        /// Messages a minute; more when the relay takes them.
        package let perMinute: Double
        /// Nothing is begun before; nil if something may.
        package let heldUntil: Date?
        /// The group of domains it is about; nil for everything.
        package let group: String?

        package init(perMinute: Double, heldUntil: Date?, group: String?) {
            self.perMinute = perMinute
            self.heldUntil = heldUntil
            self.group = group
        }
    }

    /// What the relay has said of one group since it last took something for it.
    private struct Row {
        /// Whether the relay has taken something for others since, and deferred nobody else.
        var areOthersTaken = false
    }

    /// A message that was deferred.
    private struct DeferredMessage {
        /// How many messages of its group the relay had taken then.
        var taken: Int
        /// Whether the relay said then when to come again.
        var wasToldWhen = false
        /// How often it was deferred after others of its group had been taken meanwhile.
        var timesForItself = 0
    }

    /// What has become of the messages whose deferral was taken for a limit.
    private struct Evidence {
        /// Of these no more is known yet.
        var open: Set<Int64> = []
        /// So many the relay has taken since: it was a limit.
        var confirmed = 0
        /// So many were deferred for themselves: it was none.
        var withdrawn = 0

        /// Two, because of one nothing can be said.
        static let fewest = 2

        var isMistaken: Bool { withdrawn >= Self.fewest && withdrawn > confirmed }
    }

    /// So long waits a message that is deferred for itself at the first time; then twice as long, up to a minute.
    private static let firstWait = 5
    /// A relay's hint counts up to here for such a message, in seconds.
    private static let longestWait = 600

    private var common = Brake()
    /// One for each group; it holds nothing before a limit of that group's own is known.
    private var own: [String: Brake] = [:]
    /// Groups with a limit of their own.
    private var limited: Set<String> = []
    private var rows: [String: Row] = [:]
    /// The rate over everything before the first of these rows began.
    private var rateBefore: Double?
    /// How many messages of each group the relay has taken.
    private var taken: [String: Int] = [:]
    /// What is known of each message that was deferred.
    private var deferred: [Int64: DeferredMessage] = [:]
    /// What speaks for a limit, by group.
    private var evidence: [String: Evidence] = [:]

    package init() {}

    /// Whether the relay has taken nothing since it was last asked: then somebody whom it has not been asked
    /// about tells more.
    package var isAsking: Bool { common.isAsking }

    /// When the next message may begin, as far as everything is concerned.
    package func earliest(at now: Date) -> Date { common.earliest(at: now) }

    /// When the next message of a group may begin, as far as that group is concerned.
    package func earliest(for group: String, at now: Date) -> Date {
        own[group]?.earliest(at: now) ?? now
    }

    /// Must be called for every attempt that begins.
    package mutating func begin(_ group: String, at now: Date) {
        common.begin(at: now)
        own[group, default: Brake()].begin(at: now)
    }

    /// Takes a verdict on a message of a group.
    ///
    /// - Parameters:
    ///   - verdict: The relay's.
    ///   - group: The message's.
    ///   - message: The message, if it is known: deferred again after the relay has taken others of its group
    ///     it is deferred for itself, which says nothing of the rate.
    ///   - now: The time of the verdict.
    /// - Returns: For how long this message waits with all that it shares the limit with; nil if the relay
    ///   said nothing of the rate.
    package mutating func note(
        _ verdict: Verdict,
        of group: String,
        message: Int64? = nil,
        at now: Date
    ) -> Duration? {
        switch verdict {
        case .accepted:
            taken[group, default: 0] += 1
            if let message {
                deferred[message] = nil
                if evidence[group]?.open.remove(message) != nil { evidence[group]?.confirmed += 1 }
            }
            rows[group] = nil
            for other in rows.keys { rows[other]?.areOthersTaken = true }
            _ = own[group, default: Brake()].note(verdict, at: now)
            return common.note(verdict, at: now)
        case .deferred(let deferral):
            guard let reply = deferral.rateLimit else { return nil }
            if let message {
                if let wait = waitForItself(message, of: group, reply) {
                    withdraw(message, of: group)
                    return wait
                }
                evidence[group, default: Evidence()].open.insert(message)
            }
            return slowDown(verdict, of: group, at: now)
        case .refused, .unknown: return nil
        }
    }

    /// Nil if the relay has taken nothing of the group since it deferred this message, or never did; and if it
    /// now says when to come again and did not say so before.
    private mutating func waitForItself(
        _ message: Int64,
        of group: String,
        _ reply: Reply
    ) -> Duration? {
        let taken = taken[group] ?? 0
        let asked = min(reply.retryAfter ?? 0, Self.longestWait)
        guard let before = deferred[message], before.taken < taken,
            asked == 0 || before.wasToldWhen
        else {
            deferred[message, default: DeferredMessage(taken: taken)].taken = taken
            deferred[message]?.wasToldWhen = asked > 0
            return nil
        }
        deferred[message]?.taken = taken
        deferred[message]?.timesForItself += 1
        let own = min(Self.firstWait << min(before.timesForItself, 4), 60)
        return .seconds(max(own, asked))
    }

    /// Lets go what was held for a limit as soon as most of what spoke for it has turned out to be about
    /// somebody's own mailbox.
    private mutating func withdraw(_ message: Int64, of group: String) {
        guard var evidence = evidence.removeValue(forKey: group) else { return }
        if evidence.open.remove(message) != nil {
            evidence.withdrawn += 1
            if evidence.isMistaken {
                own[group]?.letGoOfMistake()
                limited.remove(group)
                rows[group] = nil
                // Others may still speak for a limit over everything.
                if self.evidence.values.allSatisfy({ $0.confirmed == 0 }) {
                    common.letGoOfMistake()
                }
                // A real limit that begins later needs as little as the first one.
                (evidence.withdrawn, evidence.confirmed) = (Evidence.fewest, 0)
            }
        }
        self.evidence[group] = evidence
    }

    private mutating func slowDown(
        _ verdict: Verdict,
        of group: String,
        at now: Date
    ) -> Duration? {
        let row = rows[group]
        // Whose own limit is known is deferred for that alone, which says nothing of the others.
        let isKnown = limited.contains(group)
        if !isKnown {
            for other in rows.keys where other != group { rows[other]?.areOthersTaken = false }
        }
        if rows.isEmpty { rateBefore = common.rate }
        if row == nil { rows[group] = Row() }
        let isDoubtful = evidence[group]?.isMistaken == true
        guard isKnown || row?.areOthersTaken == true else {
            return common.note(verdict, isDoubtful: isDoubtful, at: now)
        }
        if limited.insert(group).inserted { common.release(to: rateBefore) }
        return own[group, default: Brake()].limit(verdict, at: now)
    }

    /// Everything that is limited, the whole first.
    package func rates(at now: Date) -> [Rate] {
        let all: [(group: String?, brake: Brake)] =
            [(nil, common)] + limited.sorted().compactMap { name in own[name].map { (name, $0) } }
        return all.compactMap { group, brake in
            brake.rate.map {
                Rate(perMinute: $0 * 60, heldUntil: brake.held(at: now), group: group)
            }
        }
    }

    /// Moves everything, because the clock was moved.
    package mutating func shift(by seconds: Double) {
        common.shift(by: seconds)
        for group in own.keys { own[group]?.shift(by: seconds) }
    }
}
