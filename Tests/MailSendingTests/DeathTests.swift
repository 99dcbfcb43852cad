import Foundation
import MailCore
import MailJournal
import MailSending
import Synchronization
import Testing
import TestSupport

/// The process dies at every single step of a sending, and another one goes on.
struct DeathTests {
    private let sample: SampleCampaign

    init() throws { sample = try SampleCampaign(people: 9) }

    /// What the relay does in the run that dies: every kind of verdict, by chance.
    private static func answer(_ attempt: TransportScript.Attempt, seed: UInt64) -> TransportAnswer
    {
        var chance = SplitMix(seed: seed &* 1_000 &+ UInt64(attempt.count))
        return switch Int.random(in: 0..<100, using: &chance) {
        case ..<45: .accepted
        case ..<50: .refused
        case ..<55: .deferred
        case ..<65: .deferredAfterTheDot
        case ..<70: .unknown
        // Never so often in a row that the relay is given up.
        default: attempt.count.isMultiple(of: 3) ? .accepted : .lost
        }
    }

    @Test(arguments: LongRun.all(of: [UInt64](4...11), sample: [4, 7]))
    func `a kill at any step of one line loses nobody and doubles nobody`(seed: UInt64) async throws
    {
        try await dieEverywhere(lines: 1, seed: seed, bootID: FlightRecord.currentBootID)
    }

    @Test(arguments: LongRun.all(of: [UInt64](4...11), sample: [5, 9]))
    func `a kill at any step of three lines loses nobody and doubles nobody`(
        seed: UInt64
    ) async throws {
        try await dieEverywhere(lines: 3, seed: seed, bootID: FlightRecord.currentBootID)
    }

    @Test(arguments: LongRun.all(of: [UInt64](5...8), sample: [6]))
    func `a power cut at any step leaves one doubt for each line at most`(
        seed: UInt64
    ) async throws {
        try await dieEverywhere(lines: 1, seed: seed, bootID: "another boot")
        try await dieEverywhere(lines: 3, seed: seed, bootID: "another boot")
    }

    private func dieEverywhere(lines: Int, seed: UInt64, bootID: String) async throws {
        var step = 1
        while try await die(at: step, lines: lines, seed: seed, bootID: bootID) { step += 1 }
        #expect(step > 4 * 9)
    }

    /// - Returns: False if the sending was over before that step.
    private func die(at step: Int, lines: Int, seed: UInt64, bootID: String) async throws -> Bool {
        let scene = try SendingScene(of: sample)
        let left = scene.path + "-left"
        let known = Mutex<TransportScript.History?>(nil)
        let script = Mutex<TransportScript?>(nil)
        let running = Mutex<CampaignSender?>(nil)
        let (path, memory) = (scene.path, scene.memory)
        let stage = DeathStage(at: step, lines: lines) {
            try? FileManager.default.copyItem(atPath: path, toPath: left)
            try? FileManager.default.copyItem(atPath: memory, toPath: left + "-memory")
            let past = script.withLock(\.self)?.past
            known.withLock { $0 = past }
            // What this run would still do does not matter.
            await running.withLock(\.self)?.stop()
        }
        let first = TransportScript(
            moment: { if $0 != .closed { await stage.step() } },
            answering: { Self.answer($0, seed: seed) }
        )
        script.withLock { $0 = first }
        let clock = scene.clock
        let sender = try scene.sender(
            to: first,
            settings: sampleSettings(connections: lines),
            retry: .quick,
            sleep: {
                await stage.sleep()
                await clock.sleep($0)
            }
        )
        running.withLock { $0 = sender }
        _ = try await sender.run()
        running.withLock { $0 = nil }
        script.withLock { $0 = nil }
        guard stage.isOver else { return false }
        let found = known.withLock(\.self)
        let past = try #require(found)
        let comment: Comment = "step \(step), \(lines) lines, seed \(seed), \(bootID)"
        try await goOn(scene, from: left, past, lines: lines, bootID: bootID, comment)
        try FileManager.default.removeItem(atPath: left)
        return true
    }

    /// Recovers twice, goes on with a relay that takes everything, and counts.
    private func goOn(
        _ scene: SendingScene,
        from left: String,
        _ past: TransportScript.History,
        lines: Int,
        bootID: String,
        _ comment: Comment
    ) async throws {
        // What the dead one had in memory, and not what the copy's original did later.
        try FileManager.default.removeItem(atPath: scene.memory)
        try FileManager.default.moveItem(atPath: left + "-memory", toPath: scene.memory)
        let later = try SendingScene(opening: left, after: scene, bootID: bootID)
        #expect(try later.counts[.sending] == nil, comment)
        let recovery = try #require(later.recovery)
        #expect(recovery.unknown <= lines, comment)
        let again = try later.journal.recover(flight: nil, at: later.clock.now)
        #expect(again.isEmpty, comment)
        let rest = TransportScript.accepting
        #expect(try await later.send(to: rest, settings: sampleSettings(connections: 2)) == nil)
        for (message, state) in try later.states {
            let taken = (past.taken[message] ?? 0) + (rest.past.taken[message] ?? 0)
            switch state {
            case .accepted: #expect(taken == 1, comment)
            case .unknown: #expect(taken <= 1 && rest.past.taken[message] == nil, comment)
            case .refused: #expect(taken == 0, comment)
            case .planned, .sending, .deferred, .expired, .withdrawn:
                Issue.record("a message was left \(state): \(comment)")
            }
        }
        #expect(rest.isInOrder, comment)
        #expect(try later.failures == [], comment)
    }
}
