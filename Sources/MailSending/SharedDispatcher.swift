import Foundation
import MailCore
import MailJournal

/// The one dispatcher that all connections of a campaign ask, one after the other.
actor SharedDispatcher {
    private var dispatcher: Dispatcher

    init(_ dispatcher: Dispatcher) {
        self.dispatcher = dispatcher
    }

    /// Why it ended before the end; nil if nothing is left to do by itself.
    var ending: StopReason? { dispatcher.stopReason ?? StopReason(setAside: dispatcher.setAside) }

    func next(at now: Date) -> Dispatcher.NextStep { dispatcher.next(at: now) }

    func putBack(_ delivery: PendingDelivery) { dispatcher.putBack(delivery) }

    func judge(
        _ verdict: Verdict,
        on delivery: PendingDelivery,
        probe: Dispatcher.Probe,
        deferralsInARow: Int,
        at now: Date
    ) -> Dispatcher.Judgement {
        dispatcher.judge(
            verdict,
            on: delivery,
            probe: probe,
            deferralsInARow: deferralsInARow,
            at: now
        )
    }

    func noteExpired() { dispatcher.noteExpired() }

    func conclude(_ delivery: PendingDelivery, _ fate: FailurePolicy.Fate) {
        dispatcher.conclude(delivery, fate)
    }

    func permissionToConnect(at now: Date) -> Dispatcher.ConnectDecision {
        dispatcher.permissionToConnect(at: now)
    }

    func noteConnected() { dispatcher.noteConnected() }

    func noteDisconnected() { dispatcher.noteDisconnected() }

    func noteUnconnected(_ error: RelayError, at now: Date) -> Dispatcher.ReconnectDecision {
        dispatcher.noteUnconnected(error, at: now)
    }

    func stop(_ reason: StopReason) { dispatcher.stop(reason) }
}
