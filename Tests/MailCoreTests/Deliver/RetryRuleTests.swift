import Foundation
import MailCore
import Testing

struct RetryRuleTests {
    private static let now = Date(timeIntervalSince1970: 1_615_820_400)
    private static let tomorrow = now.addingTimeInterval(86_400)

    private static func decision(
        _ attempts: Int,
        hint: Int? = nil,
        spread: Double = 0,
        appointment: Date = tomorrow
    ) -> RetryRule.Decision {
        RetryRule.standard.decision(
            attempts: attempts,
            hint: hint,
            spread: spread,
            now: now,
            appointment: appointment
        )
    }

    @Test(arguments: [
        (1, 60.0), (2, 120), (3, 300), (4, 600), (5, 1_200), (6, 1_200), (15, 1_200), (400, 1_200),
    ])
    func `the waits grow, and never end by count`(attempts: Int, seconds: Double) {
        #expect(Self.decision(attempts) == .retry(at: Self.now.addingTimeInterval(seconds)))
    }

    @Test(arguments: [(0.0, 60.0), (0.5, 66), (1, 72)])
    func `many that were deferred at once come back one after the other`(
        spread: Double,
        seconds: Double
    ) {
        let due = Self.now.addingTimeInterval(seconds)
        #expect(Self.decision(1, spread: spread) == .retry(at: due))
    }

    @Test(arguments: [(nil, 60.0), (30, 60), (300, 300), (1_000_000, 3_600)])
    func `a relay that says when is heard, within bounds`(hint: Int?, seconds: Double) {
        let due = Self.now.addingTimeInterval(seconds)
        #expect(Self.decision(1, hint: hint) == .retry(at: due))
    }

    @Test(arguments: [(3_660.0, true), (3_659, false), (0, false), (-60, false), (7_200, true)])
    func `no retry begins less than an hour before the appointment`(
        secondsLeft: Double,
        isTried: Bool
    ) {
        let appointment = Self.now.addingTimeInterval(secondsLeft)
        let decision = Self.decision(1, appointment: appointment)
        #expect((decision == .retry(at: Self.now.addingTimeInterval(60))) == isTried)
        if !isTried {
            #expect(decision == .expire(because: .noTimeForAnother))
        }
    }

    @Test func `the first attempt may come until the appointment itself`() {
        let rule = RetryRule.standard
        #expect(rule.deadline(attempts: 0, appointment: Self.now) == Self.now)
        let hourBefore = Self.now.addingTimeInterval(-3_600)
        #expect(rule.deadline(attempts: 1, appointment: Self.now) == hourBefore)
    }
}
