package import struct Foundation.Date

/// What the policy must know, and what it says is to be done.
extension FailurePolicy {
    /// What becomes of a message.
    package enum Fate: Hashable, Sendable {
        /// The verdict stands, and nothing more happens by itself.
        case settled
        /// An attempt is an attempt, whatever ended it.
        case retry(at: Date)
        /// It stays open and is not tried again in this run: a person should look.
        case setAside
        case expired(because: StateReason)
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
        /// No news of it: it fails as it did a moment ago and is being given time already, since what
        /// was in flight on other connections fails with it; or it hangs up on one message alone.
        case keepWaiting
        /// Begin nothing for so long.
        case hold(Duration)
        case stop(because: PauseReason)
    }

    /// Everything that one verdict does.
    package struct Actions: Hashable, Sendable {
        /// What is written down: the relay's verdict, unless it refused in words that may be meant
        /// for the sender.
        package let verdict: Verdict
        package let fate: Fate
        package let connection: ConnectionAction
        package let relay: RelayAction

        /// The state the message is in afterwards.
        package var state: DeliveryState {
            switch fate {
            case .expired: .expired
            case .settled, .retry, .setAside: verdict.state
            }
        }

        package init(
            verdict: Verdict,
            fate: Fate,
            connection: ConnectionAction,
            relay: RelayAction
        ) {
            self.verdict = verdict
            self.fate = fate
            self.connection = connection
            self.relay = relay
        }
    }

    /// What the policy must know of the message.
    package struct Attempt: Hashable, Sendable {
        /// How many attempts came before this one.
        package let attempts: Int
        /// Its first appointment, on the same clock as `now`.
        package let appointment: Date
        /// How often the relay has hung up on it in this run, before this attempt.
        package let losses: Int
        /// Whether the relay has taken others since it hung up on this one: then it is the message, and
        /// not the relay that fails.
        package let isLostAlone: Bool
        /// From 0 to 1, see `RetryRule`.
        package let spread: Double
        /// For how long the brake holds all messages; nil if this verdict was not about the rate.
        package let brake: Duration?

        package init(
            attempts: Int,
            appointment: Date,
            losses: Int = 0,
            isLostAlone: Bool = false,
            spread: Double = 0,
            brake: Duration? = nil
        ) {
            self.attempts = attempts
            self.appointment = appointment
            self.losses = losses
            self.isLostAlone = isLostAlone
            self.spread = spread
            self.brake = brake
        }
    }

    /// What the policy must know of the relay.
    package struct RelayRecord: Hashable, Sendable {
        /// Failures without anything that worked in between.
        package var failuresInARow: Int
        /// Whether it is being given time.
        package var isHeld: Bool
        /// Whether any connection has ever stood.
        package var hasConnected: Bool
        /// How many messages the connection has deferred in a row, before this one.
        package var deferralsInARow: Int

        package init(
            failuresInARow: Int = 0,
            isHeld: Bool = false,
            hasConnected: Bool = false,
            deferralsInARow: Int = 0
        ) {
            self.failuresInARow = failuresInARow
            self.isHeld = isHeld
            self.hasConnected = hasConnected
            self.deferralsInARow = deferralsInARow
        }
    }
}
