package import Foundation
package import MailCore

/// A delivery that a connection has taken; `sending` is durable before this value exists.
package struct ClaimedDelivery: Sendable {
    package let message: StoredMessage
    /// When it was first claimed; the message's `Date` on every attempt.
    package let firstClaimed: Date
    /// How many attempts have counted so far.
    package let attempts: Int

    package var number: Int64 { message.number }
}

/// What one connection has to say in one commit: the verdict on the last message, and the message
/// it takes next.
package struct DeliveryStep: Sendable {
    /// A verdict, and what the failure policy makes of it.
    package struct Outcome: Sendable {
        package let delivery: ClaimedDelivery
        package let submission: Submission
        package let fate: FailurePolicy.Fate
        /// Nil if nobody noted them.
        package let circumstances: Circumstances?
        private(set) var facts: VerdictFacts?

        package init(
            delivery: ClaimedDelivery,
            submission: Submission,
            fate: FailurePolicy.Fate,
            circumstances: Circumstances? = nil
        ) {
            self.delivery = delivery
            self.submission = submission
            self.fate = fate
            self.circumstances = circumstances
            facts = VerdictFacts(before: self)
        }
    }

    /// On which connection a submission happened, and when.
    package struct Circumstances: Sendable {
        package let session: OpenedSession
        /// Just before the submission began.
        package let began: Date
        /// Just after it ended.
        package let ended: Date

        package init(session: OpenedSession, began: Date, ended: Date) {
            self.session = session
            self.began = began
            self.ended = ended
        }
    }

    package let outcome: Outcome?
    /// The message to claim.
    package let claim: Int64?
    /// The same as it is stored, if it was read already.
    package let message: StoredMessage?
    /// The message in flight on the same connection whose verdict must come first.
    package let claimAheadOf: Int64?

    package init(
        outcome: Outcome?,
        claim: Int64?,
        claimAheadOf: Int64?,
        message: StoredMessage? = nil
    ) {
        self.outcome = outcome
        self.claim = claim
        self.message = message
        self.claimAheadOf = claimAheadOf
    }

    /// The message of which the outcome says that its person was not told; nil if it may have been.
    var untold: Int64? {
        guard let outcome, outcome.delivery.number != claim else { return nil }
        return switch outcome.submission.verdict {
        case .refused, .deferred: outcome.delivery.number
        case .accepted, .unknown: nil
        }
    }
}

/// A message that waits for its turn.
package struct PendingDelivery: Sendable {
    package let number: Int64
    /// Its first row in the schedule, for people.
    package let row: Int
    /// The group of domains that the recipient's belongs to, for the pace (`DomainGroups`).
    package let group: String
    /// Its first appointment on the clock of this machine: a campaign planned with `--as-of` has a
    /// present of its own.
    package let appointment: Date
    /// How often it has been tried.
    package let attempts: Int
    /// When a deferred one may be tried again; nil for one never tried, or set aside.
    package let due: Date?

    package init(
        number: Int64,
        row: Int,
        group: String,
        appointment: Date,
        attempts: Int = 0,
        due: Date? = nil
    ) {
        self.number = number
        self.row = row
        self.group = group
        self.appointment = appointment
        self.attempts = attempts
        self.due = due
    }

    /// The same after another attempt.
    package func retried(at due: Date) -> PendingDelivery {
        PendingDelivery(
            number: number,
            row: row,
            group: group,
            appointment: appointment,
            attempts: attempts + 1,
            due: due
        )
    }

    /// The same on a clock that was moved.
    package func shifted(by seconds: Double) -> PendingDelivery {
        PendingDelivery(
            number: number,
            row: row,
            group: group,
            appointment: appointment,
            attempts: attempts,
            due: due?.addingTimeInterval(seconds)
        )
    }

    /// From 0 to 1, another one for every attempt of every message: multiples of the golden ratio
    /// lie evenly, and the same again whoever asks.
    package var spread: Double {
        (Double(number + Int64(attempts) * 7) * 0.618_033_988_749_895)
            .truncatingRemainder(dividingBy: 1)
    }
}

/// An attempt that has begun, as the pace sees it.
package struct PastAttempt: Hashable, Sendable {
    package let at: Date
    /// The recipient's group of domains; empty when the address has been erased.
    package let group: String
}

/// A verdict of an earlier run, as the brakes see it.
package struct PastVerdict: Hashable, Sendable {
    package let at: Date
    /// The message's; nil if it is gone.
    package let number: Int64?
    /// The recipient's group of domains; empty when the address has been erased.
    package let group: String
    /// Only what the brakes ask of a verdict is true of it: that the relay took the message, or what it
    /// said instead.
    package let verdict: Verdict
}
