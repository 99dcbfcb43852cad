import MailCore

/// How often the relay has hung up on each message, in this run.
struct LossCount {
    private struct Losses {
        var count = 0
        /// Whether the relay has taken somebody else's message since the first one.
        var areOthersTaken = false
    }

    private var losses: [Int64: Losses] = [:]

    /// - Returns: How often it had hung up on that message before this verdict, and whether it has
    ///   taken others since: then it is the message, and not the relay that fails.
    mutating func note(_ verdict: Verdict, of message: Int64) -> (count: Int, isMessage: Bool) {
        let before = losses[message] ?? Losses()
        switch verdict {
        case .deferred(.connectionLost), .deferred(.sessionEnded):
            losses[message, default: Losses()].count += 1
        case .accepted:
            losses[message] = nil
            for other in losses.keys { losses[other]?.areOthersTaken = true }
        case .refused, .unknown: losses[message] = nil
        case .deferred(.reply), .deferred(.doubtfulRefusal), .deferred(.relayFault): break
        }
        return (before.count, before.areOthersTaken)
    }
}
