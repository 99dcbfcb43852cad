import MailCore

/// What the relay does in one run: by its habits, by whose mailbox it is, and by chance.
final class SimulatedRelay: @unchecked Sendable {
    // Used by the one thread of its course alone.
    let world: World
    private let habits: [Habit]
    private var awayUntil = -1.0
    private var takenAt: [Double] = []
    private(set) var standing = 0

    init(_ habits: [Habit], in world: World) {
        self.habits = habits
        self.world = world
    }

    private var moment: Double { world.executor.elapsed }

    private func roll(_ share: Int) -> Bool { world.chance.roll(share) }

    /// How long any one step takes.
    var delay: Double {
        let slowest = habits.compactMap { if case .isSlow(let most) = $0 { most } else { nil } }
            .max()
        guard let slowest, roll(30) else { return world.chance.seconds(upTo: 0.3) }
        return world.chance.seconds(upTo: slowest)
    }

    /// Nil if a connection can be had.
    func refusalOfConnection() -> RelayError? {
        if moment < awayUntil { return Self.away }
        for habit in habits {
            switch habit {
            case .unreachable(let share) where roll(share): return Self.away
            case .refusesLogin(let share) where roll(share):
                return RelayError(
                    kind: .loginRefused,
                    .loginNotOffered(relay: "relay"),
                    isTransient: roll(50)
                )
            default: break
            }
        }
        standing += 1
        return nil
    }

    func noteClosed() { standing -= 1 }

    private static let away = RelayError(
        kind: .unreachable,
        .hostUnknown(host: "away"),
        isTransient: true
    )

    /// What comes of a submission of that person's message, the so manieth of its connection.
    func outcome(for person: Int, ordinal: Int) -> SubmissionOutcome {
        if moment < awayUntil { return .init(.sender, .connectionLost) }
        for habit in habits {
            if let outcome = outcome(by: habit, ordinal: ordinal) { return outcome }
        }
        if world.scene.missing.contains(person) {
            return .init(.recipient, .reply(Reply(code: 550, enhancedCode: "5.1.1")))
        }
        if world.scene.doubted.contains(person), !world.isMended {
            return .init(.recipient, .reply(Reply(code: 550, enhancedCode: "5.7.1")))
        }
        takenAt.append(moment)
        return .init(.finalDot, .reply(Reply(code: 250, enhancedCode: "2.0.0")))
    }

    private func outcome(by habit: Habit, ordinal: Int) -> SubmissionOutcome? {
        switch habit {
        case .unreachable, .refusesLogin, .isSlow, .closesAfterward: nil
        case .hangsUp(let share): hanging(share)
        case .hangsUpBehindTheDot(let share):
            roll(share) ? .init(.finalDot, roll(70) ? .connectionLost : .timeout) : nil
        case .refusesSender(let share): reply(share, .sender, 553, "5.7.1")
        case .failsAtSender(let share): reply(share, .sender, 451, "4.3.0")
        case .endsSession(let share):
            reply(share, world.chance.pick([.recipient, .data, .finalDot]), 421, "4.3.2")
        case .greylists(let share): reply(share, .recipient, 450, "4.2.0")
        case .isBusy(let share): reply(share, .recipient, 451, "4.3.2")
        case .defersAtTheDot(let share): reply(share, .finalDot, 452, "4.3.1")
        case .refusesAtTheDot(let share): reply(share, .finalDot, 554, "5.7.1")
        case .speaksOutOfTurn(let share):
            reply(share, world.chance.pick([.data, .body, .finalDot]), 354, nil)
        case .contradictsItself(let share):
            roll(share) ? .init(.finalDot, .contradiction) : nil
        case .doubtsEverybody(let share): reply(share, .recipient, 550, "5.7.1")
        case .limits(let most, let seconds, let hint): limiting(most, seconds, hint)
        case .limitsConnection(let most):
            ordinal > most
                ? .init(.recipient, .reply(Reply(code: 452, enhancedCode: "4.5.3"))) : nil
        case .goesAway(let share, let seconds): going(share, seconds)
        }
    }

    private func hanging(_ share: Int) -> SubmissionOutcome? {
        guard roll(share) else { return nil }
        let stage =
            world.chance.pick([.sender, .recipient, .data, .body]) as SubmissionOutcome.Stage
        return .init(stage, roll(70) ? .connectionLost : .timeout)
    }

    private func reply(
        _ share: Int,
        _ stage: SubmissionOutcome.Stage,
        _ code: Int,
        _ enhancedCode: String?
    ) -> SubmissionOutcome? {
        guard roll(share) else { return nil }
        return .init(stage, .reply(Reply(code: code, enhancedCode: enhancedCode)))
    }

    private func limiting(_ most: Int, _ seconds: Double, _ hint: Int?) -> SubmissionOutcome? {
        takenAt.removeAll { $0 <= moment - seconds }
        guard takenAt.count >= most else { return nil }
        let reply = Reply(code: 450, enhancedCode: "4.7.1", retryAfter: hint)
        return .init(.recipient, .reply(reply))
    }

    private func going(_ share: Int, _ seconds: Double) -> SubmissionOutcome? {
        guard roll(share) else { return nil }
        awayUntil = moment + seconds
        return .init(world.chance.pick([.sender, .body]), .connectionLost)
    }

    /// Whether the connection is over although the verdict does not say so.
    var closesAfterward: Bool {
        habits.contains { if case .closesAfterward(let share) = $0 { roll(share) } else { false } }
    }

    /// What it says of the sender's own address.
    func answerToProbe() -> Reply? {
        if roll(15) { return nil }
        let refusesAll = habits.contains {
            if case .doubtsEverybody(90) = $0 { true } else { false }
        }
        return refusesAll
            ? Reply(code: 550, enhancedCode: "5.7.1") : Reply(code: 250, enhancedCode: "2.1.5")
    }
}
