import Foundation
import MailCore
import Testing

/// A relay, or one provider behind it, that limits the rate.
struct BrakesTests {
    private static let accepted = Verdict.accepted(Reply(code: 250))
    private static let slow = Verdict.deferred(.reply(Reply(code: 450, enhancedCode: "4.7.1")))

    /// A campaign to several groups, some of which may take so many messages a minute only.
    private struct Course {
        var ended: [String: Double] = [:]
        var asked = 0
        var brakes = Brakes()

        init(_ groups: [String], count: Int, granting limits: [String: Int]) {
            var queue = (0..<count).map { (due: 0.0, number: $0, group: groups[$0 % groups.count]) }
            var grants: [String: [Double]] = [:]
            var seconds = 0.0
            while !queue.isEmpty {
                let now = Date(timeIntervalSince1970: seconds)
                let common = brakes.earliest(at: now).timeIntervalSince1970
                let free = queue.map { entry in
                    let own = brakes.earliest(for: entry.group, at: now).timeIntervalSince1970
                    return max(entry.due, common, own, seconds)
                }
                let next = free.indices.min { free[$0] < free[$1] } ?? 0
                seconds = free[next]
                let (_, number, group) = queue.remove(at: next)
                let message = Int64(number)
                brakes.begin(group, at: Date(timeIntervalSince1970: seconds))
                asked += 1
                let start = seconds
                let isFull =
                    limits[group].map { limit in
                        (grants[group] ?? []).count { $0 > start - 60 } >= limit
                    } ?? false
                seconds += 0.02
                let end = Date(timeIntervalSince1970: seconds)
                if isFull {
                    let hold =
                        brakes.note(BrakesTests.slow, of: group, message: message, at: end)?
                        .inSeconds ?? 60
                    queue.append((seconds + hold, number, group))
                } else {
                    grants[group, default: []].append(start)
                    _ = brakes.note(BrakesTests.accepted, of: group, message: message, at: end)
                    ended[group] = seconds
                }
            }
        }
    }

    @Test func `a provider that limits its own mail holds up nobody else`() {
        let course = Course(["gmx.de", "post.example"], count: 200, granting: ["gmx.de": 10])
        // 100 messages at 10 a minute, and 100 that nobody limits.
        #expect(course.ended["gmx.de"] ?? 0 < 1.35 * 600)
        #expect(course.ended["post.example"] ?? 999 < 60)
        #expect(course.asked < 400)
        #expect(
            course.brakes.rates(at: Date(timeIntervalSince1970: 600)).map(\.group) == ["gmx.de"]
        )
    }

    @Test func `two providers are told apart`() {
        let course = Course(
            ["gmx.de", "t-online.de", "post.example"],
            count: 150,
            granting: ["gmx.de": 10, "t-online.de": 20]
        )
        #expect(course.ended["gmx.de"] ?? 0 < 1.35 * 300)
        #expect(course.ended["t-online.de"] ?? 0 < 1.35 * 150)
        #expect(course.ended["post.example"] ?? 999 < 100)
    }

    @Test func `a limit over everything is not taken for one provider's`() {
        var (brakes, now) = (Brakes(), Date(timeIntervalSince1970: 1_000))
        func note(_ verdict: Verdict, _ group: String) {
            now += 1
            brakes.begin(group, at: now)
            _ = brakes.note(verdict, of: group, at: now)
        }
        for group in ["a.example", "b.example", "a.example"] { note(Self.accepted, group) }
        // Put off in turn: both groups are meant.
        for group in ["a.example", "b.example", "a.example", "b.example"] { note(Self.slow, group) }
        #expect(brakes.rates(at: now).map(\.group) == [nil])
    }

    @Test func `recipients whom a relay always defers slow down nobody else`() {
        var (brakes, now) = (Brakes(), Date(timeIntervalSince1970: 1_000))
        var queue = (0..<200).map { (due: now, message: Int64($0)) }
        var taken = 0
        // Each of the first eight is deferred whenever it is tried, ten times each.
        var left = Array(repeating: 10, count: 8)
        while !queue.isEmpty, taken < 192 {
            queue.sort { $0.due < $1.due }
            let (due, message) = queue.removeFirst()
            now = max(now, due, brakes.earliest(at: now))
            brakes.begin("post.example", at: now)
            now += 0.02
            let isBad = message < 8 && left[Int(message)] > 0
            if isBad { left[Int(message)] -= 1 } else { taken += 1 }
            let verdict = isBad ? Self.slow : Self.accepted
            let wait = brakes.note(verdict, of: "post.example", message: message, at: now)
            if isBad { queue.append((now.addingTimeInterval(wait?.inSeconds ?? 60), message)) }
        }
        #expect(taken == 192)
        #expect(now.timeIntervalSince1970 < 1_000 + 120)
    }

    @Test func `domains of one provider share a limit`() {
        let groups = DomainGroups(own: [["schule.example", "gymnasium.example"]])
        #expect(groups.name(of: "GMX.net") == groups.name(of: "web.de"))
        #expect(groups.name(of: "googlemail.com") == groups.name(of: "gmail.com"))
        #expect(groups.name(of: "gymnasium.example") == "schule.example")
        #expect(groups.name(of: "post.example") == "post.example")
    }
}
