import Foundation
import MailCampaign
import MailCore
import MailJournal
import MailSending
import Synchronization
import TestSupport
import Testing

struct SendingTests {
    @Test func `what is approved is sent once, and a second time sends nothing`() async throws {
        let office = try CampaignScene()
        let id = try office.plan(SmallSchedule(people: 3)).campaign.id
        try office.approve(id)
        let first = try await office.send(id)
        #expect(first.outcome == .done && first.hadWork)
        #expect(first.status.deliveries[.accepted] == 3)
        let second = try await office.send(id)
        #expect(second.outcome == .done && !second.hadWork)
        #expect(office.script.past.attempts.count == 3)
    }

    @Test func `nothing is sent without an approval`() async throws {
        let office = try CampaignScene()
        let id = try office.plan(SmallSchedule(people: 3)).campaign.id
        await #expect(throws: Refusal.notApproved(campaign: id)) { try await office.send(id) }
        #expect(office.script.past.openings == 0)
    }

    @Test func `what the relay refuses is left to people`() async throws {
        let office = try CampaignScene(
            script: TransportScript(answering: { $0.count == 2 ? .refused : .accepted })
        )
        let id = try office.plan(SmallSchedule(people: 3)).campaign.id
        try office.approve(id)
        let result = try await office.send(id)
        #expect(result.outcome == .needsDecision)
        let listing = try office.open { try Listing(of: id, in: $0) }
        #expect(listing.list.entries(nil).count == 1)
    }

    @Test func `a request to stop that comes first lets nothing begin`() async throws {
        let office = try CampaignScene()
        let id = try office.plan(SmallSchedule(people: 3)).campaign.id
        try office.approve(id)
        let stop = StopRequest()
        await stop.ask()
        let workspace = try Workspace.open(office.places, in: office.surroundings)
        let result = try await Sending(of: id, in: workspace, asOf: nil, claim: nil)
            .run(stop: stop) { _ in }
        #expect(result.outcome == .stopped(.asked))
        #expect(office.script.past.attempts.isEmpty)
    }

    @Test func `whoever watches is told the beginning, each verdict and the end`() async throws {
        let office = try CampaignScene()
        let id = try office.plan(SmallSchedule(people: 2)).campaign.id
        try office.approve(id)
        let seen = Mutex<[String]>([])
        let workspace = try Workspace.open(office.places, in: office.surroundings)
        _ = try await Sending(of: id, in: workspace, asOf: nil, claim: nil)
            .run(stop: StopRequest()) { event in
                let word =
                    switch event {
                    case .countsDown: "counts down"
                    case .began(let sums): "began \(sums.open)"
                    case .concluded(let state, let sums): "\(state), \(sums.open) left"
                    case .waits: "waits"
                    case .ended: "ended"
                    }
                seen.withLock { $0.append(word) }
            }
        #expect(
            seen.withLock(\.self) == ["began 2", "accepted, 1 left", "accepted, 0 left", "ended"]
        )
    }

    @Test func `those who were refused with a reply go again, by a person's word alone`()
        async throws
    {
        let unknown = Reply(code: 550, enhancedCode: "5.1.1")
        let isMended = Mutex(false)
        let script = TransportScript(answering: { attempt in
            attempt.count == 2 && !isMended.withLock(\.self)
                ? TransportAnswer(.refused(unknown), afterTheDot: false) : .accepted
        })
        let office = try CampaignScene(script: script)
        let id = try office.ready(SmallSchedule(people: 5))
        #expect(try await office.send(id).status.deliveries[.refused] == 1)
        #expect(try await office.send(id).status.deliveries[.refused] == 1)
        await #expect(throws: WrongRequest.noneRefused(with: "5.7.1", campaign: id)) {
            try await office.send(id, retryingRefused: "5.7.1")
        }
        isMended.withLock { $0 = true }
        let result = try await office.send(id, retryingRefused: "550 5.1.1")
        #expect(result.status.deliveries[.accepted] == 5)
        #expect(result.status.state == .finished && result.outcome == .done)
        let verification = try office.open { try Verification(of: id, in: $0) }
        #expect(verification.failures == [])
        // All others went once.
        #expect(script.past.attempts.count == 6)
    }

    @Test func `a relay that is away is waited for as long as somebody said`() async throws {
        let away = RelayError(kind: .unreachable, .hostUnknown(host: "away"), isTransient: true)
        let script = TransportScript(
            opening: { $0 <= 60 ? away : nil },
            answering: { _ in .accepted }
        )
        let office = try CampaignScene(script: script)
        let id = try office.ready(SmallSchedule(people: 2))
        #expect(try await office.send(id).outcome == .stopped(.relayUnreachable(away)))
        let words = Mutex<[String]>([])
        let result = try await office.send(id, isPatient: true) { event in
            guard case .waits(let sums) = event else { return }
            words.withLock { $0.append(sums.progress(at: office.clock.now).en.text) }
        }
        #expect(result.outcome == .done && result.status.deliveries[.accepted] == 2)
        #expect(words.withLock(\.self).contains { $0.contains("relay away, asked again at ") })
    }

    @Test
    func
        `whoever watches reads that messages are deferred, with which reply, and how fast it goes`()
        async throws
    {
        let slow = Reply(code: 450, enhancedCode: "4.7.1")
        let script = TransportScript(answering: { attempt in
            // One alone may be about its recipient; two in a row are about the rate.
            attempt.count % 5 == 4 || attempt.count % 5 == 0
                ? TransportAnswer(.deferred(.reply(slow)), afterTheDot: false) : .accepted
        })
        let office = try CampaignScene(script: script)
        let id = try office.ready(SmallSchedule(people: 12))
        let words = Mutex<[String]>([])
        _ = try await office.send(id) { event in
            guard case .concluded(_, let sums) = event else { return }
            words.withLock { $0.append(sums.progress(at: office.clock.now).en.text) }
        }
        let lines = words.withLock(\.self)
        #expect(lines[2].contains("deferred") == false)
        #expect(
            lines[3].contains(/1 deferred \(450 4\.7\.1\), next try at [0-9]{2}:[0-9]{2}$/),
            "\(lines[3])"
        )
        #expect(
            lines[4].contains(/2 deferred \(450 4\.7\.1\), next try at [0-9:]{5}, relay takes/),
            "\(lines[4])"
        )
        #expect(lines[4].contains(" a minute, next at "))
    }

    @Test(
        arguments: [
            ("first = 3\npause_seconds = 28", "", "pausing 28 s after the first 3, all accepted"),
            ("first = 0\npause_seconds = 0", "per_minute = 30", "waiting for [pace]"),
            ("first = 0\npause_seconds = 0", "per_hour = 2", "waiting for [pace] until 13:"),
        ]
    )
    func `whoever watches reads why nothing goes`(
        caution: String,
        pace: String,
        words: String
    ) async throws {
        let configuration = Configuration().with {
            $0.caution = caution
            $0.pace = pace
        }
        let office = try CampaignScene(configuration)
        let id = try office.ready(SmallSchedule(people: 5))
        let lines = Mutex<[String]>([])
        _ = try await office.send(id) { event in
            guard case .concluded(_, let sums) = event else { return }
            lines.withLock { $0.append(sums.progress(at: office.clock.now).en.text) }
        }
        let told = lines.withLock(\.self)
        #expect(told.contains { $0.contains(words) }, "\(told)")
        #expect(told.last?.contains("pausing") == false && told.last?.contains("waiting") == false)
    }

    @Test func `resuming needs exactly one interrupted campaign`() async throws {
        let office = try CampaignScene()
        await #expect(throws: WrongRequest.nothingInterrupted) { try await office.send(nil) }
    }

    @Test func `a plan of another day must be named again`() async throws {
        let office = try CampaignScene()
        let asOf = CampaignScene.noon.addingTimeInterval(-3 * 86_400)
        let id = try office.plan(SmallSchedule(people: 1)) { $0.asOf = asOf }.campaign.id
        try office.approve(id)
        await #expect(
            throws: Refusal.momentNotNamed(campaign: id, moment: "2097-03-15T12:00")
        ) { try await office.send(id) }
    }

    @Test func `withdrawn messages void the approval and are not sent`() async throws {
        let office = try CampaignScene()
        let id = try office.plan(SmallSchedule(people: 3)).campaign.id
        try office.approve(id)
        let result = try office.open { try Withdrawal(of: id, in: $0).run(rows: [3]) }
        #expect(result.messages == 1 && result.rows == 0 && result.isAnother)
        await #expect(throws: Refusal.notApproved(campaign: id)) { try await office.send(id) }
        try office.approve(id)
        #expect(try await office.send(id).status.deliveries[.accepted] == 2)
    }

    @Test func `a doubtful outcome waits for a ruling`() async throws {
        let office = try CampaignScene(
            script: TransportScript(answering: { $0.count == 1 ? .unknown : .accepted })
        )
        let id = try office.plan(SmallSchedule(people: 2)).campaign.id
        try office.approve(id)
        #expect(try await office.send(id).outcome == .needsDecision)
        let rows = try office.open { try RowList(of: id, in: $0, delivery: .unknown).rows }
        let message = try #require(rows.first?.message)
        let request = try ResolveRequest(
            messages: ["<\(message)@kreis.example>"],
            rows: [],
            accepted: true,
            resend: false
        )
        let status = try office.open { try Resolution(of: id, in: $0).run(request) }
        #expect(status.deliveries[.accepted] == 2)
    }
}
