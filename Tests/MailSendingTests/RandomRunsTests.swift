import Foundation
import MailCore
import MailJournal
import MailSending
import Synchronization
import Testing
import TestSupport

struct RandomRunsTests {
    /// Two hundred runs, twenty-five to a test.
    @Test(arguments: 0..<8)
    func `whatever a relay does, the sums add up`(batch: UInt64) async throws {
        let sample = try SampleCampaign(people: 30)
        for seed in batch * 25..<batch * 25 + 25 { try await run(sample, seed: seed) }
    }

    private func run(_ sample: SampleCampaign, seed: UInt64) async throws {
        let scene = try SendingScene(of: sample)
        var (runs, reason) = (0, StopReason?.none)
        let relay = MoodyRelay(seed: seed)
        repeat {
            runs += 1
            reason = try await scene.send(
                to: relay.script,
                settings: sampleSettings(connections: 3),
                retry: .quick
            )
            try check(scene, relay.script, seed: seed)
        } while reason != nil && runs < 40
        let counts = try scene.counts
        let open = counts[.planned, default: 0] + counts[.deferred, default: 0]
        #expect(reason != nil || open == 0, "seed \(seed)")
    }

    private func check(_ scene: SendingScene, _ script: TransportScript, seed: UInt64) throws {
        let (past, states) = (script.past, try scene.states)
        #expect(past.breaches.isEmpty && past.connectionsLeftOpen == 0, "seed \(seed)")
        #expect(states.count == 30 && !states.values.contains(.sending), "seed \(seed)")
        #expect(past.taken.values.allSatisfy { $0 == 1 }, "seed \(seed)")
        let taken = Set(past.taken.keys)
        let booked = states.filter { $0.value == .accepted || $0.value == .unknown }
        #expect(Set(booked.keys) == taken, "seed \(seed)")
        for (message, verdict) in past.verdicts {
            let isBlamed = verdict.doubtfulRefusal == nil
            let isOpen = !isBlamed && [.planned, .deferred, .expired].contains(states[message])
            #expect(
                states[message] == state(verdict) || verdict.isDeferral || isOpen,
                "seed \(seed)"
            )
        }
        #expect(try scene.failures == [], "seed \(seed)")
    }

    private func state(_ verdict: Verdict) -> DeliveryState? {
        switch verdict {
        case .accepted: .accepted
        case .refused: .refused
        case .unknown: .unknown
        case .deferred: nil
        }
    }
}

extension Verdict {
    fileprivate var isDeferral: Bool { if case .deferred = self { true } else { false } }
}

/// A relay that answers by chance, and by the same chance for the same seed.
final class MoodyRelay: Sendable {
    let script: TransportScript

    init(seed: UInt64) {
        let chance = Mutex(SplitMix(seed: seed))
        let roll = { @Sendable in chance.withLock { Int.random(in: 0..<100, using: &$0) } }
        let away = RelayError(kind: .unreachable, .hostUnknown(host: "away"), isTransient: true)
        // Some relays are good and some are bad.
        let temper = Int(seed % 4) * 8 + 4
        script = TransportScript(
            opening: { _ in roll() < temper ? away : nil },
            moment: { _ in if roll() < 30 { await Task.yield() } },
            answering: { _ in
                guard roll() < 2 * temper else { return .accepted }
                return switch roll() {
                case ..<20: .refused
                case ..<30: .refusedAfterTheDot
                case ..<50: .deferred
                case ..<60: .deferredAfterTheDot
                case ..<80: .lost
                case ..<90: .unknown
                case ..<97: .relayFault(421)
                default: .relayFault(550)
                }
            }
        )
    }
}
