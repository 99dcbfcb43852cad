import Foundation
import MailCore
import MailJournal

/// Decides which message goes next and when: order, pace, caution, retries, and the stop.
actor Dispatcher {
    /// What a connection shall do.
    enum Turn {
        case go(PendingDelivery)
        /// Ask again at that time, or a little later.
        case wait(until: Date)
        /// Nothing is left, or sending shall stop.
        case done
    }

    /// Whether a connection may be made.
    enum Leave {
        case now
        case later(Date)
        /// Sending shall stop.
        case never
    }

    private var waiting: ArraySlice<PendingDelivery>
    private var deferred: [PendingDelivery]
    private var pace: PaceKeeper
    private var watch: RefusalWatch
    private var heldUntil: Date = .distantPast
    private var inFlight = 0
    private var connecting = 0
    private var connected = 0
    private var hasConnected = false
    private var failuresInARow = 0
    private(set) var stopReason: StopReason?

    init(pending: [PendingDelivery], pace: PaceKeeper, watch: RefusalWatch) {
        waiting = pending.filter { $0.due == nil }[...]
        deferred = pending.filter { $0.due != nil }
        self.pace = pace
        self.watch = watch
    }

    /// The next message, which then counts as begun.
    func turn(at now: Date) -> Turn {
        guard stopReason == nil else { return .done }
        guard now >= heldUntil else { return .wait(until: heldUntil) }
        if let few = watch.firstFew, inFlight >= few { return .wait(until: now) }
        guard !waiting.isEmpty || !deferred.isEmpty else {
            return inFlight == 0 ? .done : .wait(until: now)
        }
        return next(at: now)
    }

    /// The first that is due and whose domain is not at its limit, put-off ones before the others.
    private func next(at now: Date) -> Turn {
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
            if earliest <= now { return begin(take(at: index), at: now) }
            soonest = min(soonest, earliest)
        }
        return .wait(until: soonest)
    }

    private func take(at index: Int) -> PendingDelivery {
        index == waiting.startIndex ? waiting.removeFirst() : waiting.remove(at: index)
    }

    private func begin(_ delivery: PendingDelivery, at now: Date) -> Turn {
        pace.begin(domain: delivery.domain, at: now)
        inFlight += 1
        return .go(delivery)
    }

    /// Gives back what was begun and not submitted.
    func putBack(_ delivery: PendingDelivery) {
        inFlight -= 1
        waiting.insert(delivery, at: waiting.startIndex)
    }

    /// Takes a recorded verdict.
    func note(_ verdict: Verdict, on delivery: PendingDelivery, retryAt due: Date?, at now: Date) {
        inFlight -= 1
        if let due {
            deferred.append(
                PendingDelivery(number: delivery.number, domain: delivery.domain, due: due)
            )
        }
        switch verdict {
        case .accepted, .refused, .deferred(.reply): failuresInARow = 0
        case .deferred(.connectionLost), .unknown: noteFailure("the connection was lost", at: now)
        case .deferred(.relayFault(let reply)): noteFault(reply, at: now)
        }
        switch watch.note(verdict) {
        case .goOn: break
        case .pause(let duration): hold(for: duration, at: now)
        case .stop(let reason): stop(.refusals(reason))
        }
    }

    private func noteFault(_ reply: Reply, at now: Date) {
        guard reply.code / 100 != 5 else {
            return stop(
                .relayFailed("the relay refuses this sender or session with \(reply.name)")
            )
        }
        noteFailure("the relay refused the session with \(reply.name)", at: now)
    }

    /// Waits 1, 2, 5, 10, 20 seconds, then gives the relay up.
    private func noteFailure(_ reason: String, at now: Date) {
        // What was in flight on other connections fails with the same relay: one failure, not many.
        guard now >= heldUntil else { return }
        let waits: [Duration] = [.zero] + [1, 2, 5, 10, 20].map { .seconds($0) }
        guard failuresInARow < waits.count else {
            return stop(.relayFailed("\(reason), \(failuresInARow) times in a row"))
        }
        hold(for: waits[failuresInARow], at: now)
        failuresInARow += 1
    }

    private func hold(for duration: Duration, at now: Date) {
        heldUntil = max(heldUntil, now.addingTimeInterval(duration.inSeconds))
    }

    /// Whether a connection may be made now, which then counts as being made.
    func leaveToConnect(at now: Date) -> Leave {
        guard stopReason == nil else { return .never }
        guard now >= heldUntil else { return .later(heldUntil) }
        connecting += 1
        return .now
    }

    func noteConnected() {
        connecting -= 1
        connected += 1
        hasConnected = true
    }

    func noteDisconnected() {
        connected -= 1
    }

    /// Whether a connection that could not be made shall be tried again; otherwise the asker ends.
    ///
    /// As long as others stand or are being made, they carry on without it.
    func noteUnconnected(_ error: RelayError, at now: Date) -> Bool {
        connecting -= 1
        guard stopReason == nil, connected == 0, connecting == 0 else { return false }
        guard hasConnected, error.isTransient else {
            stop(hasConnected ? .relayFailed(error.message) : .relayUnreachable(error))
            return false
        }
        noteFailure(error.message, at: now)
        return stopReason == nil
    }

    /// Lets what is in flight end and begins nothing more.
    ///
    /// The first reason stays.
    func stop(_ reason: StopReason) {
        if stopReason == nil { stopReason = reason }
    }
}
