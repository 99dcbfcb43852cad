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

    private var common = Brake()
    /// One for each group; it holds nothing before a limit of that group's own is known.
    private var own: [String: Brake] = [:]
    /// Groups with a limit of their own.
    private var limited: Set<String> = []
    private var rows: [String: Row] = [:]
    /// The rate over everything before the first of these rows began.
    private var rateBefore: Double?

    package init() {}

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
    /// - Returns: For how long this message waits with all that it shares the limit with; nil if the relay
    ///   said nothing of the rate.
    package mutating func note(_ verdict: Verdict, of group: String, at now: Date) -> Duration? {
        switch verdict {
        case .accepted:
            rows[group] = nil
            for other in rows.keys { rows[other]?.areOthersTaken = true }
            _ = own[group, default: Brake()].note(verdict, at: now)
            return common.note(verdict, at: now)
        case .deferred(let deferral) where deferral.rateLimit != nil:
            return slowDown(verdict, of: group, at: now)
        case .deferred, .refused, .unknown: return nil
        }
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
        guard isKnown || row?.areOthersTaken == true else {
            return common.note(verdict, at: now)
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
