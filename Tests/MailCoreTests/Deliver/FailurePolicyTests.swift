import Foundation
import MailCore
import Testing

/// Every kind of verdict, and what it does: to the message, the connection, the relay.
struct FailurePolicyTests {
    private static let policy = FailurePolicy.standard
    private static let now = Date(timeIntervalSince1970: 1_615_820_400)
    private static let tomorrow = now.addingTimeInterval(86_400)

    struct Row: Sendable, CustomStringConvertible {
        let verdict: Verdict
        let fate: FailurePolicy.Fate
        let connection: FailurePolicy.ConnectionAction
        let relay: FailurePolicy.RelayAction

        var description: String { "\(verdict.event.rawValue) \(verdict.reply?.name ?? "")" }
    }

    private static func again(after seconds: Double, counts: Bool) -> FailurePolicy.Fate {
        .retry(at: now.addingTimeInterval(seconds), countsAsAttempt: counts)
    }

    static let rows: [Row] = [
        Row(
            verdict: .accepted(Reply(code: 250)),
            fate: .settled,
            connection: .keep,
            relay: .goOn
        ),
        Row(
            verdict: .refused(Reply(code: 550)),
            fate: .settled,
            connection: .keep,
            relay: .goOn
        ),
        Row(
            verdict: .deferred(.reply(Reply(code: 452, enhancedCode: "4.5.3"))),
            fate: again(after: 60, counts: true),
            connection: .keep,
            relay: .goOn
        ),
        Row(
            verdict: .deferred(.connectionLost),
            fate: again(after: 0, counts: false),
            connection: .close,
            relay: .hold(.zero)
        ),
        Row(
            verdict: .deferred(.relayFault(Reply(code: 421))),
            fate: again(after: 0, counts: false),
            connection: .close,
            relay: .hold(.zero)
        ),
        Row(
            verdict: .deferred(.relayFault(Reply(code: 530, enhancedCode: "5.7.0"))),
            fate: again(after: 0, counts: false),
            connection: .close,
            relay: .stop(because: "the relay refuses this sender or session with 530 5.7.0")
        ),
        Row(
            verdict: .unknown(.timeout),
            fate: .settled,
            connection: .close,
            relay: .hold(.zero)
        ),
    ]

    @Test(arguments: rows)
    func `every verdict does what the table says`(row: Row) {
        let actions = Self.policy.actions(
            after: row.verdict,
            on: .init(attempts: 0, appointment: Self.tomorrow),
            relay: .init(hasConnected: true),
            now: Self.now
        )
        let expected = FailurePolicy.Actions(
            fate: row.fate,
            connection: row.connection,
            relay: row.relay
        )
        #expect(actions == expected)
    }

    @Test func `what the relay put off too often, or too late, is given up`() {
        let verdict = Verdict.deferred(.reply(Reply(code: 450)))
        let often = FailurePolicy.Attempt(attempts: 15, appointment: Self.tomorrow)
        let late = FailurePolicy.Attempt(
            attempts: 0,
            appointment: Self.now.addingTimeInterval(3_659)
        )
        for attempt in [often, late] {
            guard
                case .givenUp = Self.policy.fate(after: verdict, on: attempt, now: Self.now)
            else {
                Issue.record("it is tried again")
                continue
            }
        }
    }

    @Test(arguments: [(0, 0.0), (1, 1), (2, 2), (3, 5), (4, 10), (5, 20)])
    func `failures in a row wait longer and longer`(failures: Int, seconds: Double) {
        let record = FailurePolicy.RelayRecord(failuresInARow: failures, hasConnected: true)
        for action in Self.failures(record) { #expect(action == .hold(.seconds(seconds))) }
    }

    @Test func `after the last wait the relay is given up, with what it did`() {
        let record = FailurePolicy.RelayRecord(failuresInARow: 6, hasConnected: true)
        let reasons = Self.failures(record).map { action in
            if case .stop(let reason) = action { reason } else { "" }
        }
        #expect(
            reasons == [
                "the connection was lost, 6 times in a row",
                "the relay refused the session with 421, 6 times in a row",
                "away, 6 times in a row",
            ]
        )
    }

    @Test func `what fails while the relay is given time is the same failure`() {
        let record = FailurePolicy.RelayRecord(
            failuresInARow: 6,
            isHeld: true,
            hasConnected: true
        )
        #expect(Self.failures(record) == [.keepWaiting, .keepWaiting, .keepWaiting])
        let refused = Self.policy.actions(
            after: .deferred(.relayFault(Reply(code: 550))),
            on: .init(attempts: 0, appointment: Self.tomorrow),
            relay: record,
            now: Self.now
        )
        guard case .stop = refused.relay else {
            Issue.record("a refused sender is no failure that passes")
            return
        }
    }

    @Test(arguments: [(false, true), (false, false), (true, false)])
    func `a relay that was never there, or says no for good, is not waited for`(
        hasConnected: Bool,
        isTransient: Bool
    ) {
        let error = RelayError(kind: .unreachable, message: "away", isTransient: isTransient)
        let record = FailurePolicy.RelayRecord(hasConnected: hasConnected)
        #expect(Self.policy.relayAction(without: error, record) == .stop(because: "away"))
    }

    /// What a lost connection, a refused session and one that could not be made do to the relay.
    private static func failures(
        _ record: FailurePolicy.RelayRecord
    ) -> [FailurePolicy.RelayAction] {
        let verdicts: [Verdict] = [
            .deferred(.connectionLost), .deferred(.relayFault(Reply(code: 421))),
        ]
        let away = RelayError(kind: .unreachable, message: "away", isTransient: true)
        return verdicts.map { verdict in
            policy.actions(
                after: verdict,
                on: .init(attempts: 0, appointment: tomorrow),
                relay: record,
                now: now
            ).relay
        } + [policy.relayAction(without: away, record)]
    }
}
