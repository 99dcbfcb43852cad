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
    /// sending stops, or goes on waiting as long as the last of them each time.
    package let relayWaits: [Duration]
    /// Whether sending waits for the relay until no message has time left.
    package let isPatient: Bool
    /// How long a message waits on which the relay hung up, beside what `retry` says for later
    /// attempts: others go on meanwhile.
    package let firstLossWait: Duration
    /// A message on which the connection was lost so often is set aside: it stays open, is named, and
    /// holds up nobody.
    package let mostLosses: Int
    /// A connection that only deferred so many messages in a row is renewed: some relays take a
    /// certain number of messages a connection, and say so with 4xx.
    package let mostDeferralsInARow: Int

    /// The first failure waits for nothing: a new connection is often enough.
    ///
    /// Then longer and longer, for about a quarter of an hour together.
    package static let relayWaits: [Duration] =
        ([0, 1, 2, 5, 10, 20, 30] + Array(repeating: 60, count: 13)).map { .seconds($0) }

    package static let standard = FailurePolicy()

    package init(
        retry: RetryRule = .standard,
        relayWaits: [Duration] = FailurePolicy.relayWaits,
        isPatient: Bool = false,
        firstLossWait: Duration = .seconds(5),
        mostLosses: Int = 5,
        mostDeferralsInARow: Int = 3
    ) {
        self.retry = retry
        self.relayWaits = relayWaits
        self.isPatient = isPatient
        self.firstLossWait = firstLossWait
        self.mostLosses = mostLosses
        self.mostDeferralsInARow = mostDeferralsInARow
    }

    /// Everything that a verdict does.
    ///
    /// - Parameters:
    ///   - verdict: The relay's.
    ///   - opinion: What a doubtful refusal is taken for; `open` for every other verdict.
    ///   - attempt: The message.
    ///   - relay: The relay.
    ///   - now: The time of the verdict.
    /// - Returns: What to write down, and what to do.
    package func actions(
        after verdict: Verdict,
        _ opinion: SecondOpinion.Opinion = .open,
        on attempt: Attempt,
        relay: RelayRecord,
        now: Date
    ) -> Actions {
        let booked = booked(verdict, opinion)
        return Actions(
            verdict: booked,
            fate: fate(after: booked, on: attempt, now: now),
            connection: connectionAction(after: booked, relay),
            relay: relayAction(after: booked, opinion, attempt, relay)
        )
    }

    /// What is written down of a verdict: a refusal that may be meant for the sender or the session
    /// is booked on nobody before a second opinion.
    package func booked(_ verdict: Verdict, _ opinion: SecondOpinion.Opinion = .open) -> Verdict {
        guard case .refused(let reply) = verdict, !reply.isAboutMailbox else { return verdict }
        return switch opinion {
        case .recipient: verdict
        case .open, .session: .deferred(.doubtfulRefusal(reply))
        }
    }

    /// What a verdict does to its message.
    package func fate(after booked: Verdict, on attempt: Attempt, now: Date) -> Fate {
        switch booked {
        case .accepted, .refused, .unknown: .settled
        case .deferred(.reply(let reply)):
            if let brake = attempt.brake {
                braked(attempt, brake, now: now)
            } else {
                later(attempt, hint: reply.retryAfter, now: now)
            }
        case .deferred(.doubtfulRefusal): later(attempt, hint: nil, now: now)
        case .deferred(.connectionLost), .deferred(.sessionEnded):
            attempt.losses + 1 < mostLosses ? soon(attempt, now: now) : .setAside
        case .deferred(.relayFault): soon(attempt, now: now)
        }
    }

    /// The relay means all messages: this one waits with the others, not for itself.
    private func braked(_ attempt: Attempt, _ brake: Duration, now: Date) -> Fate {
        let due = now.addingTimeInterval(brake.inSeconds)
        let deadline = retry.deadline(attempts: 1, appointment: attempt.appointment)
        return due <= deadline ? .retry(at: due) : later(attempt, hint: nil, now: now)
    }

    /// Nobody is to blame yet, so the first time it goes again within seconds, behind some others.
    private func soon(_ attempt: Attempt, now: Date) -> Fate {
        guard attempt.attempts == 0 else { return later(attempt, hint: nil, now: now) }
        let due = now.addingTimeInterval(firstLossWait.inSeconds)
        let deadline = retry.deadline(attempts: 1, appointment: attempt.appointment)
        return due <= deadline ? .retry(at: due) : later(attempt, hint: nil, now: now)
    }

    private func later(_ attempt: Attempt, hint: Int?, now: Date) -> Fate {
        let decision = retry.decision(
            attempts: attempt.attempts + 1,
            hint: hint,
            spread: attempt.spread,
            now: now,
            appointment: attempt.appointment
        )
        return switch decision {
        case .retry(let due): .retry(at: due)
        case .expire(let reason): .expired(because: reason)
        }
    }

    private func connectionAction(
        after booked: Verdict,
        _ relay: RelayRecord
    ) -> ConnectionAction {
        switch booked {
        case .accepted, .refused: .keep
        case .deferred(.reply), .deferred(.doubtfulRefusal):
            booked.endsConnection || relay.deferralsInARow + 1 >= mostDeferralsInARow
                ? .close : .keep
        case .deferred(.connectionLost), .deferred(.sessionEnded), .deferred(.relayFault),
            .unknown:
            .close
        }
    }

    private func relayAction(
        after booked: Verdict,
        _ opinion: SecondOpinion.Opinion,
        _ attempt: Attempt,
        _ relay: RelayRecord
    ) -> RelayAction {
        switch booked {
        case .deferred(.connectionLost) where attempt.isLostAlone,
            .deferred(.sessionEnded) where attempt.isLostAlone:
            .keepWaiting
        case .accepted, .refused, .deferred(.reply): .goOn
        case .deferred(.doubtfulRefusal(let reply)): afterDoubt(reply, opinion)
        case .unknown, .deferred(.connectionLost): failure(.connectionLost, relay)
        case .deferred(.sessionEnded(let reply)):
            failure(.sessionEnded(reply: reply.name), relay)
        case .deferred(.relayFault(let reply)) where reply.code >= 500:
            .stop(because: .senderRefused(reply: reply.name))
        case .deferred(.relayFault(let reply)):
            failure(.sessionRefused(reply: reply.name), relay)
        }
    }

    private func afterDoubt(_ reply: Reply, _ opinion: SecondOpinion.Opinion) -> RelayAction {
        switch opinion {
        case .recipient, .open: .goOn
        case .session(let witness):
            .stop(because: witness.reason(reply.name))
        }
    }

    /// What it does that no connection could be made while no other stands.
    ///
    /// A relay that was never there is no relay that went away: nothing was begun, and whoever
    /// started the program is still looking on, unless they said that it shall wait.
    package func relayAction(without error: RelayError, _ relay: RelayRecord) -> RelayAction {
        guard relay.hasConnected || isPatient, error.isTransient else {
            return .stop(because: .unconnected(trouble: error.trouble))
        }
        return failure(.unconnected(trouble: error.trouble), relay)
    }

    private func failure(_ reason: PauseReason, _ relay: RelayRecord) -> RelayAction {
        if relay.isHeld { return .keepWaiting }
        guard relay.failuresInARow < relayWaits.count else {
            if isPatient, let longest = relayWaits.last { return .hold(longest) }
            let minutes = Int((relayWaits.map(\.inSeconds).reduce(0, +) / 60).rounded())
            return .stop(
                because: .again(
                    what: reason,
                    times: relay.failuresInARow,
                    minutes: minutes > 1 ? minutes : nil
                )
            )
        }
        return .hold(relayWaits[relay.failuresInARow])
    }
}

extension SecondOpinion.Witness {
    fileprivate func reason(_ reply: String) -> PauseReason {
        switch self {
        case .recipients(let count): .manyRecipients(count: count, reply: reply)
        case .probe: .ownAddress(reply: reply)
        }
    }
}
