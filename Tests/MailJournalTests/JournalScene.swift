import Foundation
import MailCore
import MailJournal
import TestSupport
import Testing

/// A state directory with a journal in it, which can be closed and opened again.
final class JournalScene {
    let path: String
    let now = SampleCampaign.planning
    /// Goes on from one campaign to the next: no two messages may have the same name in events.
    let randomness = Randomness.seeded(1)
    /// Where its flight records lie.
    let memory: BootMemory
    private let folder: TemporaryFolder
    private let memoryFolder: MemoryFolder
    private var open: Journal?

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/state"
        memoryFolder = try MemoryFolder()
        memory = BootMemory(candidates: [memoryFolder.path])
    }

    var file: String { path + "/journal.sqlite" }

    /// The one flight record there is.
    var flightFile: String {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: memoryFolder.path)
            return "\(memoryFolder.path)/\(try #require(names.first))"
        }
    }

    /// The journal, opened if need be.
    var journal: Journal {
        get throws {
            if let open { return open }
            let journal = try Journal(in: StateDirectory(at: path))
            open = journal
            return journal
        }
    }

    func close() throws {
        try open?.close()
        open = nil
    }

    /// Plans, and approves if asked to.
    func plan(
        _ sample: SampleCampaign,
        approved: Bool = false,
        zone: String = "GMT",
        at moment: Date? = nil
    ) throws -> CampaignRecord {
        let journal = try journal
        let id = try journal.plan(
            relay: sampleSettings().relay.digest,
            asOf: nil,
            by: .login("planner", 1),
            at: moment ?? now,
            timeZone: TimeZone(identifier: zone) ?? .gmt,
            randomness: randomness
        ) { _ in
            Journal.PlannedCampaign(
                plan: sample.plan,
                facts: Self.facts(zone: zone),
                letter: sample.letter,
                parts: []
            )
        }
        let campaign = try journal.campaign(id)
        if approved {
            try journal.approve(campaign, as: "A. Muster", by: .login("approver", 2), at: now)
        }
        return campaign
    }

    /// Claims the message of that place in the plan, from 0.
    @discardableResult
    func claim(
        _ index: Int,
        of campaign: CampaignRecord,
        aheadOf: Int64? = nil
    ) async throws -> ClaimedDelivery {
        let number = try numbers(of: campaign)[index]
        let step = DeliveryStep(outcome: nil, claim: number, claimAheadOf: aheadOf)
        guard let claimed = try await journal.steps([step], campaign: campaign.id, at: now)[0]
        else { throw CocoaError(.featureUnsupported) }
        return claimed
    }

    /// Records a verdict; without a `fate`, the one it would really have.
    func record(
        _ verdict: Verdict,
        on delivery: ClaimedDelivery,
        fate: FailurePolicy.Fate? = nil,
        of campaign: CampaignRecord
    ) async throws {
        let outcome = DeliveryStep.Outcome(
            delivery: delivery,
            submission: Submission(verdict: verdict, receipt: WireReceipt(recipients: 1)),
            fate: fate
                ?? FailurePolicy.standard.fate(
                    after: verdict,
                    on: .init(attempts: delivery.attempts, appointment: .distantFuture),
                    now: now
                )
        )
        let step = DeliveryStep(outcome: outcome, claim: nil, claimAheadOf: nil)
        _ = try await journal.steps([step], campaign: campaign.id, at: now)
    }

    func numbers(of campaign: CampaignRecord) throws -> [Int64] {
        var numbers: [Int64] = []
        try journal.forEachMessage(of: campaign.id) { numbers.append($0.number) }
        return numbers
    }

    func states(of campaign: CampaignRecord) throws -> [DeliveryState] {
        var states: [DeliveryState] = []
        try journal.forEachMessage(of: campaign.id) { states.append($0.state) }
        return states
    }

    static let accepted = Verdict.accepted(Reply(code: 250, enhancedCode: "2.0.0"))

    static func facts(zone: String) -> CampaignFacts {
        CampaignFacts(
            of: CampaignFacts.Source(
                name: "sample.csv",
                digest: Digest(of: []),
                changedAt: nil,
                form: "",
                uncounted: nil,
                columns: [],
                dropped: []
            ),
            CampaignFacts.Choice(
                firstDay: "2021-03-16",
                lastDay: "2021-03-16",
                services: [],
                sites: [],
                timeZone: zone
            ),
            relay: "mail.kreis.example:587",
            warnings: [],
            sharedAddresses: 0,
            questions: nil,
            forecastSeconds: 1,
            followUp: nil,
            approvers: 1
        )
    }
}

extension Journal {
    /// Every row with its class, in the order of the file.
    func rows(of campaign: String) throws -> [RowRecord] {
        var rows: [RowRecord] = []
        try forEachRow(of: campaign) { rows.append($0) }
        return rows
    }

    /// What stands for an address in the events of a campaign.
    func recipientHash(of address: EmailAddress, campaign: String) throws -> String {
        try recipientHashes(of: campaign)(address)
    }
}
