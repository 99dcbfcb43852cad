import Foundation
import MailCore
import Testing

struct RetryRuleTests {
    private static let now = Date(timeIntervalSince1970: 1_615_820_400)
    private static let tomorrow = now.addingTimeInterval(86_400)

    @Test(arguments: [
        (1, 60.0), (2, 120), (3, 300), (4, 600), (5, 1_200), (6, 1_200), (15, 1_200),
    ])
    func `the waits grow`(attempts: Int, seconds: Double) {
        let decision = RetryRule.standard.decision(
            attempts: attempts,
            now: Self.now,
            appointment: Self.tomorrow
        )
        #expect(decision == .retry(at: Self.now.addingTimeInterval(seconds)))
    }

    @Test func `all waits together are about four hours, then it is given up`() {
        let total = RetryRule.standard.waits.map(\.inSeconds).reduce(0, +)
        #expect((3.9...4.1).contains(total / 3_600))
        let last = RetryRule.standard.decision(
            attempts: 16,
            now: Self.now,
            appointment: Self.tomorrow
        )
        #expect(last == .giveUp(because: "the relay put it off 16 times"))
    }

    @Test(arguments: [(3_660.0, true), (3_659, false), (0, false), (-60, false), (7_200, true)])
    func `no attempt begins less than an hour before the appointment`(
        secondsLeft: Double,
        isTried: Bool
    ) {
        let decision = RetryRule.standard.decision(
            attempts: 1,
            now: Self.now,
            appointment: Self.now.addingTimeInterval(secondsLeft)
        )
        #expect((decision == .retry(at: Self.now.addingTimeInterval(60))) == isTried)
    }

    @Test func `a rule without waits gives up at once`() {
        let rule = RetryRule(waits: [], leadTime: .zero)
        guard
            case .giveUp = rule.decision(attempts: 1, now: Self.now, appointment: Self.tomorrow)
        else {
            Issue.record("it was to be tried again")
            return
        }
    }
}
