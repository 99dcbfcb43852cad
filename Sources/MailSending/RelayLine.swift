import Foundation
import MailCore
import MailJournal

/// One connection's work: the message in flight, the one announced behind it, and the connection.
struct RelayLine {
    private typealias Held = DeliveryDesk.Held

    /// A connection that stands, and what its relay said of itself.
    private struct Connection {
        let transport: any MessageTransport
        let session: OpenedSession
        /// How many messages it has deferred without taking one in between.
        var deferralsInARow = 0

        mutating func note(_ verdict: Verdict) {
            switch verdict {
            case .accepted: deferralsInARow = 0
            case .deferred: deferralsInARow += 1
            case .refused, .unknown: break
            }
        }
    }

    private let dispatcher: SharedDispatcher
    private let desk: DeliveryDesk
    private let slot: FlightSlot
    private let surroundings: CampaignSender.Surroundings
    private let onNews: @Sendable (SendingNews) -> Void
    private var connection: Connection?
    private var current: Held?
    private var announced: Held?

    init(
        dispatcher: SharedDispatcher,
        desk: DeliveryDesk,
        slot: FlightSlot,
        surroundings: CampaignSender.Surroundings,
        onNews: @escaping @Sendable (SendingNews) -> Void
    ) {
        self.dispatcher = dispatcher
        self.desk = desk
        self.slot = slot
        self.surroundings = surroundings
        self.onNews = onNews
    }

    private var now: Date { surroundings.now() }

    /// Works until nothing is left or sending shall stop.
    ///
    /// Problems end up in the dispatcher.
    mutating func run() async {
        do {
            while try await holdCurrent(), try await connect() {
                try await submit()
            }
        } catch let error as SafetyError {
            await dispatcher.stop(.safety(error.reason))
        } catch let error as MessageTooLarge {
            await dispatcher.stop(.relayFailed(error.reason))
        } catch {
            await dispatcher.stop(.journal("\(error)"))
        }
        await hangUp()
        await giveBack()
    }

    /// Ensures that there is a message to submit; false if there is nothing to do.
    private mutating func holdCurrent() async throws -> Bool {
        while current == nil {
            switch await dispatcher.next(at: now) {
            case .done: return false
            case .send(let pending): current = try await claim(pending, ahead: nil)
            case .expire(let pending): try await expire(pending)
            case .wait(let until): await nap(until: until)
            }
        }
        return true
    }

    /// At most a fifth of a second, so that a stop is heard soon.
    private func nap(until moment: Date) async {
        let left = moment.timeIntervalSince(now)
        await surroundings.sleep(.seconds(min(max(left, 0.005), 0.2)))
    }

    /// Ensures that a connection stands, or that nothing is held any more for which there is no time left;
    /// false if none can be had.
    private mutating func connect() async throws -> Bool {
        while connection == nil {
            // A relay may be away for longer than the appointment is.
            if await giveBackWhatIsLate() { return true }
            switch await dispatcher.permissionToConnect(at: now) {
            case .never: return false
            case .later(let moment):
                await nap(until: moment)
                continue
            case .now: break
            }
            let fresh = surroundings.makeTransport()
            do {
                let session = try await fresh.open()
                await dispatcher.noteConnected()
                connection = Connection(transport: fresh, session: OpenedSession(session))
                try desk.sizes.check(session.sizeLimit)
            } catch let error as RelayError {
                await fresh.close()
                switch await dispatcher.noteUnconnected(error, at: now) {
                case .tryAgain: onNews(.waits(await dispatcher.course(at: now)))
                case .leave: return false
                }
            }
        }
        return true
    }

    /// Submits the current message, announcing the next one if it is due now.
    private mutating func submit() async throws {
        guard await !giveBackWhatIsLate(), let held = current, let connection else { return }
        if announced == nil, let next = try await dueNow() {
            announced = try await claim(next, ahead: held.delivery.number)
        }
        try SizeCheck.check(
            held.message,
            of: held.pending.row,
            connection.session.relay.sizeLimit
        )
        let (slot, number) = (slot, held.delivery.number)
        let began = now
        let submission = await connection.transport.submit(
            held.message,
            announcing: announced?.message,
            phase: { slot.note($0, of: number) }
        )
        let circumstances = DeliveryStep.Circumstances(
            session: connection.session,
            began: began,
            ended: now
        )
        try await conclude(held, submission, circumstances)
    }

    /// Does what the failure policy says, and records the verdict and takes the message after the
    /// next in one commit.
    private mutating func conclude(
        _ held: Held,
        _ submission: Submission,
        _ circumstances: DeliveryStep.Circumstances
    ) async throws {
        let now = now
        let actions = await judge(submission.verdict, on: held, at: now)
        connection?.note(actions.verdict)
        switch actions.connection {
        case .keep where !submission.isConnectionOver: break
        case .keep, .close: await hangUp()
        }
        let outcome = DeliveryStep.Outcome(
            delivery: held.delivery,
            submission: Submission(verdict: actions.verdict, receipt: submission.receipt),
            fate: actions.fate,
            circumstances: circumstances
        )
        let following = announced
        // Before anything can fail: what the relay has answered must not be given back as not begun.
        current = following
        announced = nil
        let next = following != nil && connection != nil ? try await dueNow() : nil
        // Must be durable before anything else is sent.
        let claimed = try await desk.perform(
            outcome: outcome,
            claim: next,
            ahead: following?.delivery.number
        )
        // Must come before another line can take the message again: a slot that still named it
        // would tell a recovery of an attempt that is over.
        slot.clear()
        let course = await dispatcher.conclude(held.pending, actions.fate, at: now)
        onNews(.concluded(actions.state, course))
        announced = try desk.hold(next, claimed, at: self.now)
        try check(submission, of: held)
    }

    /// The verdict is kept, whatever was written: somebody may have got it.
    private func check(_ submission: Submission, of held: Held) throws(SafetyError) {
        let planned = held.delivery.message
        let fault = submission.receipt.fault(
            besides: planned.recipient.address,
            planned.digest,
            isWhole: submission.verdict.event == .accepted
        )
        if let fault { throw SafetyError(planned, written: fault) }
    }

    /// Asks for everything that a verdict does; where that cannot be said without, the relay is asked
    /// about the sender's own address first.
    private func judge(_ verdict: Verdict, on held: Held, at now: Date) async
        -> FailurePolicy.Actions
    {
        var probe = Dispatcher.Probe.notAsked
        while true {
            let judgement = await dispatcher.judge(
                verdict,
                on: held.pending,
                probe: probe,
                deferralsInARow: connection?.deferralsInARow ?? 0,
                at: now
            )
            switch judgement {
            case .settled(let actions): return actions
            case .probe:
                let reply = await connection?.transport.probe(held.message.sender)
                probe = reply.map { .answer($0) } ?? .noAnswer
            }
        }
    }

    private func dueNow() async throws -> PendingDelivery? {
        while true {
            switch await dispatcher.next(at: now) {
            case .send(let pending): return pending
            case .expire(let pending): try await expire(pending)
            case .wait, .done: return nil
            }
        }
    }

    private func expire(_ pending: PendingDelivery) async throws {
        try desk.expire(pending, at: now)
        await dispatcher.noteExpired()
        onNews(.concluded(.expired, await dispatcher.course(at: now)))
    }

    private func claim(_ pending: PendingDelivery, ahead: Int64?) async throws -> Held? {
        let claimed = try await desk.perform(claim: pending, ahead: ahead)
        return try desk.hold(pending, claimed, at: now)
    }

    private mutating func hangUp() async {
        guard let connection else { return }
        self.connection = nil
        await connection.transport.close()
        await dispatcher.noteDisconnected()
    }

    /// Returns what is held when there is no time left for it, so that it expires like one that waits.
    ///
    /// What a connection was told to expect can be left out only by ending that.
    private mutating func giveBackWhatIsLate() async -> Bool {
        guard let current, await dispatcher.isLate(current.pending, at: now) else { return false }
        await hangUp()
        await giveBack()
        return true
    }

    /// Returns what was claimed and never submitted.
    ///
    /// The one behind first, as long as the one in front shows that it has not begun; and each in
    /// the journal before another line can claim it.
    private mutating func giveBack() async {
        for held in [announced, current].compactMap(\.self) {
            do {
                try desk.release(held.delivery, at: now)
                await dispatcher.putBack(held.pending)
            } catch {
                await dispatcher.stop(.journal("\(error)"))
            }
        }
        current = nil
        announced = nil
    }
}
