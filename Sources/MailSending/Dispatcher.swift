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
        /// There is no time left for this one: write that down, then `noteExpired`.
        case expire(PendingDelivery)
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

    /// What a verdict does, or what must be asked before that can be said.
    package enum Judgement: Hashable, Sendable {
        case settled(FailurePolicy.Actions)
        /// Ask the relay about the sender's own address, then judge again.
        case probe
    }

    /// What the relay said of the sender's own address.
    package enum Probe: Hashable, Sendable {
        case notAsked
        case noAnswer
        case answer(Reply)
    }

    private let policy: FailurePolicy
    private var queue: DeliveryQueue
    private var pace: PaceKeeper
    private var brakes: Brakes
    private var watch: RefusalWatch
    private var opinions = SecondOpinion()
    private var losses = LossCount()
    private var heldUntil: Date = .distantPast
    private var lastMoment: (now: Date, elapsed: Duration)?
    /// By how much the clock had been moved when each message in flight was judged.
    private var movedBeforeVerdict: [Int64: Double] = [:]
    private var course: SendingCourse
    private var failuresInARow = 0
    private var hasConnected: Bool
    /// Begun and not concluded.
    private var inFlight = 0
    private var connecting = 0
    private var connected = 0
    /// Rows whose messages are left open, because the relay hung up on them again and again.
    package private(set) var setAside: [Int] = []
    package private(set) var stopReason: StopReason?

    /// - Parameters:
    ///   - pending: What still has to go, in its order.
    ///   - pace: The configured limits, and what has gone within them.
    ///   - brakes: What is known of the relay's own limits.
    ///   - watch: Looks at refusals.
    ///   - policy: What a failure does.
    ///   - wasReached: Whether an earlier run has reached the relay: then one that is away now is one that
    ///     went away, and is given time.
    ///   - course: What is to be told from the beginning.
    package init(
        pending: [PendingDelivery],
        pace: PaceKeeper,
        brakes: Brakes = Brakes(),
        watch: RefusalWatch,
        policy: FailurePolicy,
        wasReached: Bool = false,
        course: SendingCourse = SendingCourse()
    ) {
        queue = DeliveryQueue(pending)
        self.pace = pace
        self.brakes = brakes
        self.watch = watch
        self.policy = policy
        self.course = course
        hasConnected = wasReached
    }

    /// The next message, which then counts as begun.
    package mutating func next(at now: Date) -> NextStep {
        guard stopReason == nil else { return .done }
        // A pause holds back nobody when nobody is left.
        guard !queue.isEmpty else { return inFlight == 0 ? .done : .wait(until: now) }
        guard now >= heldUntil else { return .wait(until: heldUntil) }
        if let few = watch.firstFew, inFlight >= few { return .wait(until: now) }
        if let late = queue.takeLate(at: now, policy.retry) {
            inFlight += 1
            return .expire(late)
        }
        let free = brakes.earliest(at: now)
        guard free <= now else { return .wait(until: free) }
        // While the relay fails, somebody whom it has not been asked about tells more.
        let newFirst = failuresInARow > 0 || brakes.isAsking
        switch queue.take(at: now, pace, brakes, newFirst: newFirst) {
        case .now(let delivery):
            pace.begin(delivery.group, at: now)
            brakes.begin(delivery.group, at: now)
            inFlight += 1
            return .send(delivery)
        case .later(let soonest): return .wait(until: soonest)
        }
    }

    /// A clock that was set must not hold up anybody for the length of the jump, nor let anybody go too
    /// soon: every waiting time moves with it.
    ///
    /// - Parameters:
    ///   - now: The time of day, as all other methods take it.
    ///   - elapsed: Of a clock that nobody sets, from any beginning.
    package mutating func followClock(to now: Date, elapsed: Duration) {
        defer { lastMoment = (now, elapsed) }
        guard let lastMoment else { return }
        let waited = (elapsed - lastMoment.elapsed).inSeconds
        let jump = now.timeIntervalSince(lastMoment.now) - waited
        guard abs(jump) > 1 else { return }
        heldUntil += jump
        queue.shift(by: jump)
        pace.shift(by: jump)
        brakes.shift(by: jump)
        course.clockMoved += jump
    }

    /// What there is to tell of how it goes.
    package func course(at now: Date) -> SendingCourse {
        var course = course
        course.deferred = queue.deferredCount
        course.nextAttempt = queue.nextAttempt
        course.pause = course.pause.flatMap { now < $0.until && !queue.isEmpty ? $0 : nil }
        course.pacedUntil = queue.heldBack(at: now, by: pace)
        course.rates = brakes.rates(at: now)
        course.relayIsAwayUntil = failuresInARow > 0 && now < heldUntil ? heldUntil : nil
        return course
    }

    /// Whether there is no time left for a message that was begun and not submitted.
    package func isLate(_ delivery: PendingDelivery, at now: Date) -> Bool {
        policy.retry.isLate(delivery, at: now)
    }

    /// Takes back what was begun and not submitted.
    package mutating func putBack(_ delivery: PendingDelivery) {
        inFlight -= 1
        queue.putBack(delivery)
    }

    /// The journal knows that there was no time left for it.
    package mutating func noteExpired() {
        inFlight -= 1
    }

    /// Judges a verdict, which may be recorded only afterwards, and does what it does to the relay.
    ///
    /// - Parameters:
    ///   - verdict: The relay's.
    ///   - delivery: Of which message.
    ///   - probe: What the relay said of the sender's own address, if that was asked.
    ///   - deferralsInARow: How many messages the connection had deferred in a row before.
    ///   - now: The time of the verdict.
    /// - Returns: Everything that it does; the message's fate must be durable before `conclude`.
    package mutating func judge(
        _ verdict: Verdict,
        on delivery: PendingDelivery,
        probe: Probe = .notAsked,
        deferralsInARow: Int = 0,
        at now: Date
    ) -> Judgement {
        guard let opinion = opinion(on: verdict, of: delivery, probe) else { return .probe }
        let losses = losses.note(verdict, of: delivery.number)
        let attempt = FailurePolicy.Attempt(
            attempts: delivery.attempts,
            appointment: delivery.appointment,
            losses: losses.count,
            isLostAlone: losses.isMessage,
            spread: delivery.spread,
            brake: brakes.note(verdict, of: delivery.group, message: delivery.number, at: now)
        )
        let record = record(at: now, deferralsInARow)
        let actions = policy.actions(after: verdict, opinion, on: attempt, relay: record, now: now)
        if let reason = follow(actions.relay, at: now) { stop(.relayFailed(reason)) }
        if case .deferred(let deferral) = actions.verdict { course.lastDeferral = deferral.name }
        movedBeforeVerdict[delivery.number] = course.clockMoved
        switch watch.note(actions.verdict) {
        case .goOn: break
        case .pause(let duration):
            hold(for: duration, at: now)
            course.pause = .init(until: heldUntil, first: watch.first)
        case .stop(let reason): stop(.refusals(reason))
        }
        return .settled(actions)
    }

    /// Nil if the relay must be asked first: nobody else is left to compare with, or waiting has not
    /// helped.
    private mutating func opinion(
        on verdict: Verdict,
        of delivery: PendingDelivery,
        _ probe: Probe
    ) -> SecondOpinion.Opinion? {
        if case .accepted = verdict { opinions.noteAccepted() }
        guard let reply = verdict.doubtfulRefusal else { return .open }
        switch probe {
        case .notAsked: break
        case .noAnswer: return .open
        case .answer(let probed): return opinions.opinion(on: reply, probed: probed)
        }
        let isRepeated = opinions.isRepeated(reply, of: delivery.number)
        let opinion = opinions.judge(reply, of: delivery.number)
        let isAlone = queue.isEmpty && inFlight <= 1
        guard opinion == .open, isRepeated || isAlone, !verdict.endsConnection else {
            return opinion
        }
        return nil
    }

    /// Ends an attempt whose fate is durable: a message that is tried again waits from now on.
    package mutating func conclude(_ delivery: PendingDelivery, _ fate: FailurePolicy.Fate) {
        inFlight -= 1
        let movedBefore = movedBeforeVerdict.removeValue(forKey: delivery.number)
        switch fate {
        case .settled, .expired: break
        case .setAside: setAside.append(delivery.row)
        case .retry(let due):
            // The clock may have been set while the verdict was written down.
            let moved = course.clockMoved - (movedBefore ?? course.clockMoved)
            queue.add(delivery.retried(at: due.addingTimeInterval(moved)))
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
    /// As long as others stand or are being made, they carry on without it, unless somebody else may
    /// answer in the relay's place.
    package mutating func noteUnconnected(_ error: RelayError, at now: Date) -> ReconnectDecision {
        connecting -= 1
        if error.kind == .keyChanged {
            stop(
                hasConnected
                    ? .relayFailed(.unconnected(trouble: error.trouble)) : .relayUnreachable(error)
            )
        }
        guard stopReason == nil, connected == 0, connecting == 0 else { return .leave }
        if let reason = follow(policy.relayAction(without: error, record(at: now)), at: now) {
            stop(hasConnected ? .relayFailed(reason) : .relayUnreachable(error))
        }
        return stopReason == nil ? .tryAgain : .leave
    }

    /// Lets what is in flight end and begins nothing more.
    ///
    /// The first reason stays, unless a graver one comes while what is in flight ends.
    package mutating func stop(_ reason: StopReason) {
        guard let stopReason, stopReason.gravity >= reason.gravity else {
            self.stopReason = reason
            return
        }
    }

    private func record(at now: Date, _ deferralsInARow: Int = 0) -> FailurePolicy.RelayRecord {
        FailurePolicy.RelayRecord(
            failuresInARow: failuresInARow,
            isHeld: now < heldUntil,
            hasConnected: hasConnected,
            deferralsInARow: deferralsInARow
        )
    }

    /// - Returns: Why sending shall stop; nil if it goes on.
    private mutating func follow(_ action: FailurePolicy.RelayAction, at now: Date) -> PauseReason?
    {
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
