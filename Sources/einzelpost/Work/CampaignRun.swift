import Foundation
import MailCore
import MailJournal
import MailSending
import MailTransport

/// Sends a campaign with progress on standard error, and stops cleanly on a signal.
struct CampaignRun {
    let journal: Journal
    let campaign: CampaignRecord
    let letter: Letter
    let settings: Settings
    let relay: Relay
    var retry: RetryRule = .standard

    /// Sends what still has to go.
    ///
    /// - Returns: Nil if nothing is left to do by itself, otherwise why it stopped.
    func send() async throws -> StopReason? {
        let flight = try FlightRecord(in: journal.directory)
        let progress = SendingProgress(
            counts: try journal.deliveryCounts(of: campaign.id),
            campaign: campaign,
            zone: settings.timeZone,
            file: journal.directory.progressPath
        )
        let relay = relay
        let sender = try CampaignSender(
            journal: journal,
            campaign: campaign,
            letter: letter,
            settings: settings,
            retry: retry,
            flight: flight,
            surroundings: .init(
                makeTransport: { RelayConnection(to: relay) },
                now: { Live.now() },
                sleep: { await Live.sleep($0) }
            ),
            onVerdict: { progress.note($0) }
        )
        progress.begin()
        let signals = Live.onStopSignal {
            Terminal.complain(
                "\nStopping: what is in flight ends, nothing new begins. (Again in two seconds or "
                    + "later ends at once; what is in flight then becomes unknown.)"
            )
            await sender.stop()
        }
        let reason = try await sender.run()
        progress.end()
        withExtendedLifetime(signals) {}
        return reason
    }

    /// The exit status for how sending ended.
    func status(after reason: StopReason?) throws -> ExitStatus {
        switch reason {
        case .asked, .relayFailed, .refusals: return .stopped
        case .safety: return .refused
        case .journal: return .state
        case .relayUnreachable: return .relay
        case nil:
            let counts = try journal.deliveryCounts(of: campaign.id)
            let open = counts[.refused, default: 0] + counts[.unknown, default: 0]
            return open > 0 ? .needsDecision : .done
        }
    }
}
