import Foundation
import MailCore
import MailJournal
package import MailSending

/// Sends a campaign that may be sent, and says what happens.
struct CampaignRun {
    let journal: Journal
    let campaign: CampaignRecord
    let letter: Letter
    let settings: Settings
    let access: RelayAccess
    let surroundings: Surroundings
    /// Rows that could not be read, and of which nobody has said what they are.
    var unread = 0
    /// Whether to wait for a relay that is away until no message has time left.
    var isPatient = false

    /// Sends what still has to go.
    ///
    /// - Returns: How it ended.
    func send(
        stop: StopRequest,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> SendingOutcome {
        let flight = try FlightRecord(
            of: journal,
            in: BootMemory(environment: surroundings.environment)
        )
        let (access, makeTransport) = (access, surroundings.makeTransport)
        let sleep = surroundings.sleep
        let reporter = SendingReporter(
            SendingSums(
                campaign: campaign,
                counts: try journal.deliveryCounts(of: campaign.id),
                zone: settings.timeZone,
                began: surroundings.now()
            ),
            file: journal.directory.progressPath,
            process: StateDirectory.holder(of: journal.directory.path),
            now: surroundings.now,
            onEvent: onEvent
        )
        let sender = try CampaignSender(
            journal: journal,
            campaign: campaign,
            letter: letter,
            settings: settings,
            policy: FailurePolicy(isPatient: isPatient),
            flight: flight,
            surroundings: .init(
                makeTransport: { access.transport(makeTransport) },
                now: surroundings.now,
                elapsed: surroundings.elapsed,
                sleep: { duration in
                    reporter.wait()
                    await sleep(duration)
                }
            ),
            onNews: { reporter.note($0) }
        )
        reporter.begin()
        await stop.whenAsked { await sender.stop() }
        let reason = try await sender.run()
        reporter.end()
        try FlightRecord.forget(of: journal)
        try journal.rest()
        return try outcome(reason)
    }

    /// What is left for people when nothing is left to do by itself.
    func outcome(_ reason: StopReason?) throws -> SendingOutcome {
        if let reason { return .stopped(reason) }
        let counts = try journal.deliveryCounts(of: campaign.id)
        return counts.needingPerson + unread > 0 ? .needsDecision : .done
    }
}

/// How sending ended.
package enum SendingOutcome: Hashable, Sendable {
    /// Everything was accepted.
    case done
    /// Nothing is left to do by itself, but a person must decide something.
    case needsDecision
    case stopped(StopReason)
}
