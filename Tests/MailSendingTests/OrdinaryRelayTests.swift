import Foundation
import MailCore
import MailJournal
import MailSending
import Synchronization
import Testing
import TestSupport

/// Relays as people have reported them: each limits, refuses or hangs up in its own way, and nobody
/// must be forgotten or blamed for it.
struct OrdinaryRelayTests {
    private static let denied = Reply(code: 550, enhancedCode: "5.7.1")

    /// Refused at RCPT, in words that may be meant for the sender.
    private static func refused(_ reply: Reply) -> TransportAnswer {
        TransportAnswer(.refused(reply), afterTheDot: false)
    }

    @Test(arguments: [1, 2])
    func `a relay that takes ten messages a connection is asked on a new one`(
        lines: Int
    ) async throws {
        let scene = try SendingScene(people: 60)
        let taken = Mutex<[Int: Int]>([:])
        let script = TransportScript(
            answering: { attempt in
                let isOver = taken.withLock { taken in
                    let isOver = taken[attempt.line, default: 0] >= 10
                    if !isOver { taken[attempt.line, default: 0] += 1 }
                    return isOver
                }
                let full = Reply(code: 452, enhancedCode: "4.4.5")
                return isOver
                    ? TransportAnswer(.deferred(.reply(full)), afterTheDot: false) : .accepted
            }
        )
        let settings = try sampleSettings(connections: lines)
        #expect(try await scene.send(to: script, settings: settings) == nil)
        #expect(try scene.counts == [.accepted: 60])
        #expect(script.past.attempts.count < 2 * 60)
        #expect(script.isInOrder)
    }

    @Test func `a session that everybody is refused in stops at the third, and blames nobody`()
        async throws
    {
        let scene = try SendingScene(people: 40)
        let script = TransportScript(answering: { _ in Self.refused(Self.denied) })
        guard case .relayFailed(let because) = try await scene.send(to: script) else {
            Issue.record("the campaign went on")
            return
        }
        #expect(because == .manyRecipients(count: 3, reply: "550 5.7.1"))
        #expect(script.past.attempts.count <= 4)
        let counts = try scene.counts
        #expect(counts[.refused] == nil && counts[.planned, default: 0] >= 36)
        // Mended, it goes on with everybody.
        #expect(try await scene.send(to: .accepting) == nil)
        #expect(try scene.counts == [.accepted: 40])
    }

    @Test(arguments: [
        Reply(code: 504, enhancedCode: "5.5.2"), Reply(code: 554), denied,
        Reply(code: 552, enhancedCode: "5.7.0"),
    ])
    func `refused from the thirteenth on, it stops, and blames nobody`(reply: Reply) async throws {
        let scene = try SendingScene(people: 45)
        let script = TransportScript(
            answering: { $0.count < 13 ? .accepted : Self.refused(reply) }
        )
        guard case .relayFailed = try await scene.send(to: script) else {
            Issue.record("the campaign went on")
            return
        }
        #expect(try scene.counts[.refused] == nil)
        #expect(try scene.counts[.accepted] == 12)
        #expect(try await scene.send(to: .accepting) == nil)
        #expect(try scene.counts == [.accepted: 45])
        #expect(try scene.failures == [])
    }

    @Test func `one recipient refused in doubtful words is refused in the end, and nobody else`()
        async throws
    {
        let scene = try SendingScene(people: 10)
        let one = scene.sample.plan.messages[3].id
        let script = TransportScript(
            answering: { $0.message == one ? Self.refused(Reply(code: 550)) : .accepted }
        )
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 9, .refused: 1])
        #expect(try scene.states[one] == .refused)
        #expect(script.past.attempts.count == 11)
    }

    @Test(arguments: [true, false])
    func `with nobody else to compare, the sender's own address decides`(
        isTaken: Bool
    ) async throws {
        let scene = try SendingScene(people: 1)
        let script = TransportScript(
            probed: isTaken ? Reply(code: 250) : Self.denied,
            answering: { _ in Self.refused(Self.denied) }
        )
        let reason = try await scene.send(to: script)
        #expect((reason == nil) == isTaken)
        #expect(try scene.counts == (isTaken ? [.refused: 1] : [.deferred: 1]))
        #expect(script.past.attempts.count == 1)
    }

    @Test func `a login asked for at one recipient puts that one off, and the others go`()
        async throws
    {
        let scene = try SendingScene(people: 8)
        await scene.clock.sleep(.seconds(SampleCampaign.untilAppointment - 3_600 - 1_200))
        let first = scene.sample.plan.messages[0].id
        let script = TransportScript(
            answering: { attempt in
                attempt.message == first
                    ? TransportAnswer(
                        .deferred(.doubtfulRefusal(Reply(code: 530, enhancedCode: "5.7.0"))),
                        afterTheDot: false
                    ) : .accepted
            }
        )
        #expect(try await scene.send(to: script) == nil)
        // Never blamed: there was no time left in the end.
        #expect(try scene.counts == [.accepted: 7, .expired: 1])
    }

    @Test(arguments: [1, 4])
    func `recipients a relay hangs up on hold up nobody, and are named`(lines: Int) async throws {
        let scene = try SendingScene(people: 200)
        let bad = Set(scene.sample.plan.messages.prefix(8).map(\.id))
        let script = TransportScript(
            answering: { bad.contains($0.message) ? .lost : .accepted }
        )
        let settings = try sampleSettings(connections: lines)
        let reason = try await scene.send(to: script, settings: settings)
        #expect(
            reason?.description.hasPrefix(
                "the relay hung up on 8 messages again and again and took the others: row 2, 3, 4, "
            ) == true
        )
        #expect(try scene.counts == [.accepted: 192, .deferred: 8])
        #expect(script.past.attempts.count == 192 + 8 * 5)
        #expect(
            try scene.journal.campaign(scene.campaign.id).pausedBecause
                == reason?.because.map { .fact($0) }
        )
        #expect(try await scene.send(to: .accepting) == nil)
        #expect(try scene.counts == [.accepted: 200])
    }

    @Test func `a sporadic 503 or 421 is renewed by itself`() async throws {
        let scene = try SendingScene(people: 30)
        let script = TransportScript(
            answering: { attempt in
                guard attempt.count.isMultiple(of: 7) else { return .accepted }
                let verdict: Verdict =
                    attempt.count.isMultiple(of: 2)
                    ? .deferred(.doubtfulRefusal(Reply(code: 503, enhancedCode: "5.5.1")))
                    : .deferred(.sessionEnded(Reply(code: 421, enhancedCode: "4.3.2")))
                return TransportAnswer(verdict, afterTheDot: false)
            }
        )
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 30])
    }

    @Test func `a relay away for ten minutes is waited for`() async throws {
        let scene = try SendingScene(people: 20)
        let clock = scene.clock
        let away = RelayError(kind: .unreachable, .hostUnknown(host: "away"), isTransient: true)
        let back = SampleCampaign.planning.addingTimeInterval(600)
        let script = TransportScript(
            opening: { $0 > 1 && clock.now < back ? away : nil },
            answering: { $0.count == 3 ? .lost : .accepted }
        )
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 20])
    }

    @Test func `a clock that is set back does not hold up the pace`() async throws {
        let scene = try SendingScene(people: 6)
        let settings = try sampleSettings(pace: ["per_minute = 60"])
        _ = try await scene.send(stoppingAt: 3, settings: settings) { _ in .accepted }
        scene.clock.set(scene.clock.now.addingTimeInterval(-7_200))
        let before = scene.clock.now
        #expect(try await scene.send(to: .accepting, settings: settings) == nil)
        #expect(scene.clock.now.timeIntervalSince(before) < 60)
        #expect(try scene.counts == [.accepted: 6])
    }

    @Test(arguments: [1, 4])
    func `a relay that grants ten messages in six seconds gets them all, and blames nobody`(
        lines: Int
    ) async throws {
        let scene = try SendingScene(people: 100)
        let clock = scene.clock
        let granted = Mutex<[Int: Int]>([:])
        let slow = TransportAnswer(
            .deferred(.reply(Reply(code: 450, enhancedCode: "4.7.1"))),
            afterTheDot: false
        )
        let script = TransportScript(
            answering: { _ in
                let window = Int(clock.now.timeIntervalSince(SampleCampaign.planning) / 6)
                return granted.withLock { granted in
                    guard granted[window, default: 0] < 10 else { return slow }
                    granted[window, default: 0] += 1
                    return .accepted
                }
            }
        )
        let settings = try sampleSettings(connections: lines)
        #expect(try await scene.send(to: script, settings: settings) == nil)
        #expect(try scene.counts == [.accepted: 100])
        // Finding the rate costs a part of a minute, however long the campaign.
        #expect(clock.now.timeIntervalSince(SampleCampaign.planning) < 2 * 60)
        #expect(script.past.attempts.count < 2 * 100)
        #expect(try scene.failures == [])
    }
}
