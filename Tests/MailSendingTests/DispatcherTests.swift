import Foundation
import MailCore
import MailJournal
import MailSending
import Testing
import TestSupport

/// The dispatcher as a value: events in, decisions out, with a clock that stands still.
struct DispatcherTests {
    private static let lost = Verdict.deferred(.connectionLost)
    private static let accepted = Verdict.accepted(Reply(code: 250))
    private static let away = RelayError(
        kind: .unreachable,
        .hostUnknown(host: "away"),
        isTransient: true
    )

    private static let fault = PauseReason.notSent(row: 2, fault: .notPlanned)

    private static let firstTwo = Caution(
        first: 2,
        pause: .seconds(30),
        stopAtRefusedPercent: 10
    )

    private let clock = ManualClock(at: SampleCampaign.planning)

    private func dispatcher(
        _ count: Int64,
        caution: Caution = Caution(first: 0, pause: .zero, stopAtRefusedPercent: 10)
    ) -> Dispatcher {
        Dispatcher(
            pending: (1...count).map {
                PendingDelivery(
                    number: $0,
                    row: Int($0) + 1,
                    group: "post.example",
                    appointment: SampleCampaign.planning.addingTimeInterval(86_400)
                )
            },
            pace: PaceKeeper(pace: Pace()),
            watch: RefusalWatch(caution: caution),
            policy: .standard
        )
    }

    /// The number of the message that is to be sent now; nil if there is none.
    private func take(_ dispatcher: inout Dispatcher) -> PendingDelivery? {
        if case .send(let delivery) = dispatcher.next(at: clock.now) { delivery } else { nil }
    }

    /// What follows from a verdict, all of it.
    private func end(
        _ delivery: PendingDelivery,
        _ verdict: Verdict,
        in dispatcher: inout Dispatcher
    ) {
        var judgement = dispatcher.judge(verdict, on: delivery, at: clock.now)
        if judgement == .probe {
            judgement = dispatcher.judge(verdict, on: delivery, probe: .noAnswer, at: clock.now)
        }
        guard case .settled(let actions) = judgement else {
            Issue.record("it asks twice")
            return
        }
        dispatcher.conclude(delivery, actions.fate)
    }

    @Test func `messages go in their order, and then it is done`() throws {
        var dispatcher = dispatcher(3)
        for number: Int64 in 1...3 {
            let delivery = try #require(take(&dispatcher))
            #expect(delivery.number == number)
            end(delivery, Self.accepted, in: &dispatcher)
        }
        guard case .done = dispatcher.next(at: clock.now) else {
            Issue.record("there is nothing left")
            return
        }
    }

    @Test func `while something is in flight it is not done, since it may come back`() throws {
        var dispatcher = dispatcher(1)
        let delivery = try #require(take(&dispatcher))
        guard case .wait = dispatcher.next(at: clock.now) else {
            Issue.record("the one in flight may be deferred")
            return
        }
        end(delivery, .deferred(.reply(Reply(code: 450))), in: &dispatcher)
        guard case .wait(let until) = dispatcher.next(at: clock.now) else {
            Issue.record("it waits for its retry")
            return
        }
        #expect((60...72).contains(until.timeIntervalSince(clock.now)))
    }

    @Test func `what was begun and not submitted goes first again`() throws {
        var dispatcher = dispatcher(2)
        let first = try #require(take(&dispatcher))
        dispatcher.putBack(first)
        #expect(take(&dispatcher)?.number == first.number)
    }

    @Test func `the relay's failures hold everybody, and one that works ends the row`() async throws
    {
        var dispatcher = dispatcher(9)
        for seconds in [0, 1, 2] {
            let delivery = try #require(take(&dispatcher))
            end(delivery, Self.lost, in: &dispatcher)
            if seconds > 0 { #expect(take(&dispatcher) == nil) }
            let decision = dispatcher.permissionToConnect(at: clock.now)
            let free = clock.now.addingTimeInterval(Double(seconds))
            #expect(decision == (seconds == 0 ? .now : .later(free)))
            await clock.sleep(.seconds(seconds))
        }
        let delivery = try #require(take(&dispatcher))
        end(delivery, Self.accepted, in: &dispatcher)
        let next = try #require(take(&dispatcher))
        end(next, Self.lost, in: &dispatcher)
        #expect(take(&dispatcher) != nil)
    }

    @Test func `a message whose connection was lost goes again when its fate is written`()
        async throws
    {
        var dispatcher = dispatcher(1)
        let delivery = try #require(take(&dispatcher))
        let judgement = dispatcher.judge(Self.lost, on: delivery, at: clock.now)
        guard case .settled(let actions) = judgement else { return }
        #expect(take(&dispatcher) == nil)
        dispatcher.conclude(delivery, actions.fate)
        #expect(take(&dispatcher) == nil)
        await clock.sleep(.seconds(5))
        #expect(take(&dispatcher)?.number == delivery.number)
    }

    @Test func `as long as others stand, a connection that cannot be made is no failure`() {
        var dispatcher = dispatcher(5)
        #expect(dispatcher.permissionToConnect(at: clock.now) == .now)
        #expect(dispatcher.permissionToConnect(at: clock.now) == .now)
        #expect(dispatcher.noteUnconnected(Self.away, at: clock.now) == .leave)
        #expect(dispatcher.stopReason == nil)
        dispatcher.noteConnected()
        dispatcher.noteDisconnected()
        #expect(dispatcher.permissionToConnect(at: clock.now) == .now)
        #expect(dispatcher.noteUnconnected(Self.away, at: clock.now) == .tryAgain)
    }

    @Test func `a relay that was never there stops it, as unreachable`() {
        var dispatcher = dispatcher(5)
        #expect(dispatcher.permissionToConnect(at: clock.now) == .now)
        #expect(dispatcher.noteUnconnected(Self.away, at: clock.now) == .leave)
        #expect(dispatcher.stopReason == .relayUnreachable(Self.away))
        #expect(dispatcher.permissionToConnect(at: clock.now) == .never)
    }

    @Test func `nothing hides that the journal failed, or that something else was written`() {
        var dispatcher = dispatcher(5)
        for (reason, stays) in [
            (StopReason.asked, StopReason.asked),
            (.safety(Self.fault), .safety(Self.fault)),
            (.relayFailed(.connectionLost), .safety(Self.fault)),
            (.journal("the disk is full"), .journal("the disk is full")),
            (.safety(.notSent(row: 3, fault: .notPlanned)), .journal("the disk is full")),
        ] {
            dispatcher.stop(reason)
            #expect(dispatcher.stopReason == stays)
        }
    }

    @Test(arguments: [30_000.0, -30_000])
    func `a clock that is set while a verdict is written down moves the wait as well`(
        jump: Double
    ) throws {
        var dispatcher = dispatcher(2)
        dispatcher.followClock(to: clock.now, elapsed: .zero)
        let first = try #require(take(&dispatcher))
        let greylisted = Verdict.deferred(.reply(Reply(code: 450, enhancedCode: "4.2.0")))
        let judgement = dispatcher.judge(greylisted, on: first, at: clock.now)
        guard case .settled(let actions) = judgement else { throw CancellationError() }
        clock.set(clock.now.addingTimeInterval(jump))
        dispatcher.followClock(to: clock.now, elapsed: .zero)
        dispatcher.conclude(first, actions.fate)
        end(try #require(take(&dispatcher)), Self.accepted, in: &dispatcher)
        for (after, isDue) in [(50.0, false), (80, true)] {
            let next = dispatcher.next(at: clock.now.addingTimeInterval(after))
            #expect(isDue == { if case .send = next { true } else { false } }())
        }
    }

    @Test func `the first reason to stop stays`() {
        var dispatcher = dispatcher(5)
        dispatcher.stop(.asked)
        dispatcher.stop(.relayFailed(.connectionLost))
        #expect(dispatcher.stopReason == .asked)
        #expect(take(&dispatcher) == nil)
    }

    @Test func `before the first look only the first few are begun`() throws {
        var dispatcher = dispatcher(9, caution: Self.firstTwo)
        let (first, second) = (try #require(take(&dispatcher)), try #require(take(&dispatcher)))
        #expect(take(&dispatcher) == nil)
        end(first, Self.accepted, in: &dispatcher)
        #expect(take(&dispatcher) == nil)
        end(second, Self.accepted, in: &dispatcher)
        guard case .wait(let until) = dispatcher.next(at: clock.now) else {
            Issue.record("it was to pause")
            return
        }
        #expect(until.timeIntervalSince(clock.now) == 30)
    }

    @Test func `deferred ones and others take turns`() async throws {
        var dispatcher = dispatcher(6)
        for _ in 1...2 {
            let delivery = try #require(take(&dispatcher))
            end(delivery, .deferred(.reply(Reply(code: 450))), in: &dispatcher)
        }
        await clock.sleep(.seconds(80))
        let order = [take(&dispatcher), take(&dispatcher), take(&dispatcher), take(&dispatcher)]
        #expect(order.map { $0?.number } == [1, 3, 2, 4])
    }

    @Test func `one that the relay hangs up on is set aside, and named`() async throws {
        var dispatcher = dispatcher(1)
        for _ in 1...5 {
            let delivery = try #require(take(&dispatcher))
            end(delivery, Self.lost, in: &dispatcher)
            await clock.sleep(.seconds(2_000))
        }
        #expect(dispatcher.setAside == [2])
        guard case .done = dispatcher.next(at: clock.now) else {
            Issue.record("it goes on")
            return
        }
    }

    @Test func `what there is no time for is expired, each when its own time has come`() async {
        var dispatcher = Dispatcher(
            pending: [
                PendingDelivery(
                    number: 1,
                    row: 2,
                    group: "a.example",
                    appointment: clock.now.addingTimeInterval(30)
                ),
                PendingDelivery(
                    number: 2,
                    row: 3,
                    group: "a.example",
                    appointment: clock.now.addingTimeInterval(3_601),
                    attempts: 1,
                    due: clock.now
                ),
            ],
            pace: PaceKeeper(pace: Pace()),
            watch: RefusalWatch(
                caution: Caution(first: 0, pause: .zero, stopAtRefusedPercent: 10)
            ),
            policy: .standard
        )
        await clock.sleep(.seconds(2))
        guard case .expire(let retried) = dispatcher.next(at: clock.now) else {
            Issue.record("its appointment is less than an hour away")
            return
        }
        #expect(retried.number == 2)
        await clock.sleep(.seconds(30))
        guard case .expire(let first) = dispatcher.next(at: clock.now) else {
            Issue.record("its appointment is past")
            return
        }
        #expect(first.number == 1)
        dispatcher.noteExpired()
        dispatcher.noteExpired()
        guard case .done = dispatcher.next(at: clock.now) else {
            Issue.record("nothing is left")
            return
        }
    }

    @Test(arguments: [-7_200.0, 7_200])
    func `a clock that is set holds up nobody, and lets nobody go too soon`(
        jump: Double
    ) async throws {
        var dispatcher = dispatcher(3)
        let delivery = try #require(take(&dispatcher))
        end(delivery, .deferred(.reply(Reply(code: 450))), in: &dispatcher)
        end(try #require(take(&dispatcher)), Self.accepted, in: &dispatcher)
        end(try #require(take(&dispatcher)), Self.accepted, in: &dispatcher)
        dispatcher.followClock(to: clock.now, elapsed: .zero)
        let moved = clock.now.addingTimeInterval(jump)
        dispatcher.followClock(to: moved, elapsed: .zero)
        guard case .wait(let until) = dispatcher.next(at: moved) else {
            Issue.record("it waits for its retry")
            return
        }
        #expect((60...72).contains(until.timeIntervalSince(moved)))
        #expect(dispatcher.course(at: moved).clockMoved == jump)
    }

    @Test func `time that passes is no jump of the clock`() {
        var dispatcher = dispatcher(3)
        dispatcher.followClock(to: clock.now, elapsed: .seconds(100))
        dispatcher.followClock(to: clock.now.addingTimeInterval(3_600), elapsed: .seconds(3_700))
        #expect(dispatcher.course(at: clock.now).clockMoved == 0)
    }

    @Test
    func `a relay that an earlier run has reached is given time, and so is one that is awaited`() {
        for (wasReached, isPatient) in [(true, false), (false, true)] {
            var dispatcher = Dispatcher(
                pending: [],
                pace: PaceKeeper(pace: Pace()),
                watch: RefusalWatch(
                    caution: Caution(first: 0, pause: .zero, stopAtRefusedPercent: 10)
                ),
                policy: FailurePolicy(isPatient: isPatient),
                wasReached: wasReached
            )
            var now = clock.now
            for _ in 0..<100 {
                switch dispatcher.permissionToConnect(at: now) {
                case .now: _ = dispatcher.noteUnconnected(Self.away, at: now)
                case .later(let moment):
                    #expect(dispatcher.course(at: now).relayIsAwayUntil == moment)
                    now = moment
                case .never: break
                }
            }
            #expect((dispatcher.stopReason == nil) == isPatient)
            #expect(now.timeIntervalSince(clock.now) >= 800)
        }
    }

    @Test func `nobody else left to compare with, the relay is asked about the sender`() throws {
        let denied = Verdict.refused(Reply(code: 550, enhancedCode: "5.7.1"))
        for (answer, verdict) in [
            (Reply(code: 250), denied),
            (
                Reply(code: 550, enhancedCode: "5.7.1"),
                .deferred(.doubtfulRefusal(Reply(code: 550, enhancedCode: "5.7.1")))
            ),
        ] {
            var dispatcher = dispatcher(1)
            let delivery = try #require(take(&dispatcher))
            #expect(dispatcher.judge(denied, on: delivery, at: clock.now) == .probe)
            let judgement = dispatcher.judge(
                denied,
                on: delivery,
                probe: .answer(answer),
                at: clock.now
            )
            guard case .settled(let actions) = judgement else {
                Issue.record("it asks twice")
                continue
            }
            #expect(actions.verdict == verdict)
            #expect((dispatcher.stopReason == nil) == (answer.code == 250))
        }
    }
}
