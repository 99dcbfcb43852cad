import Foundation
import MailCore
import MailJournal

/// One connection's work: the message in flight, the one announced behind it, and the connection.
struct RelayLine {
    /// A claimed delivery and the message it became.
    private struct Held {
        let pending: PendingDelivery
        let delivery: ClaimedDelivery
        let message: OutgoingMessage
    }

    /// A connection that stands, and what its relay said of itself.
    private struct Connection {
        let transport: any MessageTransport
        let session: RelaySession
    }

    private let sender: CampaignSender
    private let slot: Int
    private var connection: Connection?
    private var current: Held?
    private var announced: Held?

    init(sender: CampaignSender, slot: Int) {
        self.sender = sender
        self.slot = slot
    }

    /// Works until nothing is left or sending shall stop.
    ///
    /// Problems end up in the dispatcher.
    mutating func run() async {
        do {
            while try await holdCurrent(), try await connect() {
                try await submit()
            }
        } catch let error as SafetyError {
            await sender.dispatcher.stop(.safety(error.text))
        } catch {
            await sender.dispatcher.stop(.journal("\(error)"))
        }
        await hangUp()
        await giveBack()
    }

    /// Sees to it that there is a message to submit; false if there is nothing to do.
    private mutating func holdCurrent() async throws -> Bool {
        while current == nil {
            switch await sender.dispatcher.turn(at: sender.surroundings.now()) {
            case .done: return false
            case .go(let pending): current = try await claim(pending, ahead: nil)
            case .wait(let until): await nap(until: until)
            }
        }
        return true
    }

    /// At most a fifth of a second, so that a stop is heard soon.
    private func nap(until moment: Date) async {
        let left = moment.timeIntervalSince(sender.surroundings.now())
        await sender.surroundings.sleep(.seconds(min(max(left, 0.005), 0.2)))
    }

    /// Sees to it that a connection stands; false if none can be had.
    private mutating func connect() async throws -> Bool {
        while connection == nil {
            switch await sender.dispatcher.leaveToConnect(at: sender.surroundings.now()) {
            case .never: return false
            case .later(let moment):
                await nap(until: moment)
                continue
            case .now: break
            }
            let fresh = sender.surroundings.makeTransport()
            do {
                let session = try await fresh.open()
                await sender.dispatcher.noteConnected()
                connection = Connection(transport: fresh, session: session)
            } catch let error as RelayError {
                await fresh.close()
                let now = sender.surroundings.now()
                guard await sender.dispatcher.noteUnconnected(error, at: now) else { return false }
            }
        }
        return true
    }

    /// Submits the current message, announcing the next one if it is due now.
    private mutating func submit() async throws {
        guard let held = current, let connection else { return }
        if announced == nil, let next = await dueNow() {
            announced = try await claim(next, ahead: held.delivery.number)
        }
        let (flight, slot, number) = (sender.flight, slot, held.delivery.number)
        let began = sender.surroundings.now()
        let submission = await connection.transport.submit(
            held.message,
            announcing: announced?.message,
            phase: { flight.note($0, of: number, slot: slot) }
        )
        let circumstances = DeliveryStep.Circumstances(
            session: connection.session,
            began: began,
            ended: sender.surroundings.now()
        )
        if submission.verdict.endsConnection { await hangUp() }
        try await conclude(held, submission, circumstances)
    }

    /// Records the verdict and takes the message after the next, in one commit.
    private mutating func conclude(
        _ held: Held,
        _ submission: Submission,
        _ circumstances: DeliveryStep.Circumstances
    ) async throws {
        let now = sender.surroundings.now()
        let verdict = submission.verdict
        let decision = sender.decision(on: held.delivery, verdict, at: now)
        let outcome = DeliveryStep.Outcome(
            delivery: held.delivery,
            submission: submission,
            retry: decision,
            circumstances: circumstances
        )
        let following = announced
        let next = following != nil && connection != nil ? await dueNow() : nil
        current = following
        announced = nil
        // Must be durable before anything else is sent.
        let claimed = try await perform(
            outcome: outcome,
            claim: next,
            ahead: following?.delivery.number
        )
        // Must come before another line can take the message again: a slot that still named it
        // would tell a recovery of an attempt that is over.
        sender.flight.clear(slot: slot)
        let due: Date? = if case .retry(let at) = decision { at } else { nil }
        await sender.dispatcher.note(verdict, on: held.pending, retryAt: due, at: now)
        sender.onVerdict(verdict)
        announced = try hold(next, claimed)
        // The verdict is kept, whatever it is: somebody may have got it.
        let planned = held.delivery.message
        let fault = submission.receipt.fault(
            besides: planned.recipient.address,
            planned.digest,
            isWhole: verdict.event == .accepted
        )
        if let fault { throw SafetyError(planned, written: fault) }
    }

    private func dueNow() async -> PendingDelivery? {
        guard case .go(let pending) = await sender.dispatcher.turn(at: sender.surroundings.now())
        else { return nil }
        return pending
    }

    private func claim(_ pending: PendingDelivery, ahead: Int64?) async throws -> Held? {
        try hold(pending, await perform(outcome: nil, claim: pending, ahead: ahead))
    }

    /// One commit: the outcome of the last message, if any, and the claim of the next, if any.
    private func perform(
        outcome: DeliveryStep.Outcome?,
        claim pending: PendingDelivery?,
        ahead: Int64?
    ) async throws -> ClaimedDelivery? {
        try await sender.ledger.perform(
            DeliveryStep(outcome: outcome, claim: pending?.number, claimAheadOf: ahead)
        )
    }

    /// Writes the message that was claimed, or gives the claim back.
    private func hold(_ pending: PendingDelivery?, _ delivery: ClaimedDelivery?) throws -> Held? {
        guard let pending, let delivery else { return nil }
        do {
            return Held(
                pending: pending,
                delivery: delivery,
                message: try sender.compose(delivery)
            )
        } catch {
            try sender.giveBack(delivery)
            throw error
        }
    }

    private mutating func hangUp() async {
        guard let connection else { return }
        self.connection = nil
        await connection.transport.close()
        await sender.dispatcher.noteDisconnected()
    }

    /// Returns what was claimed and never submitted.
    ///
    /// The one behind first, as long as the one in front shows that it has not begun; and each in
    /// the journal before another line can claim it.
    private mutating func giveBack() async {
        for held in [announced, current].compactMap(\.self) {
            do {
                try sender.giveBack(held.delivery)
                await sender.dispatcher.putBack(held.pending)
            } catch {
                await sender.dispatcher.stop(.journal("\(error)"))
            }
        }
        current = nil
        announced = nil
    }
}

extension CampaignSender {
    /// What the retry rule makes of a verdict; nil if it was not deferred.
    func decision(
        on delivery: ClaimedDelivery,
        _ verdict: Verdict,
        at now: Date
    ) -> RetryRule.Decision? {
        guard case .deferred(let deferral) = verdict else { return nil }
        guard case .reply = deferral else { return .retry(at: now) }
        // The appointment on the clock of this machine: a campaign planned with --as-of has a
        // present of its own.
        let lag = now.timeIntervalSince(campaign.present(at: now))
        let first = delivery.message.recipient.appointments[0].start.instant
        return retry.decision(
            attempts: delivery.attempts + 1,
            now: now,
            appointment: first.addingTimeInterval(lag)
        )
    }

    /// Releases a claim of which nothing has left.
    func giveBack(_ delivery: ClaimedDelivery) throws {
        try journal.release(delivery, campaign: campaign.id, at: surroundings.now())
    }
}
