import Foundation
import MailCore
import MailJournal
import MailSending
import Synchronization
import Testing
import TestSupport

struct StoppingTests {
    @Test(arguments: [1, 3])
    func `stopping ends what is in flight and what is announced`(lines: Int) async throws {
        let scene = try SendingScene(people: 30)
        let settings = try sampleSettings(connections: lines)
        let (reason, script) = try await scene.send(stoppingAt: 5, settings: settings) { _ in
            .accepted
        }
        #expect(reason == .asked)
        let accepted = script.past.attempts.count
        #expect((5...5 + 2 * lines).contains(accepted))
        #expect(try scene.counts == [.accepted: accepted, .planned: 30 - accepted])
        #expect(script.isInOrder)
        let campaign = try scene.journal.campaign(scene.campaign.id)
        #expect(campaign.pausedBecause == .fact(.asked))
        #expect(try await scene.send(to: .accepting) == nil)
        #expect(try scene.counts == [.accepted: 30])
        #expect(try scene.failures == [])
    }

    @Test func `asked to stop, a line makes no new connection`() async throws {
        let scene = try SendingScene(people: 5)
        let (reason, script) = try await scene.send(stoppingAt: 1) { _ in .lost }
        #expect(reason == .asked)
        #expect(script.past.openings == 1 && script.past.attempts.count == 1)
        #expect(try scene.counts == [.deferred: 1, .planned: 4])
    }

    @Test(arguments: [1, 4])
    func `a journal that cannot be written stops everything at once`(lines: Int) async throws {
        let scene = try SendingScene(people: 30)
        let journal = scene.journal
        let script = TransportScript(
            answering: { attempt in
                if attempt.count == 6 { try? journal.close() }
                return .accepted
            }
        )
        let sender = try scene.sender(to: script, settings: sampleSettings(connections: lines))
        await #expect(throws: JournalError.self) { _ = try await sender.run() }
        // Every other line may have been in the middle of one message.
        #expect((6..<6 + lines).contains(script.past.attempts.count))
        #expect(script.isInOrder)
    }

    @Test func `after the journal failed nobody is lost and nobody told twice`() async throws {
        let scene = try SendingScene(people: 30)
        let journal = scene.journal
        let script = TransportScript(
            answering: { attempt in
                if attempt.count == 6 { try? journal.close() }
                return .accepted
            }
        )
        let sender = try scene.sender(to: script, settings: sampleSettings(connections: 3))
        await #expect(throws: JournalError.self) { _ = try await sender.run() }
        let copy = scene.path + "-later"
        try FileManager.default.copyItem(atPath: scene.path, toPath: copy)
        let later = try SendingScene(opening: copy, after: scene)
        #expect(later.recovery?.unknown == 0 && later.recovery?.accepted ?? 0 > 0)
        let rest = TransportScript.accepting
        #expect(try await later.send(to: rest) == nil)
        #expect(try later.counts == [.accepted: 30])
        #expect(script.past.attempts.count + rest.past.attempts.count == 30)
    }

    @Test func `a message that is not what was planned is not sent`() async throws {
        let scene = try SendingScene(people: 6)
        let path = scene.path + "/journal.sqlite"
        try scene.journal.close()
        try await Outside.change(
            path,
            Outside.setting("address", ofRow: 4, to: "'jemand.anders@post.example'")
        )
        let copy = scene.path + "-changed"
        try FileManager.default.copyItem(atPath: scene.path, toPath: copy)
        let changed = try SendingScene(opening: copy, after: scene)
        let script = TransportScript.accepting
        let reason = try await changed.send(to: script)
        #expect(reason == .safety(.notSent(row: 4, fault: .notApproved)))
        let third = scene.sample.plan.messages[2].id
        #expect(!script.past.attempts.map(\.message).contains(third))
        #expect(try changed.states[third] == .planned)
        #expect(try changed.counts[.sending] == nil)
        #expect(script.isInOrder)
    }

    @Test func `an address that is none any more stops before anything of it is sent`() async throws
    {
        let scene = try SendingScene(people: 3)
        try scene.journal.close()
        try await Outside.change(
            scene.path + "/journal.sqlite",
            Outside.setting("address", ofRow: 2, to: "'a@b.example>, <c@d.example'")
        )
        let copy = scene.path + "-changed"
        try FileManager.default.copyItem(atPath: scene.path, toPath: copy)
        let changed = try SendingScene(opening: copy, after: scene)
        let script = TransportScript()
        let sender = try changed.sender(to: script)
        let error = await #expect(throws: JournalError.self) { _ = try await sender.run() }
        #expect(error?.description.contains("damaged") == true)
        #expect(try changed.counts == [.planned: 3])
    }

    @Test func `another letter than the planned one stops before the first message`() async throws {
        let scene = try SendingScene(people: 3)
        let script = TransportScript()
        let other = try sampleLetter(subject: "Ihr Termin am {{tag}} findet statt")
        let reason = try await scene.sender(to: script, letter: other).run()
        #expect(reason == .safety(.notSent(row: 2, fault: .notPlanned)))
        #expect(script.past.attempts.isEmpty)
        #expect(try scene.counts == [.planned: 3])
    }

    @Test func `a safety stop still tells of the verdict that came with it`() async throws {
        let scene = try SendingScene(people: 3)
        try scene.journal.close()
        try await Outside.change(
            scene.path + "/journal.sqlite",
            Outside.setting("last_name", ofRow: 4, to: "'Anders'")
        )
        let copy = scene.path + "-changed"
        try FileManager.default.copyItem(atPath: scene.path, toPath: copy)
        let changed = try SendingScene(opening: copy, after: scene)
        let told = Mutex(0)
        let sender = try changed.sender(
            to: .accepting,
            onNews: { _ in told.withLock { $0 += 1 } }
        )
        guard case .safety = try await sender.run() else {
            Issue.record("the campaign went on")
            return
        }
        #expect(try changed.counts[.accepted] == told.withLock(\.self))
    }
}
