import MailCore
import TestSupport

/// One connection to a simulated relay: every step of a submission is a place where others get their turn, or
/// the process dies.
final class SimulatedConnection: MessageTransport, @unchecked Sendable {
    // Used by the one thread of its course alone.
    private let relay: SimulatedRelay
    private let world: World
    private var isOpen = false
    private var expected: Int?
    private var submissions = 0

    init(to relay: SimulatedRelay) {
        self.relay = relay
        world = relay.world
    }

    func open() async throws -> RelaySession {
        await world.executor.sleep(relay.delay)
        if world.death != nil {
            throw RelayError(kind: .silent, .silent(relay: "relay"), isTransient: false)
        }
        if let error = relay.refusalOfConnection() {
            world.trace.note("\(world.executor.elapsed): no connection")
            throw error
        }
        isOpen = true
        return .sample
    }

    func submit(
        _ message: OutgoingMessage,
        announcing next: OutgoingMessage?,
        phase: @escaping @Sendable (SubmissionPhase) -> Void
    ) async -> Submission {
        guard world.death == nil, let person = world.template.person(of: message.id) else {
            return Submission(verdict: .deferred(.connectionLost), receipt: WireReceipt())
        }
        begin(person, next.flatMap { world.template.person(of: $0.id) })
        let outcome = relay.outcome(for: person, ordinal: submissions)
        let isBehindTheDot = outcome.stage == .finalDot
        await step(person, .began) { phase(.began) }
        await step(person, nil)
        if isBehindTheDot {
            await step(person, .bodyFinished) {
                if world.fault != .dotNotNoted { phase(.bodyFinished) }
            }
        }
        decide(person, outcome)
        await step(person, nil)
        let verdict = Verdict(outcome)
        if isBehindTheDot, case .reply(let reply) = outcome.answer, verdict.event != .lost {
            await step(person, .replied) {
                if world.fault != .dotNotNoted {
                    phase(.replied(code: reply.code, enhancedCode: reply.enhancedCode))
                }
            }
        }
        if verdict.endsConnection { end() }
        return Submission(
            verdict: planted(verdict),
            receipt: receipt(message, isWhole: isBehindTheDot),
            isConnectionOver: relay.closesAfterward
        )
    }

    private func planted(_ verdict: Verdict) -> Verdict {
        switch (world.fault, verdict) {
        case (.refusalForLoss, .deferred(.connectionLost)):
            .refused(Reply(code: 550, enhancedCode: "5.1.1"))
        case (.hintUnheard, .deferred(.reply(let reply))):
            .deferred(.reply(Reply(code: reply.code, enhancedCode: reply.enhancedCode)))
        default: verdict
        }
    }

    /// Something happens, unless the process has died; then it takes its time.
    private func step(_ person: Int, _ reach: Truth.Reach?, _ act: () -> Void = {}) async {
        if world.death == nil {
            if let reach { world.truth.underWay[person] = reach }
            act()
        }
        await world.executor.sleep(relay.delay)
    }

    private func begin(_ person: Int, _ next: Int?) {
        submissions += 1
        world.require(isOpen, .inOrder, "submitted on a connection that does not stand")
        if let expected {
            world.require(expected == person, .inOrder, "another message was announced")
        }
        world.require(
            world.truth.underWay[person] == nil,
            .inOrder,
            "person \(person) is out twice at once"
        )
        expected = next
        world.checkSubmission(of: person)
        world.truth.attempts[person, default: 0] += 1
        world.truth.underWay[person] = .called
        world.truth.undecided.insert(person)
    }

    private func decide(_ person: Int, _ outcome: SubmissionOutcome) {
        guard world.death == nil else { return }
        world.truth.undecided.remove(person)
        world.truth.answers[person] = outcome
        world.truth.answeredAt[person] = world.executor.elapsed
        let verdict = Verdict(outcome)
        let isTaken =
            switch verdict {
            case .accepted: true
            case .unknown: world.chance.roll(50)
            case .refused, .deferred: false
            }
        if case .unknown = verdict { world.truth.doubtful.insert(person) }
        if isTaken { world.noteTaken(person) }
        world.trace.note(
            "\(world.executor.elapsed): \(person) \(outcome.short)\(isTaken ? ", taken" : "")"
        )
    }

    private func receipt(_ message: OutgoingMessage, isWhole: Bool) -> WireReceipt {
        var receipt = WireReceipt()
        receipt.note(recipients: [message.recipient])
        if isWhole { receipt.note(message: message.bytes[...]) }
        return receipt
    }

    func probe(_ sender: EmailAddress) async -> Reply? {
        await world.executor.sleep(relay.delay)
        return world.death == nil ? relay.answerToProbe() : nil
    }

    func close() async {
        await world.executor.sleep(relay.delay)
        end()
    }

    private func end() {
        if isOpen { relay.noteClosed() }
        isOpen = false
    }
}

extension SubmissionOutcome {
    /// Where, and with what.
    fileprivate var short: String {
        if case .reply(let reply) = answer {
            "\(stage) \(reply.name)"
        } else {
            "\(stage) \(answer)"
        }
    }
}
