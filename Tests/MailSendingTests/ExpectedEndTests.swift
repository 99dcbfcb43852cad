import Foundation
import MailCore
import MailSending
import Testing

/// When whoever watches is told that sending will have ended.
struct ExpectedEndTests {
    private static let now = Date(timeIntervalSince1970: 4_014_442_800)

    private static func course(
        perMinute: Double,
        heldFor hold: Double? = nil,
        group: String? = nil,
        awayFor: Double? = nil
    ) -> SendingCourse {
        var course = SendingCourse()
        course.rates = [
            .init(
                perMinute: perMinute,
                heldUntil: hold.map(now.addingTimeInterval),
                group: group
            )
        ]
        course.relayIsAwayUntil = awayFor.map(now.addingTimeInterval)
        return course
    }

    private static func seconds(_ course: SendingCourse, open: Int, rate: Double) -> Double? {
        course.expectedEnd(of: open, rate: rate, at: now)?.timeIntervalSince(now)
    }

    @Test func `what has gone so far says how fast the rest goes`() {
        #expect(Self.seconds(SendingCourse(), open: 30, rate: 2) == 15)
    }

    @Test func `a relay that limits all messages says it, however fast the first ones went`() {
        #expect(Self.seconds(Self.course(perMinute: 10), open: 100, rate: 50) == 600)
    }

    @Test func `a provider that limits its own mail does not`() {
        let course = Self.course(perMinute: 10, group: "provider.example")
        #expect(Self.seconds(course, open: 100, rate: 50) == 2)
    }

    @Test func `the pause in which nothing is begun comes first`() {
        let held = Self.course(perMinute: 60, heldFor: 90, awayFor: 30)
        #expect(Self.seconds(held, open: 10, rate: 1) == 100)
        let away = Self.course(perMinute: 60, heldFor: 30, awayFor: 300)
        #expect(Self.seconds(away, open: 10, rate: 1) == 310)
    }

    @Test func `nothing is said before anything has gone, or when nothing is left`() {
        #expect(Self.seconds(SendingCourse(), open: 30, rate: 0) == nil)
        #expect(Self.seconds(SendingCourse(), open: 0, rate: 2) == nil)
    }
}
