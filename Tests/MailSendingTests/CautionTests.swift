import Foundation
import MailCore
import MailSending
import Synchronization
import Testing
import TestSupport

struct CautionTests {
    @Test(arguments: [1, 3])
    func `after the first few it waits before any other message begins`(lines: Int) async throws {
        let scene = try SendingScene(people: 20)
        let clock = scene.clock
        let times = Mutex<[Date]>([])
        let script = TransportScript(
            answering: { _ in
                times.withLock { $0.append(clock.now) }
                return .accepted
            }
        )
        let settings = try sampleSettings(connections: lines, first: 5, pause: 600)
        #expect(try await scene.send(to: script, settings: settings) == nil)
        let begun = times.withLock(\.self)
        #expect(begun.count == 20)
        #expect(begun[5].timeIntervalSince(begun[4]) >= 600)
        #expect(try scene.counts == [.accepted: 20])
    }

    @Test(arguments: [1, 3])
    func `when the first few were all, nothing is waited for`(lines: Int) async throws {
        let scene = try SendingScene(people: 5)
        let settings = try sampleSettings(connections: lines, first: 5, pause: 600)
        let before = scene.clock.now
        #expect(try await scene.send(to: .accepting, settings: settings) == nil)
        #expect(try scene.counts == [.accepted: 5])
        #expect(scene.clock.now.timeIntervalSince(before) < 60)
    }

    @Test func `the first few are looked at, and refusals among them stop it`() async throws {
        let scene = try SendingScene(people: 20)
        let settings = try sampleSettings(first: 5, pause: 600, stopAtRefusedPercent: 10)
        let script = TransportScript.answers([1: .refused, 3: .refused])
        let reason = try await scene.send(to: script, settings: settings)
        #expect(reason == .refusals(.manyRefused(refused: 2, last: 5)))
        #expect(script.past.attempts.count == 5)
        #expect(try scene.counts == [.accepted: 3, .refused: 2, .planned: 15])
    }

    @Test func `deferred messages among the first few neither block nor skip the look`()
        async throws
    {
        let scene = try SendingScene(people: 12)
        let script = TransportScript(answering: { $0.ordinal == 1 ? .deferred : .accepted })
        let settings = try sampleSettings(connections: 2, first: 5, pause: 30)
        #expect(try await scene.send(to: script, settings: settings) == nil)
        #expect(try scene.counts == [.accepted: 12])
        #expect(script.past.attempts.count == 24)
    }

    @Test func `a campaign that goes on does not pause at its first few again`() async throws {
        let scene = try SendingScene(people: 20)
        let settings = try sampleSettings(first: 5, pause: 600)
        _ = try await scene.send(stoppingAt: 8, settings: settings) { _ in .accepted }
        let before = scene.clock.now
        #expect(try await scene.send(to: .accepting, settings: settings) == nil)
        #expect(scene.clock.now.timeIntervalSince(before) < 600)
    }

    @Test func `too many refusals of the last fifty stop it`() async throws {
        let scene = try SendingScene(people: 120)
        let settings = try sampleSettings(stopAtRefusedPercent: 10)
        let script = TransportScript(
            answering: { (51...60).contains($0.count) ? .refused : .accepted }
        )
        let reason = try await scene.send(to: script, settings: settings)
        #expect(reason == .refusals(.manyRefused(refused: 5, last: 50)))
        // What was claimed by then still went: the announced one and the one behind it.
        #expect((55...57).contains(script.past.attempts.count))
        #expect(try scene.counts[.sending] == nil)
    }
}
