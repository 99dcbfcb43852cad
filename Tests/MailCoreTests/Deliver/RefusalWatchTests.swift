import MailCore
import Testing

struct RefusalWatchTests {
    private static let accepted = Verdict.accepted(Reply(code: 250))
    private static let refused = Verdict.refused(Reply(code: 550))
    private static let deferred = Verdict.deferred(.reply(Reply(code: 451)))

    /// What is advised after each of the verdicts: `a`ccepted, `r`efused, `d`eferred, `u`nknown.
    private static func advice(
        _ verdicts: String,
        caution: Caution,
        before: Int = 0
    ) -> [RefusalWatch.Advice] {
        var watch = RefusalWatch(caution: caution, verdicts: before)
        return verdicts.map { letter in
            switch letter {
            case "a": watch.note(accepted)
            case "r": watch.note(refused)
            case "d": watch.note(deferred)
            default: watch.note(.unknown(.timeout))
            }
        }
    }

    private static func isStop(_ advice: RefusalWatch.Advice?) -> Bool {
        if case .stop = advice { true } else { false }
    }

    @Test(arguments: ["aaaaa", "aradu", "ddddd", "uuuuu", "raaaa"])
    func `after the first few it pauses once`(verdicts: String) {
        let caution = Caution(first: 5, pause: .seconds(30), stopAtRefusedPercent: 40)
        let advice = Self.advice(verdicts + "aaaaa", caution: caution)
        #expect(
            advice == [.goOn, .goOn, .goOn, .goOn, .pause(.seconds(30))]
                + Array(repeating: .goOn, count: 5)
        )
    }

    @Test func `only so many begin before the first look`() {
        var watch = RefusalWatch(caution: Caution(first: 2))
        #expect(watch.firstFew == 2)
        _ = watch.note(Self.accepted)
        #expect(watch.firstFew == 1)
        _ = watch.note(Self.deferred)
        #expect(watch.firstFew == nil)
        #expect(RefusalWatch(caution: Caution(first: 0)).firstFew == nil)
    }

    @Test func `a resumed campaign does not pause again`() {
        let caution = Caution(first: 3, pause: .seconds(30))
        #expect(
            Self.advice("aaaa", caution: caution, before: 3) == Array(repeating: .goOn, count: 4)
        )
        #expect(Self.advice("aa", caution: caution, before: 2).first == .pause(.seconds(30)))
        #expect(RefusalWatch(caution: caution, verdicts: 7).firstFew == nil)
    }

    @Test(arguments: [
        ("rraaaaaaaa", true), ("raaaaaaaaa", false), ("rrdddddddd", true),
        ("aaaaaaaaar", false), ("dddddddddd", false), ("uuuuuuuuuu", false),
    ])
    func `too many refusals among the first stop it`(verdicts: String, stops: Bool) {
        let advice = Self.advice(verdicts, caution: Caution(first: 10, stopAtRefused: 10))
        #expect(Self.isStop(advice.last) == stops)
        #expect(!advice.dropLast().contains(where: Self.isStop))
    }

    @Test(arguments: [(4, false), (5, true), (6, true)])
    func `a tenth of the last fifty stops it`(refused: Int, stops: Bool) {
        let caution = Caution(first: 0, stopAtRefused: 10)
        let verdicts =
            String(repeating: "a", count: 50 - refused) + String(repeating: "r", count: refused)
        let advice = Self.advice("aaaaaaaaaaaa" + verdicts, caution: caution)
        #expect(Self.isStop(advice.last) == stops)
    }

    @Test func `only the last fifty count, and neither doubt nor delay dilutes them`() {
        let caution = Caution(first: 0, stopAtRefused: 10)
        let old = "aaaraaaraaaraaar" + String(repeating: "a", count: 50) + "rrrr"
        #expect(!Self.advice(old, caution: caution).contains(where: Self.isStop))
        let diluted =
            String(repeating: "a", count: 45) + "rrrr" + String(repeating: "du", count: 60)
        #expect(!Self.advice(diluted, caution: caution).contains(where: Self.isStop))
        #expect(Self.isStop(Self.advice(diluted + "r", caution: caution).last))
    }

    @Test(arguments: [
        ("rrr", 3), ("arrr", 4), ("aarrr", 0), ("aaaaaaaaaaaarrrrrrr", 19), ("ararararar", 10),
    ])
    func `from the first verdict on, what cannot be chance stops it`(verdicts: String, at: Int) {
        let caution = Caution(first: 0, stopAtRefused: 10)
        let advice = Self.advice(verdicts, caution: caution)
        let first = advice.firstIndex(where: Self.isStop).map { $0 + 1 } ?? 0
        #expect(first == at)
    }

    @Test func `zero percent never stops it`() {
        let caution = Caution(first: 5, pause: .zero, stopAtRefusedPercent: 0)
        let advice = Self.advice(String(repeating: "r", count: 200), caution: caution)
        #expect(!advice.contains(where: Self.isStop))
    }

    @Test func `one refusal proves nothing`() {
        let caution = Caution(first: 1, pause: .zero, stopAtRefusedPercent: 1)
        #expect(Self.advice("r", caution: caution) == [.pause(.zero)])
    }

    @Test func `after a stop for refusals the next refusal stops again, and an acceptance ends it`()
    {
        let caution = Caution(first: 10, pause: .zero, stopAtRefused: 10)
        let refused = Verdict.refused(Reply(code: 550))
        let last = Array(repeating: true, count: 10)
        var resumed = RefusalWatch(caution: caution, verdicts: 10, lastRefused: last)
        guard case .stop = resumed.note(refused) else {
            Issue.record("a resumed campaign goes on being refused")
            return
        }
        var repaired = RefusalWatch(caution: caution, verdicts: 10, lastRefused: last)
        #expect(repaired.note(.accepted(Reply(code: 250))) == .goOn)
        #expect(repaired.note(refused) == .goOn)
    }
}
