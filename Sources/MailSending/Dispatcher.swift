package import Foundation
package import MailCore
package import MailJournal

/// Decides which message goes next and when: order, pace, caution, retries, and the stop.
///
/// A value: every method takes one event and says what is to be done. It has no clock and never
/// waits; `SharedDispatcher` holds the one that all connections ask.
package struct Dispatcher: Sendable {
    /// What a connection shall do.
    package enum NextStep: Sendable {
        case send(PendingDelivery)
        /// Ask again at that time, or a little later.
        case wait(until: Date)
        /// Nothing is left, or sending shall stop.
        case done
    }

    /// Whether a connection may be made.
    package enum ConnectDecision: Hashable, Sendable {
        case now
        case later(Date)
        /// Sending shall stop.
        case never
    }

    /// What the asker does after its connection could not be made.
    package enum ReconnectDecision: Hashable, Sendable {
        case tryAgain
        /// Others carry on without it, or sending shall stop.
        case leave
    }

    private let policy: FailurePolicy
    private var waiting: ArraySlice<PendingDelivery>
    private var deferred: [PendingDelivery]
    private var pace: PaceKeeper
    private var watch: RefusalWatch
    private var heldUntil: Date = .distantPast
    private var failuresInARow = 0
    private var hasConnected = false
    /// Begun and not concluded.
    private var inFlight = 0
    private var connecting = 0
    private var connected = 0
    package private(set) var stopReason: StopReason?

    package init(
        pending: [PendingDelivery],
        pace: PaceKeeper,
        watch: RefusalWatch,
        policy: FailurePolicy
    ) {
        waiting = pending.filter { $0.due == nil }[...]
        deferred = pending.filter { $0.due != nil }
        self.pace = pace
        self.watch = watch
        self.policy = policy
    }

    /// The next message, which then counts as begun.
    package mutating func next(at now: Date) -> NextStep {
        guard stopReason == nil else { return .done }
        guard now >= heldUntil else { return .wait(until: heldUntil) }
        if let few = watch.firstFew, inFlight >= few { return .wait(until: now) }
        guard !waiting.isEmpty || !deferred.isEmpty else {
            return inFlight == 0 ? .done : .wait(until: now)
        }
        return firstPossible(at: now)
    }

    /// The first that is due and whose domain is not at its limit, deferred ones before the others.
    private mutating func firstPossible(at now: Date) -> NextStep {
        var soonest = Date.distantFuture
        for index in deferred.indices {
            let delivery = deferred[index]
            var earliest = delivery.due ?? now
            if earliest <= now { earliest = pace.earliest(for: delivery.domain, at: now) }
            if earliest <= now { return begin(deferred.remove(at: index), at: now) }
            soonest = min(soonest, earliest)
        }
        // Looking a little ahead is enough, since domains are mixed.
        for index in waiting.indices.prefix(500) {
            let earliest = pace.earliest(for: waiting[index].domain, at: now)
            if earliest <= now { return begin(takeWaiting(at: index), at: now) }
            soonest = min(soonest, earliest)
        }
        return .wait(until: soonest)
    }

    private mutating func takeWaiting(at index: Int) -> PendingDelivery {
        index == waiting.startIndex ? waiting.removeFirst() : waiting.remove(at: index)
    }

    private mutating func begin(_ delivery: PendingDelivery, at now: Date) -> NextStep {
        pace.begin(domain: delivery.domain, at: now)
        inFlight += 1
        return .send(delivery)
    }

    /// Takes back what was begun and not submitted.
    package mutating func putBack(_ delivery: PendingDelivery) {
        inFlight -= 1
        waiting.insert(delivery, at: waiting.startIndex)
    }

    /// Judges a verdict, which may be recorded only afterwards, and does what it does to the relay.
    ///
    /// - Returns: Everything that it does; the message's fate must be durable before `conclude`.
    package mutating func judge(
        _ verdict: Verdict,
        on attempt: FailurePolicy.Attempt,
        at now: Date
    ) -> FailurePolicy.Actions {
        let actions = policy.actions(after: verdict, on: attempt, relay: record(at: now), now: now)
        if let reason = follow(actions.relay, at: now) { stop(.relayFailed(reason)) }
        switch watch.note(verdict) {
        case .goOn: break
        case .pause(let duration): hold(for: duration, at: now)
        case .stop(let reason): stop(.refusals(reason))
        }
        return actions
    }

    /// Ends an attempt whose fate is durable: a message that is tried again waits from now on.
    package mutating func conclude(_ delivery: PendingDelivery, _ fate: FailurePolicy.Fate) {
        inFlight -= 1
        switch fate {
        case .settled, .givenUp: break
        case .retry(let due, _):
            deferred.append(
                PendingDelivery(number: delivery.number, domain: delivery.domain, due: due)
            )
        }
    }

    /// Whether a connection may be made now, which then counts as being made.
    package mutating func permissionToConnect(at now: Date) -> ConnectDecision {
        guard stopReason == nil else { return .never }
        guard now >= heldUntil else { return .later(heldUntil) }
        connecting += 1
        return .now
    }

    package mutating func noteConnected() {
        connecting -= 1
        connected += 1
        hasConnected = true
    }

    package mutating func noteDisconnected() {
        connected -= 1
    }

    /// Takes note that a connection could not be made.
    ///
    /// As long as others stand or are being made, they carry on without it.
    package mutating func noteUnconnected(_ error: RelayError, at now: Date) -> ReconnectDecision {
        connecting -= 1
        guard stopReason == nil, connected == 0, connecting == 0 else { return .leave }
        if let reason = follow(policy.relayAction(without: error, record(at: now)), at: now) {
            stop(hasConnected ? .relayFailed(reason) : .relayUnreachable(error))
        }
        return stopReason == nil ? .tryAgain : .leave
    }

    /// Lets what is in flight end and begins nothing more.
    ///
    /// The first reason stays.
    package mutating func stop(_ reason: StopReason) {
        if stopReason == nil { stopReason = reason }
    }

    private func record(at now: Date) -> FailurePolicy.RelayRecord {
        FailurePolicy.RelayRecord(
            failuresInARow: failuresInARow,
            isHeld: now < heldUntil,
            hasConnected: hasConnected
        )
    }

    /// - Returns: Why sending shall stop; nil if it goes on.
    private mutating func follow(_ action: FailurePolicy.RelayAction, at now: Date) -> String? {
        switch action {
        case .goOn: failuresInARow = 0
        case .keepWaiting: break
        case .hold(let duration):
            hold(for: duration, at: now)
            failuresInARow += 1
        case .stop(let reason): return reason
        }
        return nil
    }

    private mutating func hold(for duration: Duration, at now: Date) {
        heldUntil = max(heldUntil, now.addingTimeInterval(duration.inSeconds))
    }
}
