import Foundation
import MailCore
import Testing

struct BrakeTests {
    /// A relay that grants so many messages in each stretch of time, and the course of a campaign.
    private struct Course {
        var seconds = 0.0
        var asked = 0

        init(_ count: Int, limit: Int, window: Double, sliding: Bool, hint: Int? = nil) {
            var (brake, grants) = (Brake(), [Double]())
            var queue = Array(repeating: 0.0, count: count)
            let slow = Verdict.deferred(
                .reply(Reply(code: 450, enhancedCode: "4.7.1", retryAfter: hint))
            )
            while !queue.isEmpty {
                let due = queue.removeFirst()
                seconds = max(seconds, due)
                let free = brake.earliest(at: Date(timeIntervalSince1970: seconds))
                seconds = max(seconds, free.timeIntervalSince1970)
                brake.begin(at: Date(timeIntervalSince1970: seconds))
                asked += 1
                let isFull =
                    grants.count { grant in
                        sliding
                            ? grant > seconds - window
                            : Int(grant / window) == Int(seconds / window)
                    } >= limit
                seconds += 0.02
                let now = Date(timeIntervalSince1970: seconds)
                if isFull {
                    let hold = brake.note(slow, at: now)?.inSeconds ?? 60
                    queue.append(seconds + hold)
                    queue.sort()
                } else {
                    grants.append(seconds)
                    _ = brake.note(.accepted(Reply(code: 250)), at: now)
                }
            }
        }
    }

    @Test(
        arguments: [(500, 10, 6.0), (500, 10, 60), (500, 100, 60), (200, 1, 6)],
        [false, true]
    )
    func `the relay's own rate is found, with few questions`(
        relay: (count: Int, limit: Int, window: Double),
        sliding: Bool
    ) {
        let course = Course(
            relay.count,
            limit: relay.limit,
            window: relay.window,
            sliding: sliding
        )
        let best = Double(relay.count) / Double(relay.limit) * relay.window
        #expect(course.seconds < 1.35 * best)
        #expect(course.asked < 2 * relay.count)
    }

    /// A relay that was busy for a moment, and then takes a county's mail at one go.
    @Test func `a limit that is over is forgotten, however much is taken afterwards`() throws {
        var (brake, seconds) = (Brake(), 0.0)
        func note(_ verdict: Verdict) {
            seconds += 0.01
            let now = Date(timeIntervalSince1970: seconds)
            brake.begin(at: now)
            _ = brake.note(verdict, at: now)
        }
        for _ in 0..<20 { note(.accepted(Reply(code: 250))) }
        for _ in 0..<3 { note(.deferred(.reply(Reply(code: 451, enhancedCode: "4.7.1")))) }
        #expect(brake.rate != nil)
        seconds += 60
        for _ in 0..<10_000 {
            note(.accepted(Reply(code: 250)))
            if let rate = brake.rate { try #require(rate < 10_000, "\(rate) messages a second") }
        }
        #expect(brake.rate == nil)
        // Busy again, it is asked more slowly again.
        for _ in 0..<3 { note(.deferred(.reply(Reply(code: 451, enhancedCode: "4.7.1")))) }
        #expect(try #require(brake.rate) < 1_000)
    }

    @Test func `a relay without a limit is never slowed down`() {
        let course = Course(1_000, limit: 10_000, window: 60, sliding: false)
        #expect(course.asked == 1_000)
        #expect(course.seconds < 21)
    }

    @Test(arguments: [
        Reply(code: 450, enhancedCode: "4.2.0"), Reply(code: 451, enhancedCode: "4.1.1"),
        Reply(code: 451, enhancedCode: "4.7.1", isGreylisting: true),
    ])
    func `a mailbox that is full, and greylisting, slow down nobody else`(reply: Reply) {
        var brake = Brake()
        let now = Date(timeIntervalSince1970: 1_000)
        brake.begin(at: now)
        _ = brake.note(.accepted(Reply(code: 250)), at: now)
        #expect(brake.note(.deferred(.reply(reply)), at: now) == nil)
        #expect(brake.rate == nil && brake.earliest(at: now) == now)
    }

    @Test func `before anything was accepted, three in a row are a limit, and one is not`() {
        var brake = Brake()
        let now = Date(timeIntervalSince1970: 1_000)
        let slow = Verdict.deferred(.reply(Reply(code: 451)))
        brake.begin(at: now)
        #expect(brake.note(slow, at: now) == nil)
        #expect(brake.note(slow, at: now) == nil)
        #expect(brake.note(slow, at: now) == .seconds(1))
        #expect(brake.note(slow, at: now) == .seconds(1))
        let later = now.addingTimeInterval(1)
        #expect(brake.note(slow, at: later) == .seconds(2))
    }

    @Test func `one deferred alone slows down nobody, but one in five does`() {
        var (brake, now) = (Brake(), Date(timeIntervalSince1970: 1_000))
        let slow = Verdict.deferred(.reply(Reply(code: 450, enhancedCode: "4.7.1")))
        func go(_ count: Int, deferringEach interval: Int) {
            for number in 1...count {
                now += 0.1
                brake.begin(at: now)
                let verdict =
                    number.isMultiple(of: interval) ? slow : .accepted(Reply(code: 250))
                _ = brake.note(verdict, at: now)
            }
        }
        go(100, deferringEach: 20)
        #expect(brake.rate == nil && brake.earliest(at: now) == now)
        go(100, deferringEach: 5)
        #expect(brake.rate != nil)
    }

    @Test func `a rate that did not hold is tried again after a long row`() throws {
        var (brake, now) = (Brake(), Date(timeIntervalSince1970: 1_000))
        let slow = Verdict.deferred(.reply(Reply(code: 450, enhancedCode: "4.7.1")))
        func take(_ count: Int) {
            for _ in 0..<count {
                now = max(now, brake.earliest(at: now))
                brake.begin(at: now)
                _ = brake.note(.accepted(Reply(code: 250)), at: now)
            }
        }
        func refuse() {
            for _ in 0..<2 { _ = brake.note(slow, at: now) }
        }
        take(10)
        refuse()
        take(3)
        refuse()
        let limited = try #require(brake.rate)
        take(30)
        #expect(try #require(brake.rate) < 2 * limited)
        take(30)
        // Or no limit is left of it.
        #expect((brake.rate ?? .infinity) > 20 * limited)
    }

    @Test func `a relay that says when is heard`() {
        var brake = Brake()
        let now = Date(timeIntervalSince1970: 1_000)
        brake.begin(at: now)
        _ = brake.note(.accepted(Reply(code: 250)), at: now)
        let slow = Verdict.deferred(.reply(Reply(code: 450, retryAfter: 45)))
        #expect(brake.note(slow, at: now) == .seconds(45))
        #expect(brake.earliest(at: now) == now.addingTimeInterval(45))
    }
}
