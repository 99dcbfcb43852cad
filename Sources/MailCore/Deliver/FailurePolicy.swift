package import struct Foundation.Date

/// What a verdict, or a connection that could not be made, does: to the message, to its
/// connection, to the whole relay, and to the counters.
///
/// The only place that decides it. Sending and the recovery after a crash ask the same value;
/// docs/delivery-states.md shows it as a table.
package struct FailurePolicy: Hashable, Sendable {
    /// When a message is tried again.
    package let retry: RetryRule
    /// How long nothing is begun after each failure of the relay in a row; when they are used up,
    /// sending stops.
    package let relayWaits: [Duration]

    /// The first failure waits for nothing: a new connection is often enough.
    package static let relayWaits: [Duration] = [0, 1, 2, 5, 10, 20].map { .seconds($0) }

    package static let standard = FailurePolicy()

    package init(
        retry: RetryRule = .standard,
        relayWaits: [Duration] = FailurePolicy.relayWaits
    ) {
        self.retry = retry
        self.relayWaits = relayWaits
    }

    /// What becomes of a message.
    package enum Fate: Hashable, Sendable {
        /// The verdict stands, and nothing more happens by itself.
        case settled
        case retry(at: Date, countsAsAttempt: Bool)
        case givenUp(because: String)
    }

    /// What becomes of the connection.
    package enum ConnectionAction: Hashable, Sendable {
        case keep
        case close
    }

    /// What the relay as a whole has shown.
    package enum RelayAction: Hashable, Sendable {
        /// It answers: earlier failures are forgotten.
        case goOn
        /// It fails, as it did a moment ago, and is being given time already: what was in flight on
        /// other connections fails with it. One failure, not many.
        case keepWaiting
        /// Begin nothing for so long.
        case hold(Duration)
        case stop(because: String)
    }

    /// Everything that one verdict does.
    package struct Actions: Hashable, Sendable {
        package let fate: Fate
        package let connection: ConnectionAction
        package let relay: RelayAction

        package init(fate: Fate, connection: ConnectionAction, relay: RelayAction) {
            self.fate = fate
            self.connection = connection
            self.relay = relay
        }
    }

    /// What the policy must know of the message.
    package struct Attempt: Hashable, Sendable {
        /// How many attempts counted before this one.
        package let attempts: Int
        /// Its first appointment, on the same clock as `now`.
        package let appointment: Date

        package init(attempts: Int, appointment: Date) {
            self.attempts = attempts
            self.appointment = appointment
        }
    }

    /// What the policy must know of the relay.
    package struct RelayRecord: Hashable, Sendable {
        /// Failures without anything that worked in between.
        package var failuresInARow = 0
        /// Whether it is being given time.
        package var isHeld = false
        /// Whether any connection has ever stood.
        package var hasConnected = false

        package init(failuresInARow: Int = 0, isHeld: Bool = false, hasConnected: Bool = false) {
            self.failuresInARow = failuresInARow
            self.isHeld = isHeld
            self.hasConnected = hasConnected
        }
    }

    /// Everything that a verdict does.
    package func actions(
        after verdict: Verdict,
        on attempt: Attempt,
        relay: RelayRecord,
        now: Date
    ) -> Actions {
        Actions(
            fate: fate(after: verdict, on: attempt, now: now),
            connection: verdict.endsConnection ? .close : .keep,
            relay: relayAction(after: verdict, relay)
        )
    }

    /// What a verdict does to its message.
    package func fate(after verdict: Verdict, on attempt: Attempt, now: Date) -> Fate {
        switch verdict {
        case .accepted, .refused, .unknown: .settled
        case .deferred(.reply): fateAfterReply(attempt, now: now)
        // Nobody is to blame: at once on another connection, and it uses up no attempt.
        case .deferred(.connectionLost), .deferred(.relayFault):
            .retry(at: now, countsAsAttempt: false)
        }
    }

    private func fateAfterReply(_ attempt: Attempt, now: Date) -> Fate {
        let decision = retry.decision(
            attempts: attempt.attempts + 1,
            now: now,
            appointment: attempt.appointment
        )
        return switch decision {
        case .retry(let due): .retry(at: due, countsAsAttempt: true)
        case .giveUp(let reason): .givenUp(because: reason)
        }
    }

    private func relayAction(after verdict: Verdict, _ relay: RelayRecord) -> RelayAction {
        switch verdict {
        case .accepted, .refused, .deferred(.reply): .goOn
        case .unknown, .deferred(.connectionLost): failure("the connection was lost", relay)
        case .deferred(.relayFault(let reply)) where reply.code >= 500:
            .stop(because: "the relay refuses this sender or session with \(reply.name)")
        case .deferred(.relayFault(let reply)):
            failure("the relay refused the session with \(reply.name)", relay)
        }
    }

    /// What it does that no connection could be made while no other stands.
    ///
    /// A relay that was never there is no relay that went away: nothing was begun, and whoever
    /// started the program is still looking on.
    package func relayAction(without error: RelayError, _ relay: RelayRecord) -> RelayAction {
        guard relay.hasConnected, error.isTransient else { return .stop(because: error.message) }
        return failure(error.message, relay)
    }

    private func failure(_ reason: String, _ relay: RelayRecord) -> RelayAction {
        if relay.isHeld { return .keepWaiting }
        guard relay.failuresInARow < relayWaits.count else {
            return .stop(because: "\(reason), \(relay.failuresInARow) times in a row")
        }
        return .hold(relayWaits[relay.failuresInARow])
    }
}
