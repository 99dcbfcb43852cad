import Foundation
import MailCore
import MailJournal

/// The one dispatcher that all connections of a campaign ask, one after the other.
actor SharedDispatcher {
    private var dispatcher: Dispatcher
    private let elapsed: @Sendable () -> Duration

    /// - Parameters:
    ///   - dispatcher: Decides.
    ///   - beginning: Both clocks when its waiting times were made.
    ///   - elapsed: A clock that nobody sets.
    init(
        _ dispatcher: Dispatcher,
        at beginning: (now: Date, elapsed: Duration),
        elapsed: @escaping @Sendable () -> Duration
    ) {
        self.dispatcher = dispatcher
        self.elapsed = elapsed
        // A clock that is set before the first question must be noticed as well.
        self.dispatcher.followClock(to: beginning.now, elapsed: beginning.elapsed)
    }

    /// Why it ended before the end; nil if nothing is left to do by itself.
    var ending: StopReason? { dispatcher.stopReason ?? StopReason(setAside: dispatcher.setAside) }

    func next(at now: Date) -> Dispatcher.NextStep {
        dispatcher.followClock(to: now, elapsed: elapsed())
        return dispatcher.next(at: now)
    }

    func isLate(_ delivery: PendingDelivery, at now: Date) -> Bool {
        dispatcher.isLate(delivery, at: now)
    }

    func putBack(_ delivery: PendingDelivery) { dispatcher.putBack(delivery) }

    func judge(
        _ verdict: Verdict,
        on delivery: PendingDelivery,
        probe: Dispatcher.Probe,
        deferralsInARow: Int,
        at now: Date
    ) -> Dispatcher.Judgement {
        dispatcher.followClock(to: now, elapsed: elapsed())
        return dispatcher.judge(
            verdict,
            on: delivery,
            probe: probe,
            deferralsInARow: deferralsInARow,
            at: now
        )
    }

    func noteExpired() { dispatcher.noteExpired() }

    /// - Returns: What there is to tell of how it goes.
    func conclude(
        _ delivery: PendingDelivery,
        _ fate: FailurePolicy.Fate,
        at now: Date
    ) -> SendingCourse {
        dispatcher.conclude(delivery, fate)
        return dispatcher.course(at: now)
    }

    func course(at now: Date) -> SendingCourse { dispatcher.course(at: now) }

    func permissionToConnect(at now: Date) -> Dispatcher.ConnectDecision {
        dispatcher.followClock(to: now, elapsed: elapsed())
        return dispatcher.permissionToConnect(at: now)
    }

    func noteConnected() { dispatcher.noteConnected() }

    func noteDisconnected() { dispatcher.noteDisconnected() }

    func noteUnconnected(_ error: RelayError, at now: Date) -> Dispatcher.ReconnectDecision {
        dispatcher.noteUnconnected(error, at: now)
    }

    func stop(_ reason: StopReason) { dispatcher.stop(reason) }
}
