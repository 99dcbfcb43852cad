package import MailCore
import Synchronization

/// One connection to the relay, which gets one event, with the first verdict on it.
package final class OpenedSession: Sendable {
    /// What the relay said of itself.
    package let relay: RelaySession
    /// The number of its event; nil until it has one.
    ///
    /// A commit that fails leaves a number that no event has; but then sending stops, and nothing is
    /// recorded on this connection any more.
    private let event = Mutex<Int?>(nil)

    package init(_ relay: RelaySession) {
        self.relay = relay
    }

    /// The number of its event, which is made when it is first asked for.
    func event(recording record: () throws -> Int) rethrows -> Int {
        try event.withLock { event in
            if let event { return event }
            let made = try record()
            event = made
            return made
        }
    }
}
