import Foundation
import MailCore
import MailJournal
import MailSending
import Testing
import TestSupport

/// Recipients whom the relay always defers, among others whom it takes.
struct AlwaysDeferredTests {
    /// Several connections that ask one dispatcher, with answers that take as long as a seed decides.
    private struct Evening {
        private struct Answer {
            let at: Double
            let delivery: PendingDelivery
        }

        private static let start = SampleCampaign.planning
        private var dispatcher: Dispatcher
        private var chance: SplitMix
        private var underWay: [Answer] = []
        private var seconds = 0.0
        private(set) var accepted = 0

        private var now: Date { Self.start.addingTimeInterval(seconds) }

        init(people: Int64, seed: UInt64) {
            chance = SplitMix(seed: seed)
            dispatcher = Dispatcher(
                pending: (1...people).map {
                    PendingDelivery(
                        number: $0,
                        row: Int($0) + 1,
                        group: "post.example",
                        appointment: Self.start.addingTimeInterval(86_400)
                    )
                },
                pace: PaceKeeper(pace: Pace()),
                watch: RefusalWatch(
                    caution: Caution(first: 0, pause: .zero, stopAtRefusedPercent: 10)
                ),
                policy: .standard
            )
        }

        /// - Returns: How many seconds it took until all were accepted who can be.
        mutating func seconds(
            until goal: Int,
            connections: Int,
            deferring bad: Set<Int64>,
            with reply: Reply
        ) -> Double {
            while accepted < goal, dispatcher.stopReason == nil, seconds < 7_200 {
                let wish = begin(upTo: connections)
                let next = underWay.min { $0.at < $1.at }
                if let next, next.at <= wish {
                    underWay.removeAll { $0.delivery.number == next.delivery.number }
                    seconds = max(seconds, next.at)
                    end(next.delivery, bad.contains(next.delivery.number) ? reply : nil)
                } else {
                    // As a connection does that naps until something may begin.
                    seconds = max(seconds + 0.005, wish)
                }
            }
            return seconds
        }

        /// - Returns: When to ask again.
        private mutating func begin(upTo connections: Int) -> Double {
            while underWay.count < connections {
                switch dispatcher.next(at: now) {
                case .send(let delivery):
                    let time = seconds + Double.random(in: 0.005...0.3, using: &chance)
                    underWay.append(Answer(at: time, delivery: delivery))
                case .wait(let moment): return moment.timeIntervalSince(Self.start)
                case .expire, .done: return .infinity
                }
            }
            return .infinity
        }

        private mutating func end(_ delivery: PendingDelivery, _ reply: Reply?) {
            let verdict =
                reply.map { Verdict.deferred($0.code == 421 ? .sessionEnded($0) : .reply($0)) }
                ?? .accepted(Reply(code: 250))
            if reply == nil { accepted += 1 }
            let judgement = dispatcher.judge(verdict, on: delivery, at: now)
            guard case .settled(let actions) = judgement else { return }
            dispatcher.conclude(delivery, actions.fate)
        }
    }

    @Test(
        arguments: [
            Reply(code: 421, enhancedCode: "4.3.2"), Reply(code: 450, enhancedCode: "4.7.1"),
        ],
        [1, 4]
    )
    func `slow down nobody for long, in whichever order the answers come`(
        reply: Reply,
        connections: Int
    ) {
        var slowest = (seconds: 0.0, seed: UInt64(0))
        for seed: UInt64 in 0..<(LongRun.isOn ? 20_000 : 300) {
            var chance = SplitMix(seed: ~seed)
            let last: Int64 = seed % 2 == 0 ? 60 : 10
            let bad = Set((1...8).map { _ in Int64.random(in: 1...last, using: &chance) })
            var evening = Evening(people: 60, seed: seed)
            let seconds = evening.seconds(
                until: 60 - bad.count,
                connections: connections,
                deferring: bad,
                with: reply
            )
            #expect(evening.accepted == 60 - bad.count, "seed \(seed)")
            if seconds > slowest.seconds { slowest = (seconds, seed) }
        }
        // Deferred one after the other before the first is taken, they cannot be told from a limit.
        #expect(slowest.seconds < 300, "seed \(slowest.seed)")
    }
}
