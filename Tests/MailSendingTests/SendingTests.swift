import Foundation
import MailCore
import MailJournal
import MailSending
import Synchronization
import Testing
import TestSupport

struct SendingTests {
    @Test func `everything the relay takes is accepted, once each`() async throws {
        let scene = try SendingScene(people: 7)
        let script = TransportScript.accepting
        let verdicts = Mutex(0)
        let sender = try scene.sender(
            to: script,
            onNews: { _ in verdicts.withLock { $0 += 1 } }
        )
        #expect(try await sender.run() == nil)
        #expect(try scene.counts == [.accepted: 7])
        #expect(script.past.taken.values.allSatisfy { $0 == 1 } && script.past.taken.count == 7)
        #expect(script.past.openings == 1 && script.isInOrder)
        #expect(verdicts.withLock(\.self) == 7)
        #expect(try scene.failures == [])
        let campaign = try scene.journal.campaign(scene.campaign.id)
        #expect(campaign.finishedAt != nil && campaign.pausedBecause == nil)
        #expect(try scene.journal.evidence(of: campaign).maxRecipients == 1)
    }

    @Test func `messages go in the order of the plan, the next one announced`() async throws {
        let scene = try SendingScene(people: 4)
        let script = TransportScript.accepting
        _ = try await scene.send(to: script)
        let planned = scene.sample.plan.messages.map(\.id)
        #expect(script.past.attempts.map(\.message) == planned)
        let announced = planned.dropFirst().map { Optional($0) } + [nil]
        #expect(script.past.attempts.map(\.announced) == announced)
    }

    @Test func `a refused message is final and the others go on`() async throws {
        let scene = try SendingScene(people: 5)
        let script = TransportScript.answers([2: .refused, 4: .refused])
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 3, .refused: 2])
        #expect(script.past.attempts.count == 5 && script.isInOrder)
        #expect(try await scene.send(to: .accepting) == nil)
        #expect(try scene.counts == [.accepted: 3, .refused: 2])
        #expect(try scene.failures == [])
    }

    @Test func `an unknown delivery is never sent again`() async throws {
        let scene = try SendingScene(people: 4)
        let script = TransportScript.answers([2: .unknown])
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 3, .unknown: 1])
        let doubtful = script.past.attempts[1].message
        let again = TransportScript(answering: { _ in .accepted })
        #expect(try await scene.send(to: again) == nil)
        #expect(again.past.attempts.isEmpty)
        #expect(try scene.states[doubtful] == .unknown)
        #expect(script.past.openings == 2 && script.isInOrder)
    }

    @Test func `a campaign with an unknown delivery is paused, not finished`() async throws {
        let scene = try SendingScene(people: 2)
        _ = try await scene.send(to: .answers([1: .unknown]))
        let campaign = try scene.journal.campaign(scene.campaign.id)
        #expect(campaign.finishedAt == nil)
        #expect(campaign.pausedBecause == .fact(.leftUnknown))
    }

    @Test(arguments: [2, 3, 8, 16])
    func `many lines submit every message exactly once`(lines: Int) async throws {
        let scene = try SendingScene(people: 120)
        let claimed = Mutex(0)
        let (journal, id) = (scene.journal, scene.campaign.id)
        let script = TransportScript(
            answering: { _ in
                // One in flight and one announced on each line, at most.
                let sending = try? journal.deliveryCounts(of: id)[.sending]
                claimed.withLock { $0 = max($0, sending ?? .max) }
                return .accepted
            }
        )
        #expect(
            try await scene.send(to: script, settings: sampleSettings(connections: lines)) == nil
        )
        #expect(try scene.counts == [.accepted: 120])
        #expect(script.past.attempts.count == 120 && script.past.taken.count == 120)
        #expect(script.past.openings <= lines && script.isInOrder)
        #expect((2...2 * lines).contains(claimed.withLock(\.self)))
        #expect(try scene.failures == [])
    }

    @Test func `an empty campaign is finished without a connection`() async throws {
        let scene = try SendingScene(people: 0)
        let script = TransportScript()
        #expect(try await scene.send(to: script) == nil)
        #expect(script.past.openings == 0)
    }

    @Test func `no more connections are made than there are messages`() async throws {
        let scene = try SendingScene(people: 2)
        let script = TransportScript.accepting
        _ = try await scene.send(to: script, settings: sampleSettings(connections: 16))
        #expect(script.past.openings <= 2)
        #expect(try scene.counts == [.accepted: 2])
    }
}
