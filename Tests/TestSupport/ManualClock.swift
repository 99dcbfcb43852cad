package import Foundation
import Synchronization

/// A clock that stands still unless somebody sleeps: then it moves on to the end of the sleep, and
/// nobody waits.
package final class ManualClock: Sendable {
    private let moment: Mutex<Date>

    package init(at start: Date) {
        moment = Mutex(start)
    }

    package var now: Date { moment.withLock(\.self) }

    /// Moves on, or back.
    package func set(_ date: Date) { moment.withLock { $0 = date } }

    package func sleep(_ duration: Duration) async {
        let seconds =
            Double(duration.components.seconds)
            + Double(duration.components.attoseconds) / 1e18
        moment.withLock { $0 += max(seconds, 0) }
        await Task.yield()
    }
}
