package import struct Foundation.Date

/// When a deferred delivery is tried again, and when there is no time left for it.
///
/// A pure function of the attempts so far, the relay's hint, the appointment, and a number that
/// spreads the retries out. Only time ends the attempts: how often the relay said “later” says
/// nothing about the person.
package struct RetryRule: Hashable, Sendable {
    /// Waiting time after each attempt; the last one stays.
    package let waits: [Duration]
    /// Retries end so long before the appointment; the first attempt may come until the appointment
    /// itself.
    package let leadTime: Duration

    /// Waits of 1, 2, 5, 10 and then always 20 minutes; up to one hour before the appointment, so
    /// that there is time for the phone.
    package static let standard = RetryRule(
        waits: [60, 120, 300, 600, 1_200].map { .seconds($0) },
        leadTime: .seconds(3_600)
    )

    /// A hint of the relay counts up to here.
    package static let longestHint = 3_600
    /// By so much of itself a wait grows at most, to spread retries out.
    private static let mostSpread = 0.2

    /// No message waits longer than that, whatever the relay says.
    package var longestWait: Duration {
        .seconds(
            max(waits.map(\.inSeconds).max() ?? 0, Double(Self.longestHint))
                * (1 + Self.mostSpread)
        )
    }

    package init(waits: [Duration], leadTime: Duration) {
        self.waits = waits
        self.leadTime = leadTime
    }

    /// What to do with a deferred delivery.
    package enum Decision: Hashable, Sendable {
        case retry(at: Date)
        case expire(because: StateReason)
    }

    /// Decides after an attempt.
    ///
    /// - Parameters:
    ///   - attempts: How often it has been tried, at least 1.
    ///   - hint: How many seconds the relay asked for; nil if it did not.
    ///   - spread: From 0 to 1: so that many that were deferred at once do not come back at once.
    ///   - now: The time of the decision.
    ///   - appointment: Its first appointment, on the same clock.
    /// - Returns: When to try again, or why not.
    package func decision(
        attempts: Int,
        hint: Int? = nil,
        spread: Double = 0,
        now: Date,
        appointment: Date
    ) -> Decision {
        let place = min(max(attempts, 1), waits.count) - 1
        let own = waits.isEmpty ? 0 : waits[place].inSeconds
        let asked = Double(min(hint ?? 0, Self.longestHint))
        let due = now.addingTimeInterval(max(own, asked) * (1 + Self.mostSpread * spread))
        guard due <= deadline(attempts: attempts, appointment: appointment) else {
            return .expire(because: .noTimeForAnother)
        }
        return .retry(at: due)
    }

    /// The last moment at which an attempt makes sense.
    package func deadline(attempts: Int, appointment: Date) -> Date {
        attempts == 0 ? appointment : appointment.addingTimeInterval(-leadTime.inSeconds)
    }
}

extension Duration {
    /// As seconds, for arithmetic with `Date`.
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
