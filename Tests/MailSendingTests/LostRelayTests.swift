import Foundation
import MailCore
import MailJournal
import MailSending
import Synchronization
import Testing
import TestSupport

struct LostRelayTests {
    private static let away = RelayError(
        kind: .unreachable,
        .silent(relay: "mail.kreis.example:587"),
        isTransient: true
    )
    private static let locked = RelayError(
        kind: .loginRefused,
        .loginNotOffered(relay: "mail.kreis.example:587"),
        isTransient: false
    )

    @Test func `a message whose connection was lost goes again on a new one`() async throws {
        let scene = try SendingScene(people: 3)
        let script = TransportScript.answers([1: .lost])
        #expect(try await scene.send(to: script) == nil)
        let planned = scene.sample.plan.messages.map(\.id)
        // It moves back: nobody waits for it.
        #expect(script.past.attempts.map(\.message) == planned + [planned[0]])
        #expect(script.past.openings == 2 && script.isInOrder)
        #expect(try scene.counts == [.accepted: 3])
        #expect(script.past.taken.values.allSatisfy { $0 == 1 })
        #expect(try scene.failures == [])
    }

    @Test func `an attempt is an attempt, whatever ended it`() async throws {
        let scene = try SendingScene(people: 1)
        let answers: [TransportAnswer] = [.lost, .deferred, .relayFault(421), .accepted]
        let script = TransportScript(answering: { answers[$0.count - 1] })
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 1])
        #expect(script.past.attempts.count == 4)
        // 5 seconds, 2 minutes, 5 minutes, and a little more.
        #expect((425..<525).contains(scene.clock.now.timeIntervalSince(SampleCampaign.planning)))
    }

    @Test(arguments: [1, 3])
    func `whoever waits for a relay that comes back too late is not written to any more`(
        lines: Int
    ) async throws {
        let scene = try SendingScene(people: 8)
        let clock = scene.clock
        let tooLate = SampleCampaign.planning.addingTimeInterval(
            Double(SampleCampaign.untilAppointment)
        )
        let script = TransportScript(
            opening: { _ in clock.now > tooLate ? nil : Self.away },
            answering: { _ in .accepted }
        )
        let sender = try scene.sender(
            to: script,
            settings: sampleSettings(connections: lines),
            // Looks seldom, so that a day of waiting costs no day's looks.
            sleep: { await clock.sleep($0 * 100) },
            policy: FailurePolicy(isPatient: true)
        )
        #expect(try await sender.run() == nil)
        #expect(script.past.attempts.isEmpty)
        #expect(try scene.counts == [.expired: 8])
        #expect(try scene.failures == [])
    }

    /// All waits after failures in a row.
    private static let patience = FailurePolicy.relayWaits.map(\.inSeconds).reduce(0, +)

    @Test func `losses in a row wait longer and longer, then the relay is given up`() async throws {
        let scene = try SendingScene(people: 40)
        let script = TransportScript(answering: { _ in .lost })
        let reason = try await scene.send(to: script)
        guard case .relayFailed(let because) = reason else {
            Issue.record("ended with \(String(describing: reason))")
            return
        }
        #expect(because.description.contains("20 times in a row in 14 minutes"))
        let waited = scene.clock.now.timeIntervalSince(SampleCampaign.planning)
        #expect((Self.patience..<Self.patience + 5).contains(waited))
        #expect(try scene.counts[.sending] == nil && scene.counts[.refused] == nil)
        #expect(script.isInOrder)
    }

    @Test func `all lines losing their connection at once count as one failure`() async throws {
        let scene = try SendingScene(people: 60)
        let script = TransportScript(
            answering: { (9...40).contains($0.count) && $0.ordinal == 1 ? .lost : .accepted }
        )
        let settings = try sampleSettings(connections: 16)
        #expect(try await scene.send(to: script, settings: settings) == nil)
        #expect(try scene.counts == [.accepted: 60])
        #expect(script.isInOrder)
    }

    @Test func `a relay that has no time waits, is asked again, and is given up`() async throws {
        let scene = try SendingScene(people: 40)
        let script = TransportScript(answering: { _ in .relayFault(421) })
        guard case .relayFailed = try await scene.send(to: script) else {
            Issue.record("the campaign went on")
            return
        }
        let waited = scene.clock.now.timeIntervalSince(SampleCampaign.planning)
        #expect((Self.patience..<Self.patience + 5).contains(waited))
        #expect(try scene.counts[.refused] == nil && scene.counts[.sending] == nil)
        #expect(try await scene.send(to: .accepting) == nil)
        #expect(try scene.counts == [.accepted: 40])
    }

    @Test func `a relay that has no time once is asked again`() async throws {
        let scene = try SendingScene(people: 3)
        let script = TransportScript.answers([2: .relayFault(421), 4: .relayFault(451)])
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 3])
        #expect(script.isInOrder)
    }

    @Test func `a relay that refuses the sender stops everything at once`() async throws {
        let scene = try SendingScene(people: 6)
        let script = TransportScript.answers([2: .relayFault(550)])
        guard case .relayFailed = try await scene.send(to: script) else {
            Issue.record("the campaign went on")
            return
        }
        #expect(script.past.attempts.count == 2)
        #expect(try scene.counts == [.accepted: 1, .deferred: 1, .planned: 4])
        #expect(try scene.journal.campaign(scene.campaign.id).pausedBecause != nil)
        #expect(try await scene.send(to: .accepting) == nil)
        #expect(try scene.counts == [.accepted: 6])
        #expect(try scene.failures == [])
    }

    @Test(arguments: [1, 4])
    func `a relay that cannot be reached at all leaves nothing claimed`(lines: Int) async throws {
        let scene = try SendingScene(people: 6)
        let script = TransportScript(opening: { _ in Self.away })
        let reason = try await scene.send(to: script, settings: sampleSettings(connections: lines))
        #expect(reason == .relayUnreachable(Self.away))
        #expect(try scene.counts == [.planned: 6])
        #expect(script.past.openings <= lines)
    }

    @Test func `a relay that goes away and comes back is waited for`() async throws {
        let scene = try SendingScene(people: 5)
        let script = TransportScript(
            opening: { (2...4).contains($0) ? Self.away : nil },
            answering: { $0.count == 2 ? .lost : .accepted }
        )
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 5])
        // After the loss nothing, then 1, 2 and 5 seconds.
        #expect(scene.clock.now.timeIntervalSince(SampleCampaign.planning) >= 8)
        #expect(script.past.openings == 5 && script.isInOrder)
    }

    @Test func `a relay that goes away for good is given up after its waits`() async throws {
        let scene = try SendingScene(people: 5)
        let script = TransportScript(
            opening: { $0 > 1 ? Self.away : nil },
            answering: { $0.count == 2 ? .lost : .accepted }
        )
        guard case .relayFailed = try await scene.send(to: script) else {
            Issue.record("the campaign went on")
            return
        }
        let waited = scene.clock.now.timeIntervalSince(SampleCampaign.planning)
        #expect((Self.patience..<Self.patience + 5).contains(waited))
        #expect(try scene.counts == [.accepted: 1, .deferred: 1, .planned: 3])
    }

    @Test func `a login that is refused later stops at once`() async throws {
        let scene = try SendingScene(people: 5)
        let script = TransportScript(
            opening: { $0 > 1 ? Self.locked : nil },
            answering: { $0.count == 2 ? .lost : .accepted }
        )
        #expect(
            try await scene.send(to: script)
                == .relayFailed(.unconnected(trouble: Self.locked.trouble))
        )
        #expect(script.past.openings == 2)
    }

    @Test(arguments: 1...20)
    func `a refused connection leaves its message to the others`(run: Int) async throws {
        let scene = try SendingScene(people: 40)
        let script = TransportScript(
            opening: { $0 == 2 || $0 == 3 ? Self.away : nil },
            answering: { _ in
                await Task.yield()
                return .accepted
            }
        )
        #expect(try await scene.send(to: script, settings: sampleSettings(connections: 4)) == nil)
        #expect(try scene.counts == [.accepted: 40])
        #expect(script.past.taken.values.allSatisfy { $0 == 1 } && script.isInOrder)
    }
}
