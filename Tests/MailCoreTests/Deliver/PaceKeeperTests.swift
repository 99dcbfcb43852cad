import Foundation
import MailCore
import Testing

struct PaceKeeperTests {
    private static let start = Date(timeIntervalSince1970: 1_615_820_400)

    private static func at(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

    /// Sends as fast as it is allowed; the seconds at which each message began.
    private static func run(
        _ keeper: PaceKeeper,
        messages: Int,
        domain: (Int) -> String = { _ in "example.org" }
    ) -> [Double] {
        var keeper = keeper
        var now = start
        return (0..<messages).map { number in
            now = keeper.earliest(for: domain(number), at: now)
            keeper.begin(domain(number), at: now)
            return now.timeIntervalSince(start)
        }
    }

    /// The most beginnings in any span of so many seconds.
    private static func most(_ begun: [Double], within seconds: Double) -> Int {
        begun.map { first in
            begun.count { $0 >= first && $0 < first + seconds - 0.001 }
        }.max() ?? 0
    }

    @Test func `without limits nothing waits`() {
        #expect(Self.run(PaceKeeper(pace: Pace()), messages: 100).allSatisfy { $0 == 0 })
    }

    @Test func `a minute's limit is spread over the minute`() {
        let begun = Self.run(PaceKeeper(pace: Pace(perMinute: 30)), messages: 70)
        #expect(begun.prefix(4) == [0, 2, 4, 6])
        #expect(Self.most(begun, within: 60) == 30)
        #expect(begun.last == 138)
    }

    @Test(arguments: [
        (Pace(perHour: 5), 3_600.0, 5), (Pace(perDay: 5), 86_400, 5),
        (Pace(perMinute: 60, perHour: 90), 3_600, 90),
        (Pace(perMinute: 60, perDay: 100), 86_400, 100),
        (Pace(perMinute: 7, perHour: 100, perDay: 150), 86_400, 150),
        (Pace(perMinute: 7, perHour: 100, perDay: 150), 3_600, 100),
        (Pace(perMinute: 7, perHour: 100, perDay: 150), 60, 7),
    ])
    func `no window ever holds more than its limit, and each is used up`(
        pace: Pace,
        seconds: Double,
        limit: Int
    ) {
        let begun = Self.run(PaceKeeper(pace: pace), messages: 320)
        #expect(Self.most(begun, within: seconds) == limit)
    }

    /// One that was told of the attempts of the last run.
    private static func keeper(_ pace: Pace, after attempts: [Date]) -> PaceKeeper {
        var keeper = PaceKeeper(pace: pace)
        for attempt in attempts { keeper.begin("example.net", at: attempt) }
        return keeper
    }

    @Test func `attempts before a restart count`() {
        let history = (0..<5).map { Self.at(Double($0) * 10 - 100) }
        let keeper = Self.keeper(Pace(perHour: 5), after: history)
        #expect(keeper.earliest(for: "example.org", at: Self.start) == Self.at(3_500))
        let freer = Self.keeper(Pace(perHour: 6), after: history)
        #expect(freer.earliest(for: "example.org", at: Self.start) == Self.start)
        let spaced = Self.keeper(Pace(perMinute: 2), after: [Self.at(-10)])
        #expect(spaced.earliest(for: "example.org", at: Self.start) == Self.at(20))
    }

    @Test func `a domain's limit holds for that domain alone`() {
        let keeper = PaceKeeper(pace: Pace(perDomainPerMinute: 2))
        let begun = Self.run(keeper, messages: 6) { $0 % 3 == 0 ? "example.net" : "example.org" }
        #expect(begun == [0, 0, 0, 0, 60, 60])
        let one = Self.run(keeper, messages: 7)
        #expect(one == [0, 0, 60, 60, 120, 120, 180])
    }

    @Test func `the tightest limit rules`() {
        let pace = Pace(perMinute: 60, perDomainPerMinute: 1)
        #expect(Self.run(PaceKeeper(pace: pace), messages: 3) == [0, 60, 120])
        let mixed = Self.run(PaceKeeper(pace: pace), messages: 3) { "d\($0).example" }
        #expect(mixed == [0, 1, 2])
    }

    @Test func `a thousand messages do not make it forget the day`() {
        let pace = Pace(perMinute: 600, perHour: 10, perDay: 1_000)
        let begun = Self.run(PaceKeeper(pace: pace), messages: 2_500)
        #expect(Self.most(begun, within: 3_600) == 10)
        #expect(Self.most(begun, within: 86_400) <= 1_000)
    }

    static let paused = Caution(first: 10, pause: .seconds(30))
    static let plain = Caution(first: 0)

    @Test(arguments: [
        (1_494, Pace(perMinute: 60), plain, 1_493),
        (1_494, Pace(perMinute: 60), paused, 1_523),
        (10, Pace(perMinute: 60), paused, 9),
        // 500 at one a second, the next 500 an hour later, the last 494 after two hours.
        (1_494, Pace(perMinute: 60, perHour: 500, perDay: 10_000), plain, 7_693),
        (1_494, Pace(perDay: 10_000), plain, 15),
        (15, Pace(perDay: 10), plain, 86_400),
        (1_000, Pace(), plain, 10),
        (0, Pace(perMinute: 60), paused, 0),
    ])
    func `the forecast is how long the limits take`(
        messages: Int,
        pace: Pace,
        caution: Caution,
        seconds: Int
    ) {
        let forecast = PaceKeeper.forecast(messages: messages, pace: pace, caution: caution)
        #expect(abs(forecast - seconds) <= 1, "\(forecast)")
    }

    @Test func `attempts count as far back as the longest limit, also one of single domains`() {
        let minute = Pace.Window(limit: 5, seconds: 60)
        let week = Pace.Window(limit: 9, seconds: 604_800)
        #expect(Pace().longestWindow == 0)
        #expect(Pace(windows: [minute, week]).longestWindow == 604_800)
        #expect(Pace(windows: [minute], domainWindows: [week]).longestWindow == 604_800)
    }
}
