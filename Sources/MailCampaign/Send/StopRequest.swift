import Synchronization

/// How somebody asks a sending to stop; may come before it has begun.
package final class StopRequest: Sendable {
    private struct State {
        var isAsked = false
        var stop: (@Sendable () async -> Void)?
    }

    private let state = Mutex(State())

    package init() {}

    /// Lets what is in flight end, and nothing new begin.
    package func ask() async {
        let stop = state.withLock { state in
            state.isAsked = true
            return state.stop
        }
        await stop?()
    }

    /// Whether somebody has asked.
    package var isAsked: Bool { state.withLock { $0.isAsked } }

    /// Whoever sends says what stops it.
    func whenAsked(_ stop: @escaping @Sendable () async -> Void) async {
        let isAsked = state.withLock { state in
            state.stop = stop
            return state.isAsked
        }
        if isAsked { await stop() }
    }
}
