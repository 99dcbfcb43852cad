package import Foundation

/// Collects the steps of all connections into shared commits: a commit costs a disk flush, and
/// one flush is enough for everybody who waits for it.
package actor DeliveryLedger {
    /// Commits the steps of one campaign, durable when it returns.
    package typealias Commit =
        @Sendable (_ steps: [DeliveryStep], _ now: Date) async throws -> [ClaimedDelivery?]

    private enum Turn {
        /// The step was committed by somebody else.
        case done(ClaimedDelivery?)
        /// Commit what has gathered, this step included.
        case lead
    }

    private struct Waiting {
        let step: DeliveryStep
        let continuation: CheckedContinuation<Turn, any Error>
    }

    private let commit: Commit
    private let now: @Sendable () -> Date
    private var waiting: [Waiting] = []
    private var isCommitting = false

    /// - Parameters:
    ///   - journal: Where the steps are written.
    ///   - campaign: Whose they are.
    ///   - now: The time.
    ///   - commit: Nil for the journal's own way, beside everybody on its own thread. The simulation has
    ///     another, since it decides itself who goes on when.
    package init(
        journal: Journal,
        campaign: String,
        now: @escaping @Sendable () -> Date,
        commit: Commit? = nil
    ) {
        self.now = now
        self.commit =
            commit ?? { try await journal.steps($0, campaign: campaign, at: $1) }
    }

    /// Records the outcome and claims the next message, durable when it returns.
    ///
    /// - Throws: `JournalError`: nothing of this step was written; stop sending at once.
    package func perform(_ step: DeliveryStep) async throws -> ClaimedDelivery? {
        guard isCommitting else { return try await lead(step) }
        let turn = try await withCheckedThrowingContinuation { continuation in
            waiting.append(Waiting(step: step, continuation: continuation))
        }
        return switch turn {
        case .done(let claimed): claimed
        case .lead: try await lead(step)
        }
    }

    /// Commits the leader's own step and every step that waits, then hands the lead on.
    private func lead(_ own: DeliveryStep) async throws -> ClaimedDelivery? {
        isCommitting = true
        let followers = waiting
        waiting = []
        defer { handOn() }
        do {
            let claimed = try await commit([own] + followers.map(\.step), now())
            for (follower, result) in zip(followers, claimed.dropFirst()) {
                follower.continuation.resume(returning: .done(result))
            }
            return claimed[0]
        } catch {
            for follower in followers { follower.continuation.resume(throwing: error) }
            throw error
        }
    }

    private func handOn() {
        isCommitting = false
        guard !waiting.isEmpty else { return }
        // The next leader runs a little later; nobody may slip in before it.
        isCommitting = true
        waiting.removeFirst().continuation.resume(returning: .lead)
    }
}
