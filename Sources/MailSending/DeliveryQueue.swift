import Foundation
import MailCore
import MailJournal

/// The messages that still have to go, in the order of their appointments; deferred ones wait for
/// their time.
struct DeliveryQueue {
    /// What can be taken.
    enum Choice {
        case now(PendingDelivery)
        case later(Date)
    }

    private var waiting: ArraySlice<PendingDelivery>
    private var deferred: [PendingDelivery]
    /// Deferred ones and others take turns: neither holds up the other for long.
    private var isTurnOfDeferred = true

    /// Looking a little ahead is enough, since domains are mixed.
    private static let lookAhead = 500

    init(_ pending: [PendingDelivery]) {
        waiting = pending.filter { $0.due == nil }[...]
        deferred = pending.filter { $0.due != nil }
    }

    var isEmpty: Bool { waiting.isEmpty && deferred.isEmpty }

    /// How many wait for another attempt.
    var deferredCount: Int { deferred.count }

    /// When the next deferred one is due; nil if there is none.
    var nextAttempt: Date? { deferred.compactMap(\.due).min() }

    /// Until when the configured limits let nobody begin who was never tried; nil if they do not hold them back.
    func heldBack(at now: Date, by pace: PaceKeeper) -> Date? {
        var soonest: Date?
        for delivery in waiting.prefix(Self.lookAhead) {
            let free = pace.earliest(for: delivery.group, at: now)
            if free <= now { return nil }
            soonest = min(soonest ?? free, free)
        }
        return soonest
    }

    /// The first that is due and whose domain is not at its limit.
    ///
    /// - Parameters:
    ///   - now: The time.
    ///   - pace: The configured limits.
    ///   - brakes: The relay's own.
    ///   - newFirst: Whether those that were never tried go first.
    /// - Returns: It, or when to ask again.
    mutating func take(
        at now: Date,
        _ pace: PaceKeeper,
        _ brakes: Brakes,
        newFirst: Bool
    ) -> Choice {
        let earliest = { (group: String) in
            max(pace.earliest(for: group, at: now), brakes.earliest(for: group, at: now))
        }
        let (oldest, soonestOld) = firstDeferred(at: now, earliest)
        let (newest, soonestNew) = firstWaiting(at: now, earliest)
        if let oldest, newest == nil || isTurnOfDeferred && !newFirst {
            isTurnOfDeferred = false
            return .now(deferred.remove(at: oldest))
        }
        if let newest {
            isTurnOfDeferred = true
            return .now(takeWaiting(at: newest))
        }
        return .later(min(soonestOld, soonestNew))
    }

    /// One for which there is no time left; nil if there is time for all.
    mutating func takeLate(at now: Date, _ rule: RetryRule) -> PendingDelivery? {
        let isLate = { (delivery: PendingDelivery) in rule.isLate(delivery, at: now) }
        if let index = deferred.firstIndex(where: isLate) { return deferred.remove(at: index) }
        if let first = waiting.first, isLate(first) { return waiting.removeFirst() }
        return nil
    }

    mutating func putBack(_ delivery: PendingDelivery) {
        waiting.insert(delivery, at: waiting.startIndex)
    }

    mutating func add(_ delivery: PendingDelivery) {
        deferred.append(delivery)
    }

    /// Moves every waiting time.
    mutating func shift(by seconds: Double) {
        deferred = deferred.map { $0.shifted(by: seconds) }
    }

    private func firstDeferred(
        at now: Date,
        _ earliest: (String) -> Date
    ) -> (index: Int?, soonest: Date) {
        var soonest = Date.distantFuture
        for (index, delivery) in deferred.enumerated() {
            var free = delivery.due ?? now
            if free <= now { free = earliest(delivery.group) }
            if free <= now { return (index, free) }
            soonest = min(soonest, free)
        }
        return (nil, soonest)
    }

    private func firstWaiting(
        at now: Date,
        _ earliest: (String) -> Date
    ) -> (index: Int?, soonest: Date) {
        var soonest = Date.distantFuture
        for index in waiting.indices.prefix(Self.lookAhead) {
            let free = earliest(waiting[index].group)
            if free <= now { return (index, free) }
            soonest = min(soonest, free)
        }
        return (nil, soonest)
    }

    private mutating func takeWaiting(at index: Int) -> PendingDelivery {
        index == waiting.startIndex ? waiting.removeFirst() : waiting.remove(at: index)
    }
}

extension RetryRule {
    /// Whether an attempt makes no sense any more.
    func isLate(_ delivery: PendingDelivery, at now: Date) -> Bool {
        now > deadline(attempts: delivery.attempts, appointment: delivery.appointment)
    }

    /// A delivery as an earlier run has left it, with a time that can be true.
    ///
    /// Nobody is put off for longer than `longestWait`: where the journal says so, the clock has been set back
    /// since, and the delivery waits as if it had been deferred now; not at all if there is no time for that.
    func resumed(_ delivery: PendingDelivery, at now: Date) -> PendingDelivery {
        guard let due = delivery.due, due > now.addingTimeInterval(longestWait.inSeconds) else {
            return delivery
        }
        let decision = decision(
            attempts: delivery.attempts,
            spread: delivery.spread,
            now: now,
            appointment: delivery.appointment
        )
        let corrected =
            switch decision {
            case .retry(let due): due
            case .expire: now
            }
        return delivery.shifted(by: corrected.timeIntervalSince(due))
    }
}
