import Foundation
import MailCore
import Synchronization
import Testing
import TestSupport

struct PaceTests {
    /// When messages were submitted, in seconds since planning, and to which domain.
    private final class Diary: Sendable {
        let entries = Mutex<[(second: Double, domain: String)]>([])

        let scene: (clock: ManualClock, domains: [MessageID: String])

        init(of scene: SendingScene) {
            let domains = scene.sample.plan.messages.map { ($0.id, $0.recipient.address.domain) }
            self.scene = (scene.clock, Dictionary(uniqueKeysWithValues: domains))
        }

        func take(_ attempt: TransportScript.Attempt) -> TransportAnswer {
            let second = scene.clock.now.timeIntervalSince(SampleCampaign.planning)
            let domain = scene.domains[attempt.message] ?? ""
            entries.withLock { $0.append((second, domain)) }
            return .accepted
        }

        var script: TransportScript { TransportScript(answering: { self.take($0) }) }

        /// The most messages within any minute.
        func most(to domain: String? = nil) -> Int {
            let seconds = entries.withLock(\.self).filter { domain == nil || $0.domain == domain }
                .map(\.second)
            return seconds.map { start in
                seconds.count { (start..<start + 59).contains($0) }
            }.max() ?? 0
        }
    }

    @Test func `what was learned of the relay's rate is known after a restart`() async throws {
        let scene = try SendingScene(people: 60)
        let clock = scene.clock
        let grants = Mutex<[Date]>([])
        let asked = Mutex(0)
        let slow = TransportAnswer(
            .deferred(.reply(Reply(code: 450, enhancedCode: "4.7.1"))),
            afterTheDot: false
        )
        let answering: @Sendable (TransportScript.Attempt) -> TransportAnswer = { _ in
            let now = clock.now
            asked.withLock { $0 += 1 }
            return grants.withLock { grants in
                guard grants.count(where: { now.timeIntervalSince($0) < 60 }) < 10 else {
                    return slow
                }
                grants.append(now)
                return .accepted
            }
        }
        for stop in [15, 15, 15] {
            _ = try await scene.send(stoppingAt: stop, answering: answering)
        }
        #expect(try await scene.send(to: TransportScript(answering: answering)) == nil)
        #expect(try scene.counts == [.accepted: 60])
        // Each run that began anew would ask ten times too often, and put everybody off.
        #expect(asked.withLock(\.self) < 90)
    }

    @Test func `so many a minute and no more, evenly`() async throws {
        let scene = try SendingScene(people: 20)
        let diary = Diary(of: scene)
        let settings = try sampleSettings(pace: ["per_minute = 6"])
        #expect(try await scene.send(to: diary.script, settings: settings) == nil)
        #expect(try scene.counts == [.accepted: 20])
        #expect(diary.most() == 6)
        #expect((190..<200).contains(scene.clock.now.timeIntervalSince(SampleCampaign.planning)))
    }

    @Test func `so many a minute are counted across a restart`() async throws {
        let scene = try SendingScene(people: 12)
        let diary = Diary(of: scene)
        let settings = try sampleSettings(pace: ["per_minute = 6"])
        _ = try await scene.send(stoppingAt: 4, settings: settings) { diary.take($0) }
        _ = try await scene.send(to: diary.script, settings: settings)
        #expect(try scene.counts == [.accepted: 12])
        #expect(diary.most() == 6)
    }

    @Test func `so many a minute to one domain, while others go on`() async throws {
        let scene = try SendingScene(
            people: 18,
            domains: ["voll.example", "a.example", "b.example"]
        )
        let diary = Diary(of: scene)
        let settings = try sampleSettings(pace: ["per_domain_per_minute = 2"])
        #expect(try await scene.send(to: diary.script, settings: settings) == nil)
        #expect(try scene.counts == [.accepted: 18])
        for domain in ["voll.example", "a.example", "b.example"] {
            #expect(diary.most(to: domain) == 2)
        }
        #expect(diary.most() == 6)
    }

    @Test func `so many a minute to one domain are counted across a restart`() async throws {
        let scene = try SendingScene(people: 6)
        let diary = Diary(of: scene)
        let settings = try sampleSettings(pace: ["per_domain_per_minute = 3"])
        _ = try await scene.send(stoppingAt: 2, settings: settings) { diary.take($0) }
        _ = try await scene.send(to: diary.script, settings: settings)
        #expect(try scene.counts == [.accepted: 6])
        #expect(diary.most(to: "post.example") == 3)
    }
}
