import Foundation
import Synchronization

/// Stops all lines of a sender where the Nth step would be, as if time stood still, and copies
/// the files that a kill at that instant would leave.
///
/// A line stands either in its connection or in its sleep. When all of them do, nobody writes.
final class DeathStage: Sendable {
    private struct State {
        var steps = 0
        var isFrozen = false
        var standing = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
        var isOver = false
    }

    private let state = Mutex(State())
    private let lines: Int
    private let fatal: Int
    private let atDeath: @Sendable () async -> Void

    /// - Parameters:
    ///   - step: The number of the step that is not taken any more.
    ///   - lines: How many lines the sender has.
    ///   - atDeath: Called once while everything stands still.
    init(at step: Int, lines: Int, atDeath: @escaping @Sendable () async -> Void) {
        fatal = step
        self.lines = lines
        self.atDeath = atDeath
    }

    /// Whether the step came at all.
    var isOver: Bool { state.withLock(\.isOver) }

    /// A line is at its next step.
    func step() async {
        let stays = state.withLock { state in
            state.steps += 1
            if state.steps == fatal { state.isFrozen = true }
            return state.isFrozen
        }
        guard stays else { return }
        let isLast = state.withLock { state in
            state.standing += 1
            return state.standing == lines
        }
        guard isLast else {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if !state.isOver { state.waiting.append(continuation) }
                    return state.isOver
                }
                if isOver { continuation.resume() }
            }
            return
        }
        await atDeath()
        let waiting = state.withLock { state in
            state.isOver = true
            state.isFrozen = false
            return state.waiting
        }
        for line in waiting { line.resume() }
    }

    /// A line sleeps, which is a step only while everybody else stands still.
    func sleep() async {
        if state.withLock({ $0.isFrozen }) { await step() }
    }
}
