import Foundation
import MailCore
import MailJournal
import MailSending
import Synchronization
import Testing
import TestSupport

struct RetryTests {
    private let twice = RetryRule(
        waits: [.seconds(60), .seconds(300)],
        leadTime: .seconds(3_600)
    )

    @Test func `a deferred message is tried after its waits, until there is no time left`()
        async throws
    {
        let scene = try SendingScene(people: 1)
        await scene.clock.sleep(.seconds(SampleCampaign.untilAppointment - 3_600 - 500))
        let start = scene.clock.now
        let clock = scene.clock
        let times = Mutex<[Date]>([])
        let script = TransportScript(
            answering: { _ in
                times.withLock { $0.append(clock.now) }
                return .deferred
            }
        )
        #expect(try await scene.send(to: script, retry: twice) == nil)
        let begun = times.withLock { $0.map { $0.timeIntervalSince(start) } }
        #expect(begun.count == 3)
        #expect((60..<73).contains(begun[1] - begun[0]))
        #expect((300..<361).contains(begun[2] - begun[1]))
        #expect(try scene.counts == [.expired: 1])
        #expect(try scene.failures == [] && script.isInOrder)
    }

    @Test func `a deferred message does not hold up the others`() async throws {
        let scene = try SendingScene(people: 4)
        let script = TransportScript.answers([1: .deferred, 2: .deferredAfterTheDot])
        #expect(try await scene.send(to: script) == nil)
        let planned = scene.sample.plan.messages.map(\.id)
        let order = script.past.attempts.map(\.message)
        #expect(Array(order.prefix(4)) == planned)
        #expect(Set(order.suffix(2)) == Set(planned[0...1]))
        #expect(try scene.counts == [.accepted: 4])
        #expect(script.past.openings == 1 && script.isInOrder)
    }

    @Test func `too near to its appointment, a message is not tried again`() async throws {
        let scene = try SendingScene(people: 1)
        await scene.clock.sleep(.seconds(SampleCampaign.untilAppointment - 3_600 - 59))
        let script = TransportScript(answering: { _ in .deferred })
        #expect(try await scene.send(to: script, retry: twice) == nil)
        #expect(script.past.attempts.count == 1)
        #expect(try scene.counts == [.expired: 1])
    }

    @Test func `with time left before its appointment it is tried once more`() async throws {
        let scene = try SendingScene(people: 1)
        await scene.clock.sleep(.seconds(SampleCampaign.untilAppointment - 3_600 - 75))
        let script = TransportScript(answering: { _ in .deferred })
        #expect(try await scene.send(to: script, retry: twice) == nil)
        #expect(script.past.attempts.count == 2)
    }

    @Test func `a campaign planned as of another day has a present of its own`() async throws {
        // Planned a month late, as of an hour and 50 seconds before the appointment.
        let asOf = SampleCampaign.planning.addingTimeInterval(
            Double(SampleCampaign.untilAppointment - 3_650)
        )
        let scene = try SendingScene(people: 1, asOf: asOf)
        let script = TransportScript(answering: { _ in .deferred })
        #expect(try await scene.send(to: script, retry: twice) == nil)
        #expect(script.past.attempts.count == 1)

        let early = try SendingScene(people: 1, asOf: SampleCampaign.planning)
        await early.clock.sleep(.seconds(600))
        let patient = TransportScript(answering: { $0.ordinal < 9 ? .deferred : .accepted })
        #expect(try await early.send(to: patient, retry: twice) == nil)
        #expect(patient.past.attempts.count == 9)
    }

    @Test func `every attempt sends the same bytes, its date included`() async throws {
        let scene = try SendingScene(people: 1)
        let first = try await scene.send(stoppingAt: 2) { _ in .deferred }
        let second = TransportScript.accepting
        #expect(try await scene.send(to: second) == nil)
        let attempts = first.script.past.attempts + second.past.attempts
        #expect(attempts.count == 3 && Set(attempts.map(\.bytes)).count == 1)
    }

    @Test func `a wait is kept across a restart`() async throws {
        let scene = try SendingScene(people: 1)
        let first = try await scene.send(stoppingAt: 1) { _ in .deferred }
        #expect(first.reason == .asked)
        #expect(try scene.counts == [.deferred: 1])
        let before = scene.clock.now
        #expect(try await scene.send(to: .accepting) == nil)
        // A due time is kept in whole seconds.
        #expect(scene.clock.now.timeIntervalSince(before) > 58)
        #expect(try scene.counts == [.accepted: 1])
    }

    @Test func `attempts are counted across restarts, so the waits go on growing`() async throws {
        let scene = try SendingScene(people: 1)
        for attempt in 1...3 {
            _ = try await scene.send(stoppingAt: 1, retry: twice) { _ in .deferred }
            #expect(
                try scene.journal.pending(of: scene.campaign.id, at: scene.clock.now).map(
                    \.attempts
                ) == [attempt]
            )
        }
        let due = try scene.journal.pending(of: scene.campaign.id, at: scene.clock.now)[0].due
        #expect(try #require(due).timeIntervalSince(scene.clock.now) >= 298)
        #expect(try scene.counts == [.deferred: 1])
    }

    @Test func `however often a relay says later, nobody becomes refused`() async throws {
        let scene = try SendingScene(people: 3)
        await scene.clock.sleep(.seconds(SampleCampaign.untilAppointment - 3_600 - 7_200))
        let script = TransportScript(answering: { _ in .deferred })
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.expired: 3])
        // Two hours: 1, 2, 5, 10 minutes and a fifth more, then at least every 24 minutes.
        #expect(script.past.attempts.count >= 3 * 8)
        #expect(try scene.failures == [] && script.isInOrder)
    }

    @Test func `resumed after the appointments, nobody is told any more`() async throws {
        let scene = try SendingScene(people: 4)
        _ = try await scene.send(stoppingAt: 2) { _ in .accepted }
        let told = try scene.counts[.accepted, default: 0]
        await scene.clock.sleep(.seconds(4 * 86_400))
        let script = TransportScript.accepting
        #expect(try await scene.send(to: script) == nil)
        #expect(script.past.attempts.isEmpty)
        #expect(try scene.counts == [.accepted: told, .expired: 4 - told])
        #expect(try scene.failures == [])
    }

    @Test func `nobody waits for a time of day that a wrong clock made far`() async throws {
        let scene = try SendingScene(people: 3)
        let clock = scene.clock
        let (_, first) = try await scene.send(stoppingAt: 3) { _ in .deferred }
        #expect(first.past.attempts.count == 3)
        clock.set(clock.now.addingTimeInterval(-86_400))
        let began = clock.elapsed
        let script = TransportScript.accepting
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 3])
        // As if they had been deferred now: a minute, and a fifth more at most.
        #expect((.seconds(60)...(.seconds(73))).contains(clock.elapsed - began))
    }

    @Test func `what a relay took four hours to take was given up before, and is not`() async throws
    {
        let scene = try SendingScene(people: 1)
        let script = TransportScript(answering: { $0.ordinal < 18 ? .deferred : .accepted })
        #expect(try await scene.send(to: script) == nil)
        #expect(try scene.counts == [.accepted: 1])
    }

    @Test func `a crowded domain with put-off messages does not hold up the others`() async throws {
        let domains = ["voll.example"] + (1...7).map { "frei\($0).example" }
        let scene = try SendingScene(people: 8, domains: domains)
        let first = scene.sample.plan.messages[0].id
        let (clock, last) = (scene.clock, Moment())
        let script = TransportScript(
            answering: { attempt in
                guard attempt.message == first else {
                    last.note(clock.now)
                    return .accepted
                }
                return attempt.ordinal == 1 ? .lost : .accepted
            }
        )
        let settings = try sampleSettings(pace: ["per_domain_per_minute = 1"])
        #expect(try await scene.send(to: script, settings: settings) == nil)
        #expect(try scene.counts == [.accepted: 8])
        #expect(last.seconds < 30)
        #expect(clock.now.timeIntervalSince(SampleCampaign.planning) >= 60)
    }

    /// The last moment that was noted, in seconds since planning.
    private final class Moment: Sendable {
        private let moment = Mutex(0.0)
        var seconds: Double { moment.withLock(\.self) }
        func note(_ date: Date) {
            moment.withLock { $0 = date.timeIntervalSince(SampleCampaign.planning) }
        }
    }
}
