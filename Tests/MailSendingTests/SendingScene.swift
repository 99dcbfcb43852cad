import Foundation
import MailCore
import MailJournal
import MailSending
import Synchronization
import TestSupport

/// A planned and approved campaign in a real journal, ready to be sent to a script.
final class SendingScene {
    let sample: SampleCampaign
    let clock: ManualClock
    let path: String
    /// The folder of the flight record.
    let memory: String
    let journal: Journal
    let campaign: CampaignRecord
    /// What was made of the deliveries that a death had left.
    ///
    /// Nil for a new campaign.
    let recovery: Recovery?
    /// Kept so that the files live as long as the scene.
    private let folder: MemoryFolder

    /// Plans and approves.
    convenience init(
        people: Int = 5,
        domains: [String] = ["post.example"],
        hour: Int = 9,
        asOf: Date? = nil
    ) throws {
        try self.init(
            of: SampleCampaign(people: people, domains: domains, hour: hour),
            asOf: asOf
        )
    }

    /// Plans and approves.
    init(of sample: SampleCampaign, asOf: Date? = nil) throws {
        folder = try MemoryFolder()
        path = folder.path + "/state"
        memory = folder.path + "/memory"
        self.sample = sample
        clock = ManualClock(at: SampleCampaign.planning)
        journal = try Journal(in: StateDirectory(at: path))
        recovery = nil
        let facts = Self.facts(of: sample)
        let id = try journal.plan(
            relay: sampleSettings().relay.digest,
            asOf: asOf,
            by: .login("planner", 1),
            at: clock.now,
            timeZone: .gmt,
            randomness: .seeded(1)
        ) { _ in
            Journal.PlannedCampaign(
                plan: sample.plan,
                facts: facts,
                letter: sample.letter,
                parts: []
            )
        }
        campaign = try journal.campaign(id)
        try journal.approve(campaign, as: "A. Muster", by: .login("approver", 2), at: clock.now)
    }

    /// Opens what another scene, or a death, has left in a folder.
    ///
    /// Another boot id than the machine's stands for a power cut.
    init(
        opening path: String,
        after earlier: SendingScene,
        bootID: String = FlightRecord.currentBootID
    ) throws {
        folder = earlier.folder
        self.path = path
        memory = earlier.memory
        sample = earlier.sample
        clock = earlier.clock
        journal = try Journal(in: StateDirectory(at: path))
        recovery = try journal.recover(
            flight: FlightRecord.left(of: journal, bootID: bootID),
            at: clock.now
        )
        campaign = try journal.campaign(earlier.campaign.id)
    }

    /// A sender as the program would make it.
    func sender(
        to script: TransportScript,
        settings: Settings? = nil,
        retry: RetryRule = .standard,
        letter: Letter? = nil,
        sleep: (@Sendable (Duration) async -> Void)? = nil,
        policy: FailurePolicy? = nil,
        onNews: @escaping @Sendable (SendingNews) -> Void = { _ in }
    ) throws -> CampaignSender {
        let clock = clock
        return try CampaignSender(
            journal: journal,
            campaign: campaign,
            letter: letter ?? sample.letter,
            settings: settings ?? sampleSettings(),
            policy: policy ?? FailurePolicy(retry: retry),
            flight: FlightRecord(of: journal, in: BootMemory(candidates: [memory])),
            surroundings: .init(
                makeTransport: { script.makeTransport() },
                now: { clock.now },
                elapsed: { clock.elapsed },
                sleep: sleep ?? { await clock.sleep($0) }
            ),
            onNews: onNews
        )
    }

    /// Sends until nothing is left or something stops it.
    func send(
        to script: TransportScript,
        settings: Settings? = nil,
        retry: RetryRule = .standard
    ) async throws -> StopReason? {
        try await sender(to: script, settings: settings, retry: retry).run()
    }

    /// Sends, and asks for the end during the submission of that number.
    ///
    /// - Returns: Why it ended, and the script that was followed.
    func send(
        stoppingAt count: Int,
        settings: Settings? = nil,
        retry: RetryRule = .standard,
        answering: @escaping @Sendable (TransportScript.Attempt) -> TransportAnswer
    ) async throws -> (reason: StopReason?, script: TransportScript) {
        let stopper = Mutex<CampaignSender?>(nil)
        let script = TransportScript(
            answering: { attempt in
                if attempt.count == count { await stopper.withLock(\.self)?.stop() }
                return answering(attempt)
            }
        )
        let sender = try sender(to: script, settings: settings, retry: retry)
        stopper.withLock { $0 = sender }
        defer { stopper.withLock { $0 = nil } }
        return (try await sender.run(), script)
    }

    var counts: [DeliveryState: Int] {
        get throws {
            try journal.deliveryCounts(of: campaign.id).byState.filter { $0.value > 0 }
        }
    }

    var states: [MessageID: DeliveryState] {
        get throws {
            var states: [MessageID: DeliveryState] = [:]
            try journal.forEachMessage(of: campaign.id) { states[$0.id] = $0.state }
            return states
        }
    }

    /// What does not fit in the journal, in plain words.
    var failures: [String] {
        get throws { try journal.evidence(of: journal.campaign(campaign.id)).failures }
    }

    private static func facts(of sample: SampleCampaign) -> CampaignFacts {
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
                timeZone: "GMT"
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

extension RetryRule {
    /// For runs that are about something else than waiting.
    static let quick = RetryRule(waits: [.seconds(1), .seconds(2)], leadTime: .zero)
}

extension TransportScript {
    /// Answers by the number of the submission, and with acceptance where nothing is said.
    static func answers(_ answers: [Int: TransportAnswer]) -> TransportScript {
        TransportScript(answering: { answers[$0.count] ?? .accepted })
    }

    /// Takes everything.
    static var accepting: TransportScript { answers([:]) }

    /// Whether it was used as the protocol says, and every connection was closed.
    var isInOrder: Bool { past.breaches.isEmpty && past.connectionsLeftOpen == 0 }
}
