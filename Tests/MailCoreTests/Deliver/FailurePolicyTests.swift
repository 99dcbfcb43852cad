import Foundation
import MailCore
import Testing

/// The table “What a verdict does” of docs/delivery-states.md, row by row.
struct FailurePolicyTests {
    private static let policy = FailurePolicy.standard
    private static let now = Date(timeIntervalSince1970: 1_615_820_400)
    private static let tomorrow = now.addingTimeInterval(86_400)

    struct Row: Sendable, CustomStringConvertible {
        let verdict: Verdict
        var opinion = SecondOpinion.Opinion.open
        /// As the table has it.
        let booked: String
        let fate: FailurePolicy.Fate
        let connection: FailurePolicy.ConnectionAction
        let relay: FailurePolicy.RelayAction

        var description: String { "\(verdict.event.rawValue) \(verdict.reply?.name ?? "")" }
    }

    private static func again(after seconds: Double) -> FailurePolicy.Fate {
        .retry(at: now.addingTimeInterval(seconds))
    }

    private static let denied = Reply(code: 550, enhancedCode: "5.7.1")
    static let rows: [Row] = [
        Row(
            verdict: .accepted(Reply(code: 250)),
            booked: "accepted",
            fate: .settled,
            connection: .keep,
            relay: .goOn
        ),
        Row(
            verdict: .refused(Reply(code: 550, enhancedCode: "5.1.1")),
            booked: "refused",
            fate: .settled,
            connection: .keep,
            relay: .goOn
        ),
        Row(
            verdict: .refused(denied),
            booked: "deferred",
            fate: again(after: 60),
            connection: .keep,
            relay: .goOn
        ),
        Row(
            verdict: .refused(denied),
            opinion: .recipient,
            booked: "refused",
            fate: .settled,
            connection: .keep,
            relay: .goOn
        ),
        Row(
            verdict: .refused(denied),
            opinion: .session(.recipients(3)),
            booked: "deferred",
            fate: again(after: 60),
            connection: .keep,
            relay: .stop(
                because: .manyRecipients(count: 3, reply: "550 5.7.1")
            )
        ),
        Row(
            verdict: .deferred(.doubtfulRefusal(Reply(code: 503, enhancedCode: "5.5.1"))),
            booked: "deferred",
            fate: again(after: 60),
            connection: .close,
            relay: .goOn
        ),
        Row(
            verdict: .deferred(.reply(Reply(code: 452, enhancedCode: "4.5.3"))),
            booked: "deferred",
            fate: again(after: 60),
            connection: .keep,
            relay: .goOn
        ),
        Row(
            verdict: .deferred(.reply(Reply(code: 450, retryAfter: 300))),
            booked: "deferred",
            fate: again(after: 300),
            connection: .keep,
            relay: .goOn
        ),
        Row(
            verdict: .deferred(.connectionLost),
            booked: "deferred",
            fate: again(after: 5),
            connection: .close,
            relay: .hold(.zero)
        ),
        Row(
            verdict: .deferred(.sessionEnded(Reply(code: 421))),
            booked: "deferred",
            fate: again(after: 5),
            connection: .close,
            relay: .hold(.zero)
        ),
        Row(
            verdict: .deferred(.relayFault(Reply(code: 451))),
            booked: "deferred",
            fate: again(after: 5),
            connection: .close,
            relay: .hold(.zero)
        ),
        Row(
            verdict: .deferred(.relayFault(Reply(code: 530, enhancedCode: "5.7.0"))),
            booked: "deferred",
            fate: again(after: 5),
            connection: .close,
            relay: .stop(because: .senderRefused(reply: "530 5.7.0"))
        ),
        Row(
            verdict: .unknown(.timeout),
            booked: "lost",
            fate: .settled,
            connection: .close,
            relay: .hold(.zero)
        ),
    ]

    @Test(arguments: rows)
    func `every verdict does what the table says`(row: Row) {
        let actions = Self.policy.actions(
            after: row.verdict,
            row.opinion,
            on: .init(attempts: 0, appointment: Self.tomorrow),
            relay: .init(hasConnected: true),
            now: Self.now
        )
        #expect(actions.verdict.event.rawValue == row.booked)
        #expect(actions.fate == row.fate)
        #expect(actions.connection == row.connection)
        #expect(actions.relay == row.relay)
    }

    @Test func `nobody is refused by count, and only time ends the attempts`() {
        let verdict = Verdict.deferred(.reply(Reply(code: 450)))
        for attempts in [0, 15, 400] {
            let attempt = FailurePolicy.Attempt(attempts: attempts, appointment: Self.tomorrow)
            guard case .retry = Self.policy.fate(after: verdict, on: attempt, now: Self.now) else {
                Issue.record("given up after \(attempts)")
                continue
            }
        }
        let late = FailurePolicy.Attempt(
            attempts: 0,
            appointment: Self.now.addingTimeInterval(3_659)
        )
        for verdict in [verdict, .deferred(.doubtfulRefusal(Self.denied))] {
            guard case .expired = Self.policy.fate(after: verdict, on: late, now: Self.now) else {
                Issue.record("it is tried again")
                continue
            }
        }
    }

    @Test func `what the relay hangs up on five times is set aside, what fails it is not`() {
        let attempt = FailurePolicy.Attempt(attempts: 9, appointment: Self.tomorrow, losses: 4)
        let fate = { Self.policy.fate(after: $0, on: attempt, now: Self.now) }
        #expect(fate(.deferred(.connectionLost)) == .setAside)
        #expect(fate(.deferred(.sessionEnded(Reply(code: 421)))) == .setAside)
        guard case .retry = fate(.deferred(.relayFault(Reply(code: 451)))) else {
            Issue.record("the relay said no to the sender, not to this message")
            return
        }
    }

    @Test(arguments: [(0, false), (1, false), (2, true), (7, true)])
    func `a connection that only defers is renewed`(before: Int, isRenewed: Bool) {
        let actions = Self.policy.actions(
            after: .deferred(.reply(Reply(code: 452, enhancedCode: "4.4.5"))),
            on: .init(attempts: 0, appointment: Self.tomorrow),
            relay: .init(hasConnected: true, deferralsInARow: before),
            now: Self.now
        )
        #expect(actions.connection == (isRenewed ? .close : .keep))
        #expect(actions.relay == .goOn)
    }

    @Test(arguments: zip(FailurePolicy.relayWaits.indices, FailurePolicy.relayWaits))
    func `failures in a row wait longer and longer`(failures: Int, wait: Duration) {
        let record = FailurePolicy.RelayRecord(failuresInARow: failures, hasConnected: true)
        for action in Self.failures(record) { #expect(action == .hold(wait)) }
    }

    @Test func `after the last wait the relay is given up, with what it did and for how long`() {
        let count = FailurePolicy.relayWaits.count
        let record = FailurePolicy.RelayRecord(failuresInARow: count, hasConnected: true)
        let reasons = Self.failures(record).map { action in
            if case .stop(let reason) = action { "\(reason)" } else { "" }
        }
        #expect(
            reasons == [
                "the connection was lost, 20 times in a row in 14 minutes",
                "the relay ended the session with 421, 20 times in a row in 14 minutes",
                "the relay refused the session with 421, 20 times in a row in 14 minutes",
                "away is not known to the name service. Check [relay] url and the network., 20 times in a row in 14 minutes",
            ]
        )
    }

    @Test func `what fails while the relay is given time is the same failure`() {
        let record = FailurePolicy.RelayRecord(
            failuresInARow: 20,
            isHeld: true,
            hasConnected: true
        )
        #expect(Self.failures(record).allSatisfy { $0 == .keepWaiting })
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
        let error = RelayError(
            kind: .unreachable,
            .hostUnknown(host: "away"),
            isTransient: isTransient
        )
        let record = FailurePolicy.RelayRecord(hasConnected: hasConnected)
        #expect(
            Self.policy.relayAction(without: error, record)
                == .stop(because: .unconnected(trouble: error.trouble))
        )
    }

    /// What a lost connection, an ended and a refused session, and a connection that could not be made
    /// do to the relay.
    private static func failures(
        _ record: FailurePolicy.RelayRecord
    ) -> [FailurePolicy.RelayAction] {
        let verdicts: [Verdict] = [
            .deferred(.connectionLost), .deferred(.sessionEnded(Reply(code: 421))),
            .deferred(.relayFault(Reply(code: 421))),
        ]
        let away = RelayError(kind: .unreachable, .hostUnknown(host: "away"), isTransient: true)
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
