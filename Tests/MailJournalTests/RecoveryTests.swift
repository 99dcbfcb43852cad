import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport

/// The table “What a death leaves” of docs/delivery-states.md, row by row.
struct RecoveryTests {
    private static let boot = "11111111-2222-3333-4444-555555555555"

    /// What the dead process noted of its first message; the second was announced behind it.
    enum Left: CaseIterable {
        case nothing, began, bodyFinished, replied250, replied451, replied550, replied354
        case noFile, truncated, otherBoot
    }

    private static func expected(_ left: Left) -> DeliveryState {
        switch left {
        case .nothing, .began: .planned
        case .replied250: .accepted
        case .replied451: .deferred
        case .replied550: .refused
        case .bodyFinished, .replied354, .noFile, .truncated, .otherBoot: .unknown
        }
    }

    private static func note(_ left: Left, _ message: Int64, in flight: FlightRecord) {
        let phases: [SubmissionPhase] =
            switch left {
            case .nothing: []
            case .began: [.began]
            case .bodyFinished, .noFile, .truncated, .otherBoot: [.began, .bodyFinished]
            case .replied250: [.began, .bodyFinished, .replied(code: 250, enhancedCode: nil)]
            case .replied451: [.began, .bodyFinished, .replied(code: 451, enhancedCode: "4.3.0")]
            case .replied550: [.began, .bodyFinished, .replied(code: 550, enhancedCode: "5.1.1")]
            case .replied354: [.began, .bodyFinished, .replied(code: 354, enhancedCode: nil)]
            }
        for phase in phases { flight.note(phase, of: message, slot: 3) }
    }

    @Test(arguments: Left.allCases)
    func `what a death leaves becomes what the table says, once`(left: Left) async throws {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 3), approved: true)
        let first = try await scene.claim(0, of: campaign)
        try await scene.claim(1, of: campaign, aheadOf: first.number)
        try Self.note(
            left,
            first.number,
            in: FlightRecord(of: scene.journal, in: scene.memory, bootID: Self.boot)
        )
        try scene.close()
        let record = try scene.flightFile
        if left == .noFile { try FileManager.default.removeItem(atPath: record) }
        if left == .truncated {
            let file = try FileHandle(forUpdating: URL(filePath: record))
            try file.truncate(atOffset: 100)
        }
        let boot = left == .otherBoot ? "99999999-2222-3333-4444-555555555555" : Self.boot
        let flight = try FlightRecord.left(of: scene.journal, bootID: boot)
        let recovery = try scene.journal.recover(flight: flight, at: scene.now)
        #expect(!recovery.isEmpty)
        let states = [Self.expected(left), .planned, .planned]
        #expect(try scene.states(of: campaign) == states)
        let head = try scene.journal.evidence(of: campaign).chainHead
        #expect(try scene.journal.recover(flight: flight, at: scene.now).isEmpty)
        #expect(try scene.states(of: campaign) == states)
        let evidence = try scene.journal.evidence(of: campaign)
        #expect(evidence.chainHead == head && evidence.failures == [])
        #expect(evidence.transactions == (left == .replied250 ? 1 : 0))
    }

    @Test func `a message whose predecessor was deferred and claimed again stands for itself`()
        async throws
    {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 2), approved: true)
        let first = try await scene.claim(0, of: campaign)
        let second = try await scene.claim(1, of: campaign, aheadOf: first.number)
        try await scene.record(
            .deferred(.connectionLost),
            on: first,
            of: campaign
        )
        try await scene.claim(0, of: campaign, aheadOf: second.number)
        let recovery = try scene.journal.recover(flight: nil, at: scene.now)
        #expect(recovery.unknown == 1 && recovery.released == 1)
        #expect(try scene.states(of: campaign) == [.planned, .unknown])
    }

    @Test(arguments: [
        (550, "5.1.1", #"{"refused":{"reply":"550 5.1.1"}}"#),
        (554, "5.7.1", #"{"doubtfully-refused":{"reply":"554 5.7.1"}}"#),
        (452, "4.5.3", #"{"deferred":{"reply":"452 4.5.3"}}"#),
    ])
    func `one found after a death says by which reply`(
        code: Int,
        enhancedCode: String?,
        reason: String
    ) async throws {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 1), approved: true)
        let first = try await scene.claim(0, of: campaign)
        let phase = SubmissionPhase.replied(code: code, enhancedCode: enhancedCode)
        let flight = try flight(phase, of: first.number, in: scene)
        _ = try scene.journal.recover(flight: flight, at: scene.now)
        #expect(try scene.journal.evidence(of: campaign).failures == [])
        try scene.close()
        let kept = try await Program.run("sqlite3", [scene.file, "SELECT reason FROM delivery"])
        #expect(kept == reason + "\n")
    }

    @Test func `one deferred before a death waits and counts as if the process had lived`()
        async throws
    {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 1), approved: true)
        for attempts in 1...2 {
            let delivery = try await scene.claim(0, of: campaign)
            #expect(delivery.attempts == attempts - 1)
            let phase = SubmissionPhase.replied(code: 451, enhancedCode: nil)
            let flight = try flight(phase, of: delivery.number, in: scene)
            #expect(try scene.journal.recover(flight: flight, at: scene.now).deferred == 1)
            let waits = FailurePolicy.standard.retry.waits
            let due = scene.now.addingTimeInterval(waits[attempts - 1].inSeconds)
            let pending = try scene.journal.pending(of: campaign.id, at: scene.now)
            #expect(pending.map(\.due) == [due] && pending.map(\.attempts) == [attempts])
        }
    }

    @Test func `one deferred before a death is expired when its appointment is too near`()
        async throws
    {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 1), approved: true)
        let delivery = try await scene.claim(0, of: campaign)
        let phase = SubmissionPhase.replied(code: 451, enhancedCode: nil)
        let flight = try flight(phase, of: delivery.number, in: scene)
        let late = scene.now.addingTimeInterval(Double(SampleCampaign.untilAppointment - 3_600))
        #expect(try scene.journal.recover(flight: flight, at: late).deferred == 1)
        #expect(try scene.states(of: campaign) == [.expired])
        #expect(try scene.journal.evidence(of: campaign).failures == [])
    }

    @Test func `a slot that names another message says nothing of this one`() async throws {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 2), approved: true)
        let first = try await scene.claim(0, of: campaign)
        let flight = try flight(.began, of: first.number + 1, in: scene)
        #expect(try scene.journal.recover(flight: flight, at: scene.now).released == 1)
    }

    @Test(arguments: [SubmissionPhase.bodyFinished, .replied(code: 250, enhancedCode: nil)])
    func `a journal that calls not begun what was handed over is an older one`(
        phase: SubmissionPhase
    ) async throws {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 2), approved: true)
        let first = try await scene.claim(0, of: campaign)
        let flight = try flight(phase, of: first.number + 1, in: scene)
        #expect(throws: JournalError.self) {
            try scene.journal.recover(flight: flight, at: scene.now)
        }
        #expect(try scene.states(of: campaign) == [.sending, .planned])
    }

    @Test func `settled deliveries are left alone`() async throws {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 3), approved: true)
        let first = try await scene.claim(0, of: campaign)
        try await scene.record(.unknown(.timeout), on: first, of: campaign)
        let second = try await scene.claim(1, of: campaign)
        try await scene.record(JournalScene.accepted, on: second, of: campaign)
        #expect(try scene.journal.recover(flight: [], at: scene.now).isEmpty)
        #expect(try scene.states(of: campaign) == [.unknown, .accepted, .planned])
    }

    /// What a process that noted this one phase has left.
    private func flight(
        _ phase: SubmissionPhase,
        of message: Int64,
        in scene: JournalScene
    ) throws -> [FlightRecord.Entry]? {
        try FlightRecord(of: scene.journal, in: scene.memory).note(phase, of: message, slot: 0)
        return try FlightRecord.left(of: scene.journal)
    }
}
