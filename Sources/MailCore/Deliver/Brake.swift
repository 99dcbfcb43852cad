package import struct Foundation.Date

/// Finds out how fast the relay takes messages when it limits the rate, and keeps to that.
///
/// One brake for all messages: a relay that says “too fast” to one means all of them. Down at once and
/// by a little, up slowly (additive increase, multiplicative decrease); while the relay takes nothing, it
/// is asked again after 1, 2, 4 seconds and so on up to a minute, by one message and not by the whole heap.
package struct Brake: Sendable {
    /// Messages a second; nil as long as the relay has never limited it.
    package private(set) var rate: Double?
    /// Begin nothing before.
    private var heldUntil = -Double.infinity
    private var lastBegin = -Double.infinity
    private var firstBegin: Double?
    /// When messages were accepted, within the window.
    private var acceptances: [Double] = []
    /// Older ones are forgotten when there are so many.
    private var forgetAt = 1_024
    /// Looks at the relay that found nothing taken since the last one.
    private var emptyLooks = 0
    private var step = 0.0
    /// The rate at which the relay last said no: near it the brake is let go more slowly.
    private var ceiling: Double?
    /// Messages accepted since something was last deferred.
    private var acceptedInARow = 0
    /// Deferrals since something was last accepted.
    private var deferralsInARow = 0
    /// Deferrals that stood alone between acceptances; each acceptance takes off a little.
    private var loneDeferrals = 0.0

    /// What is looked back on.
    private static let window = 60.0
    /// The first burst tells little: it counts as if it had taken so long.
    private static let shortest = 10.0
    /// One message a minute is always tried.
    private static let slowest = 1.0 / 60
    /// So many in a row are a limit even if nothing was accepted before.
    private static let crowd = 3
    /// One deferral alone may be about its recipient: the next message is the second opinion.
    ///
    /// But more than a tenth of all are a limit that lets some through.
    private static let mostAlone = 2.0
    private static let takenOffByAcceptance = 0.1
    /// So long waits a message that was deferred alone; the others go on.
    private static let aloneWait = Duration.seconds(5)
    /// While no rate is known that did not hold, each message that is taken lets the next go by so
    /// much faster.
    private static let growth = 0.25
    /// Faster than any relay takes mail, in messages a second: a limit that was let go so far is over.
    private static let limitless = 1_000.0
    /// After so many messages in a row a rate that did not hold is tried again.
    private static let longRow = 30

    package init() {}

    /// Whether the relay has taken nothing since the last deferral that made it slower.
    var isAsking: Bool { emptyLooks > 0 }

    /// Until when nothing begins; nil if something may.
    package func held(at now: Date) -> Date? {
        heldUntil > now.timeIntervalSince1970 ? Date(timeIntervalSince1970: heldUntil) : nil
    }

    /// Takes off what was held for a limit that turned out to be somebody else's.
    package mutating func release(to rate: Double?) {
        self.rate = rate
        step = 0.02 * (rate ?? 0)
        heldUntil = -.infinity
        (emptyLooks, deferralsInARow) = (0, 0)
    }

    /// Forgets a limit that there never was, and what was measured while keeping to it.
    mutating func letGoOfMistake() {
        release(to: nil)
        (acceptances, firstBegin, ceiling, loneDeferrals) = ([], nil, nil, 0)
    }

    /// When the next message may begin.
    package func earliest(at now: Date) -> Date {
        let now = now.timeIntervalSince1970
        let spaced = rate.map { lastBegin + 1 / $0 } ?? now
        return Date(timeIntervalSince1970: max(now, heldUntil, spaced))
    }

    /// Must be called for every attempt that begins.
    package mutating func begin(at now: Date) {
        lastBegin = now.timeIntervalSince1970
        firstBegin = firstBegin ?? lastBegin
    }

    /// Takes a verdict.
    ///
    /// - Parameters:
    ///   - verdict: The relay's.
    ///   - isDoubtful: Whether those who were deferred alone were deferred for themselves so far.
    ///   - now: The time of the verdict.
    /// - Returns: For how long this message waits, if the relay limits the rate, and with it all that
    ///   `earliest` speaks for, unless it was deferred alone; nil if it said nothing of that kind.
    package mutating func note(
        _ verdict: Verdict,
        isDoubtful: Bool = false,
        at now: Date
    ) -> Duration? {
        let now = now.timeIntervalSince1970
        switch verdict {
        case .accepted:
            acceptances.append(now)
            if acceptances.count >= forgetAt { forget(before: now - Self.window) }
            emptyLooks = 0
            deferralsInARow = 0
            acceptedInARow += 1
            loneDeferrals = max(0, loneDeferrals - Self.takenOffByAcceptance)
            letGo()
        case .deferred(let deferral):
            guard let reply = deferral.rateLimit else { break }
            deferralsInARow += 1
            acceptedInARow = 0
            return slowDown(reply, isDoubtful: isDoubtful, at: now)
        case .refused, .unknown: break
        }
        return nil
    }

    /// Takes a verdict of which it is known already that it is about the rate.
    mutating func limit(_ verdict: Verdict, at now: Date) -> Duration? {
        deferralsInARow = max(deferralsInARow, Self.crowd)
        return note(verdict, at: now)
    }

    /// Faster: by a quarter as long as no rate is known that did not hold; below such a rate by a fiftieth of
    /// the one that held, and near it by a tenth of that.
    private mutating func letGo() {
        guard let rate else { return }
        guard let ceiling else {
            let faster = rate + max(step, Self.growth * rate)
            // Growing by a part of itself, it would have no end.
            self.rate = faster < Self.limitless ? faster : nil
            return
        }
        self.rate = rate + (rate >= 0.95 * ceiling ? 0.1 * step : step)
        // It takes more than it did, or has said no to nothing for long: what was learned is over.
        if rate > 1.05 * ceiling || acceptedInARow > Self.longRow { self.ceiling = nil }
    }

    private mutating func slowDown(
        _ reply: Reply,
        isDoubtful: Bool,
        at now: Double
    ) -> Duration? {
        // What was in flight was begun before the brake held: one deferral, not many.
        if now < heldUntil { return .seconds(heldUntil - now) }
        forget(before: now - Self.window)
        let taken = takenRate(at: now)
        guard rate != nil || taken > 0 || deferralsInARow >= Self.crowd else { return nil }
        if countsAsAlone(reply, isDoubtful) { return Self.aloneWait }
        // Nothing taken at all: one a second is as good a beginning as any.
        let found = taken > 0 ? taken * 0.95 : rate ?? 1
        let slower = max(slower(found: found), Self.slowest)
        rate = slower
        step = 0.02 * slower
        let own = Double(min(1 << min(emptyLooks, 6), 60))
        emptyLooks += 1
        let hold = max(own, min(Double(reply.retryAfter ?? 0), 600))
        heldUntil = now + hold
        return .seconds(hold)
    }

    /// Counts a deferral that stands alone: it may be about its recipient.
    ///
    /// - Returns: False if somebody else was deferred since the last acceptance, or too many stood alone before.
    private mutating func countsAsAlone(_ reply: Reply, _ isDoubtful: Bool) -> Bool {
        guard deferralsInARow == 1, reply.retryAfter == nil else { return false }
        if isDoubtful { return true }
        loneDeferrals += 1
        return loneDeferrals <= Self.mostAlone
    }

    /// By a little, unless the relay takes much less than it did.
    ///
    /// A relay that takes nothing for a while is asked again and again; that is one limit and not many.
    private mutating func slower(found: Double) -> Double {
        guard let rate else { return found }
        guard emptyLooks == 0 else { return emptyLooks > 3 ? 0.85 * rate : rate }
        ceiling = rate
        return found < 0.6 * rate ? found : 0.85 * rate
    }

    private mutating func forget(before moment: Double) {
        acceptances.removeAll { $0 < moment }
        forgetAt = max(1_024, 2 * acceptances.count)
    }

    private func takenRate(at now: Double) -> Double {
        let span = min(Self.window, max(Self.shortest, now - (firstBegin ?? now)))
        return Double(acceptances.count) / span
    }

    /// Moves everything, because the clock was moved.
    package mutating func shift(by seconds: Double) {
        heldUntil += seconds
        lastBegin += seconds
        firstBegin = firstBegin.map { $0 + seconds }
        acceptances = acceptances.map { $0 + seconds }
    }
}

extension Deferral {
    /// The reply if it may be about how fast we are: every 4xx but those about one mailbox (RFC 3463
    /// section 3.2 and 3.3) and those that greet every newcomer like that.
    var rateLimit: Reply? {
        switch self {
        case .reply(let reply), .sessionEnded(let reply), .relayFault(let reply):
            let isOfMailbox = ["4.1.", "4.2."].contains {
                reply.enhancedCode?.hasPrefix($0) == true
            }
            return reply.code / 100 == 4 && !isOfMailbox && !reply.isGreylisting ? reply : nil
        case .doubtfulRefusal, .connectionLost: return nil
        }
    }
}
