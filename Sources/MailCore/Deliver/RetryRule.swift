package import struct Foundation.Date

/// When a deferred delivery is tried again, and when it is given up.
package struct RetryRule: Hashable, Sendable {
    /// Waiting time after each failed attempt; when they are used up, the delivery is refused.
    package let waits: [Duration]
    /// A retry that would begin less than this before the appointment makes no sense.
    package let leadTime: Duration

    /// Waits of 1, 2, 5, 10 and then 20 minutes, for about four hours; up to one hour before the
    /// appointment.
    package static let standard = RetryRule(
        waits: [60, 120, 300, 600].map { .seconds($0) }
            + Array(repeating: .seconds(1_200), count: 11),
        leadTime: .seconds(3_600)
    )

    package init(waits: [Duration], leadTime: Duration) {
        self.waits = waits
        self.leadTime = leadTime
    }

    /// What to do with a deferred delivery.
    package enum Decision: Hashable, Sendable {
        case retry(at: Date)
        case giveUp(because: String)
    }

    /// Decides after an attempt.
    ///
    /// - Parameters:
    ///   - attempts: How often the relay has refused it for now, at least 1.
    ///   - now: The campaign's present.
    ///   - appointment: Its first appointment.
    /// - Returns: When to try again, or why not.
    package func decision(attempts: Int, now: Date, appointment: Date) -> Decision {
        guard attempts <= waits.count else {
            return .giveUp(because: "the relay put it off \(attempts) times")
        }
        let due = now.addingTimeInterval(waits[attempts - 1].inSeconds)
        guard due.addingTimeInterval(leadTime.inSeconds) <= appointment else {
            return .giveUp(because: "its appointment is too near for another attempt")
        }
        return .retry(at: due)
    }
}

extension Duration {
    /// As seconds, for arithmetic with `Date`.
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
