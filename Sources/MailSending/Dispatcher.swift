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
        if let index = deferred.indices.first(where: { (deferred[$0].due ?? now) <= now }) {
            let earliest = pace.earliest(for: deferred[index].domain, at: now)
            return earliest <= now
                ? begin(deferred.remove(at: index), at: now) : .wait(until: earliest)
        }
        guard !waiting.isEmpty else {
            if let due = deferred.compactMap(\.due).min() { return .wait(until: due) }
            return inFlight == 0 ? .done : .wait(until: now)
        }
        return nextWaiting(at: now)
    }

    /// The first whose domain is not at its limit; looking a little ahead is enough, since
    /// domains are mixed.
    private func nextWaiting(at now: Date) -> Turn {
        var soonest = Date.distantFuture
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

    func noteConnecting() {
        connecting += 1
    }

    func noteConnected() {
        connecting -= 1
        connected += 1
        hasConnected = true
    }

    func noteDisconnected() {
        connected -= 1
    }

    /// When a connection that could not be made should be tried again; nil if the asker shall end.
    ///
    /// As long as others stand or are being made, they carry on without it.
    func noteUnconnected(_ error: RelayError, at now: Date) -> Date? {
        connecting -= 1
        guard stopReason == nil, connected == 0, connecting == 0 else { return nil }
        guard hasConnected, error.isTransient else {
            stop(hasConnected ? .relayFailed(error.message) : .relayUnreachable(error))
            return nil
        }
        noteFailure(error.message, at: now)
        return stopReason == nil ? heldUntil : nil
    }

    /// Lets what is in flight end and begins nothing more.
    ///
    /// The first reason stays.
    func stop(_ reason: StopReason) {
        if stopReason == nil { stopReason = reason }
    }
}
