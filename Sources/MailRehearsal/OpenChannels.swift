import NIOCore
import Synchronization

/// The connections that have to be closed when the server stops.
final class OpenChannels: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isClosing = false
    }

    private let state = Mutex(State())

    /// A connection that comes while the server stops is closed at once.
    func add(_ channel: any Channel) {
        let isLate = state.withLock { state in
            if !state.isClosing { state.channels[ObjectIdentifier(channel)] = channel }
            return state.isClosing
        }
        guard !isLate else { return channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in
            _ = self.state.withLock { $0.channels.removeValue(forKey: ObjectIdentifier(channel)) }
        }
    }

    func close() async {
        let channels = state.withLock { state in
            state.isClosing = true
            return Array(state.channels.values)
        }
        for channel in channels {
            try? await channel.close()
        }
    }
}
