package import Foundation
import Synchronization

/// A clock that stands still unless somebody sleeps: then it moves on to the end of the sleep, and
/// nobody waits.
package final class ManualClock: Sendable {
    private struct State {
        var now: Date
        var slept = 0.0
    }

    private let state: Mutex<State>

    package init(at start: Date) {
        state = Mutex(State(now: start))
    }

    package var now: Date { state.withLock(\.now) }

    /// As a clock that nobody sets has it: what was slept.
    package var elapsed: Duration { .seconds(state.withLock(\.slept)) }

    /// Moves on, or back.
    package func set(_ date: Date) { state.withLock { $0.now = date } }

    package func sleep(_ duration: Duration) async {
        let seconds =
            Double(duration.components.seconds)
            + Double(duration.components.attoseconds) / 1e18
        let end = state.withLock { $0.slept + max(seconds, 0) }
        // Whoever begins to sleep meanwhile sleeps at the same time, not afterwards.
        await Task.yield()
        state.withLock { state in
            let left = max(end - state.slept, 0)
            state.now += left
            state.slept += left
        }
    }
}
