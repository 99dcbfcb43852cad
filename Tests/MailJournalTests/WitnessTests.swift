import Foundation
import Glibc
import MailCore
import MailJournal
import Testing
import TestSupport

/// How a journal stands to what is known of it outside of the state directory.
struct WitnessTests {
    private static let boot = "11111111-2222-3333-4444-555555555555"

    private let folder: TemporaryFolder
    private let sample: SampleCampaign
    private let now = SampleCampaign.planning
    private var state: String { folder.path + "/state" }
    private var backup: String { folder.path + "/backup" }
    private var witnesses: WitnessFolder { WitnessFolder(at: folder.path + "/witness") }

    init() throws {
        folder = try TemporaryFolder()
        sample = try SampleCampaign(people: 6)
    }

    private func open(_ path: String? = nil, boot: String = boot) throws -> Journal {
        try Journal(in: StateDirectory(at: path ?? state), witnessedIn: witnesses, bootID: boot)
    }

    /// Opens it, and closes it as a process that ends.
    private func using<Result>(
        _ path: String? = nil,
        boot: String = boot,
        _ body: (Journal) async throws -> Result
    ) async throws -> Result {
        let journal = try open(path, boot: boot)
        let result = try await body(journal)
        try journal.close()
        return result
    }

    private func standing(_ path: String? = nil, boot: String = boot) async throws
        -> JournalStanding
    {
        try await using(path, boot: boot) { $0.standing }
    }

    private func plan(_ journal: Journal, seed: UInt64 = 1) throws -> CampaignRecord {
        let id = try journal.plan(
            relay: sampleSettings().relay.digest,
            asOf: nil,
            by: .login("planner", 1),
            at: now,
            timeZone: .gmt,
            randomness: .seeded(seed)
        ) { _ in
            Journal.PlannedCampaign(
                plan: sample.plan,
                facts: JournalScene.facts(zone: "GMT"),
                letter: sample.letter,
                parts: []
            )
        }
        return try journal.campaign(id)
    }

    private func approve(_ campaign: CampaignRecord, in journal: Journal) throws {
        try journal.approve(campaign, as: "A. Muster", by: .login("approver", 2), at: now)
    }

    private func copy(_ from: String, to: String) throws {
        try? FileManager.default.removeItem(atPath: to)
        try FileManager.default.copyItem(atPath: from, toPath: to)
    }

    /// Claims and accepts the messages of these places, from 0.
    private func tell(_ places: Range<Int>, of campaign: CampaignRecord, in journal: Journal)
        async throws
    {
        for place in places {
            let delivery = try await claim(place, of: campaign, in: journal)
            try await record(JournalScene.accepted, on: delivery, of: campaign, in: journal)
        }
    }

    private func claim(
        _ place: Int,
        of campaign: CampaignRecord,
        in journal: Journal
    ) async throws -> ClaimedDelivery {
        let number = try journal.messageNumbers(of: campaign.id)[place].number
        let step = DeliveryStep(outcome: nil, claim: number, claimAheadOf: nil)
        return try #require(try await journal.steps([step], campaign: campaign.id, at: now)[0])
    }

    private func record(
        _ verdict: Verdict,
        on delivery: ClaimedDelivery,
        of campaign: CampaignRecord,
        in journal: Journal
    ) async throws {
        let outcome = DeliveryStep.Outcome(
            delivery: delivery,
            submission: Submission(verdict: verdict, receipt: WireReceipt(recipients: 1)),
            fate: FailurePolicy.standard.fate(
                after: verdict,
                on: .init(attempts: delivery.attempts, appointment: .distantFuture),
                now: now
            )
        )
        let step = DeliveryStep(outcome: outcome, claim: nil, claimAheadOf: nil)
        _ = try await journal.steps([step], campaign: campaign.id, at: now)
    }

    private func states(of campaign: CampaignRecord, in journal: Journal) throws -> [DeliveryState]
    {
        var states: [DeliveryState] = []
        try journal.forEachMessage(of: campaign.id) { states.append($0.state) }
        return states
    }

    private static func missing(
        _ open: Int,
        elsewhere: Int = 0,
        isExact: Bool = true
    ) -> JournalStanding {
        .behind(.init(open: open, elsewhere: elsewhere, isExact: isExact))
    }

    @Test func `a journal that only its own process changes is the newest, also after a kill`()
        async throws
    {
        try await using { journal in
            let campaign = try plan(journal)
            try await tell(0..<2, of: campaign, in: journal)
            _ = try await claim(2, of: campaign, in: journal)
        }
        #expect(try await standing() == .newest)
        #expect(try await standing(boot: "another") == .newest)
    }

    @Test(arguments: [0, 1, 3])
    func `an older one names who may have been told since, and nobody else`(before: Int)
        async throws
    {
        let campaign = try await using { journal in
            let campaign = try plan(journal)
            if before > 0 { try approve(campaign, in: journal) }
            try await tell(0..<before, of: campaign, in: journal)
            return campaign
        }
        // Without any it is from before the approval.
        try copy(state, to: backup)
        try await using { journal in
            if before == 0 { try approve(campaign, in: journal) }
            try await tell(before..<4, of: campaign, in: journal)
            // Claimed, and certainly not told.
            let fifth = try await claim(4, of: campaign, in: journal)
            try await record(.deferred(.connectionLost), on: fifth, of: campaign, in: journal)
        }
        try copy(backup, to: state)
        try await using { journal in
            #expect(journal.standing == Self.missing(4 - before))
            await #expect(throws: JournalError.self) {
                _ = try await claim(before, of: campaign, in: journal)
            }
            let unknown = try journal.takeForNewest(by: .login("anna", 7), at: now)
            #expect(unknown == 4 - before)
            let told = Array(repeating: DeliveryState.accepted, count: before)
            let doubtful = Array(repeating: DeliveryState.unknown, count: 4 - before)
            let states = told + doubtful + [.planned, .planned]
            #expect(try self.states(of: campaign, in: journal) == states)
            let failures = try journal.evidence(of: campaign).failures
            #expect(failures == [])
            if before == 0 { try approve(campaign, in: journal) }
            try await tell(4..<6, of: campaign, in: journal)
            let later = try journal.evidence(of: campaign).failures
            #expect(later == [])
        }
        #expect(try await standing() == .newest)
    }

    /// What the relay did not like was mended, and those it had refused went again.
    @Test func `what an older one calls refused, and was told since, is in doubt`() async throws {
        let refused = Verdict(
            SubmissionOutcome(.recipient, .reply(Reply(code: 550, enhancedCode: "5.7.1")))
        )
        let campaign = try await using { journal in
            let campaign = try plan(journal)
            try approve(campaign, in: journal)
            for place in 0..<2 {
                let delivery = try await claim(place, of: campaign, in: journal)
                try await record(refused, on: delivery, of: campaign, in: journal)
            }
            return campaign
        }
        try copy(state, to: backup)
        try await using { journal in
            let first = try #require(try journal.messageNumbers(of: campaign.id).first)
            try journal.resolve(
                [first.id],
                of: campaign,
                as: .ruledResend,
                by: .login("anna", 7),
                at: now
            )
            let again = try await claim(0, of: campaign, in: journal)
            try await record(JournalScene.accepted, on: again, of: campaign, in: journal)
        }
        try copy(backup, to: state)
        try await using { journal in
            #expect(journal.standing == Self.missing(0))
            let unknown = try journal.takeForNewest(by: .login("anna", 7), at: now)
            #expect(unknown == 1)
            #expect(
                try states(of: campaign, in: journal).prefix(3) == [.unknown, .refused, .planned]
            )
            #expect(try journal.refused(of: campaign.id, with: "550").count == 1)
            #expect(try journal.evidence(of: campaign).failures == [])
        }
    }

    @Test func `what an older one calls sending is in doubt, whatever stands in front of it`()
        async throws
    {
        let campaign = try await using { journal in
            let campaign = try plan(journal)
            try approve(campaign, in: journal)
            let first = try await claim(0, of: campaign, in: journal)
            let number = try journal.messageNumbers(of: campaign.id)[1].number
            let behind = DeliveryStep(outcome: nil, claim: number, claimAheadOf: first.number)
            _ = try await journal.steps([behind], campaign: campaign.id, at: now)
            try copy(state, to: backup)
            try await record(JournalScene.accepted, on: first, of: campaign, in: journal)
            return campaign
        }
        try copy(backup, to: state)
        try await using { journal in
            #expect(journal.standing == Self.missing(2))
            let unknown = try journal.takeForNewest(by: .login("anna", 7), at: now)
            #expect(unknown == 2)
            #expect(try states(of: campaign, in: journal).prefix(2) == [.unknown, .unknown])
            let failures = try journal.evidence(of: campaign).failures
            #expect(failures == [])
        }
    }

    @Test func `one that has gone another way is behind, however far it has come`() async throws {
        let campaign = try await using { try plan($0) }
        try copy(state, to: backup)
        try await using { try await tell(0..<1, of: campaign, in: $0) }
        // The copy lives on without its witness, and comes further.
        do {
            let journal = try Journal(in: StateDirectory(at: backup))
            try await tell(1..<5, of: campaign, in: journal)
            try journal.close()
        }
        #expect(try await standing(backup) == Self.missing(1))
    }

    @Test func `a campaign that an older one does not know is counted`() async throws {
        try await using { _ in }
        try copy(state, to: backup)
        try await using { try await tell(0..<5, of: plan($0), in: $0) }
        try copy(backup, to: state)
        // Numbers that are given anew must not look as if they had been told.
        let other = try await using { journal in
            #expect(journal.standing == Self.missing(0, elsewhere: 5))
            let unknown = try journal.takeForNewest(by: .login("anna", 7), at: now)
            #expect(unknown == 0)
            return try plan(journal, seed: 2)
        }
        try copy(state, to: backup)
        try await using { try await tell(0..<1, of: other, in: $0) }
        try copy(backup, to: state)
        #expect(try await standing() == Self.missing(1))
    }

    @Test func `after a power cut in a run, everything open may have been told since`() async throws
    {
        let campaign = try await using { try plan($0) }
        try copy(state, to: backup)
        try await using { try await tell(0..<1, of: campaign, in: $0) }
        try copy(backup, to: state)
        try await using(boot: "after the power cut") { journal in
            #expect(journal.standing == Self.missing(6, isExact: false))
            let unknown = try journal.takeForNewest(by: .login("anna", 7), at: now)
            #expect(unknown == 6)
        }
    }

    /// The journal's own commits survive a power cut; what the witness was told of them need not.
    @Test func `what a power cut took from it is taken from the journal again`() async throws {
        let campaign = try await using { try plan($0) }
        try copy(state, to: backup)
        let witness = folder.path + "/witness"
        try await using { try await tell(0..<1, of: campaign, in: $0) }
        try copy(witness, to: witness + "-flushed")
        try await using { try await tell(1..<3, of: campaign, in: $0) }
        try copy(witness + "-flushed", to: witness)
        #expect(try await standing(boot: "after the power cut") == .newest)
        try copy(backup, to: state)
        #expect(try await standing(boot: "after the power cut") == Self.missing(3))
    }

    /// An earlier program had none.
    @Test func `one that comes later learns from the journal who was told`() async throws {
        let campaign: CampaignRecord
        do {
            let journal = try Journal(in: StateDirectory(at: state))
            campaign = try plan(journal)
            try await tell(0..<2, of: campaign, in: journal)
            try journal.close()
        }
        #expect(try await standing() == .newest)
        try copy(state, to: backup)
        try await using { try await tell(2..<3, of: campaign, in: $0) }
        try FileManager.default.removeItem(atPath: state)
        #expect(try await standing() == .replaced(told: 3))
    }

    @Test func `after a run that ended, a restart of the machine changes nothing`() async throws {
        let campaign = try await using { try plan($0) }
        try copy(state, to: backup)
        try await using { journal in
            try await tell(0..<1, of: campaign, in: journal)
            try journal.rest()
        }
        try copy(backup, to: state)
        #expect(try await standing(boot: "the next day") == Self.missing(1))
    }

    @Test func `without its witness it comes from elsewhere, until somebody says so`() async throws
    {
        try await using { _ = try plan($0) }
        try FileManager.default.removeItem(atPath: folder.path + "/witness")
        try await using { journal in
            #expect(journal.standing == .unwitnessed)
        }
        try await using { journal in
            #expect(journal.standing == .unwitnessed)
            let unknown = try journal.takeForNewest(by: .login("anna", 7), at: now)
            #expect(unknown == 0)
        }
        #expect(try await standing() == .newest)
    }

    /// On another host nothing tells what has been sent since a backup was made.
    @Test func `without its witness, and older than what was sent, everything open is in doubt`()
        async throws
    {
        try await using { _ = try plan($0) }
        try FileManager.default.removeItem(atPath: folder.path + "/witness")
        try await using { journal in
            #expect(journal.standing == .unwitnessed)
            let campaign = try #require(try journal.campaigns().first)
            let open = try journal.deliveryCounts(of: campaign.id)[.planned]
            let unknown = try journal.takeForNewest(by: .login("anna", 7), at: now, isOlder: true)
            #expect(unknown == open && unknown > 0)
        }
        #expect(try await standing() == .newest)
    }

    @Test func `a new one in the place of one that has told people is not simply the newest`()
        async throws
    {
        try await using { try await tell(0..<3, of: plan($0), in: $0) }
        try FileManager.default.removeItem(atPath: state)
        #expect(try await standing() == .replaced(told: 3))
        try await using { journal in
            #expect(journal.standing == .replaced(told: 3))
            _ = try journal.takeForNewest(by: .login("anna", 7), at: now)
        }
        #expect(try await standing() == .newest)
    }

    @Test
    func `a new one in the place of one that has told nobody, or was moved away, is the newest`()
        async throws
    {
        try await using { _ = try plan($0) }
        try FileManager.default.removeItem(atPath: state)
        try await using { journal in
            #expect(journal.standing == .newest)
            try await tell(0..<1, of: plan(journal, seed: 2), in: journal)
        }
        let moved = folder.path + "/moved"
        rename(state, moved)
        #expect(try await standing(moved) == .newest)
        #expect(try await standing() == .newest)
    }

    @Test func `two copies are never open at once`() throws {
        let journal = try open()
        _ = try plan(journal)
        try copy(state, to: backup)
        #expect(throws: StateDirectoryError.self) { _ = try open(backup) }
        withExtendedLifetime(journal) {}
    }

    @Test(arguments: ["state/witness", "."])
    func `it must lie outside of the state directory`(place: String) throws {
        let directory = try StateDirectory(at: state)
        let path = folder.path + (place == "." ? "" : "/\(place)")
        #expect(throws: JournalError.self) {
            _ = try Journal(in: directory, witnessedIn: WitnessFolder(at: path))
        }
    }

    @Test func `a folder that others can enter, a link and a damaged file are refused`() throws {
        let path = folder.path + "/witness"
        try open().close()
        chmod(path, 0o750)
        #expect(throws: JournalError.self) { _ = try open() }
        chmod(path, 0o700)
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: path).first)
        try Data("nothing of the kind".utf8).write(to: URL(filePath: "\(path)/\(name)"))
        chmod("\(path)/\(name)", 0o600)
        #expect(throws: JournalError.self) { _ = try open() }
        unlink("\(path)/\(name)")
        symlink("/dev/null", "\(path)/\(name)")
        #expect(throws: JournalError.self) { _ = try open() }
    }

    @Test func `no personal data and no address stands in it`() async throws {
        let journal = try open()
        let campaign = try plan(journal)
        try await tell(0..<6, of: campaign, in: journal)
        try journal.close()
        let path = folder.path + "/witness"
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            let octets = Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
            #expect(!octets.contains(UInt8(ascii: "@")))
            for message in sample.plan.messages {
                #expect(!octets.contains(Array(message.recipient.address.comparisonKey.utf8)))
            }
        }
    }
}
