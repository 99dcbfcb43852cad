package import Foundation
import MailCore
package import MailJournal

/// Sends an approved campaign and reports how it ended.
package struct Sending {
    /// What came of it.
    package struct Result: Sendable {
        /// Where the campaign stands now.
        package let status: StatusReport
        package let outcome: SendingOutcome
        /// Whether there was anything to send.
        package let hadWork: Bool
    }

    private let workspace: Workspace
    private let campaign: CampaignRecord
    private let asOf: Date?
    private let moved: Bool

    /// - Parameters:
    ///   - workspace: The office.
    ///   - campaign: What to send.
    ///   - asOf: The moment that somebody has named again.
    ///   - moved: Whether somebody said that the state directory may go on in another place.
    package init(workspace: Workspace, campaign: CampaignRecord, asOf: Date?, moved: Bool) {
        self.workspace = workspace
        self.campaign = campaign
        self.asOf = asOf
        self.moved = moved
    }

    package func run(
        stop: StopRequest,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> Result {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.check(asOf: asOf, moved: moved)
        let run = CampaignRun(
            journal: workspace.journal,
            campaign: campaign,
            letter: try clearance.letter(),
            settings: workspace.settings,
            relay: try workspace.file.relay(),
            surroundings: workspace.surroundings
        )
        let counts = try workspace.journal.deliveryCounts(of: campaign.id)
        let hadWork = counts[.planned, default: 0] + counts[.deferred, default: 0] > 0
        let outcome =
            hadWork
            ? try await run.send(stop: stop, onEvent: onEvent) : try run.outcome(nil)
        let status = try StatusReport(
            campaign.id,
            in: workspace.journal,
            zone: workspace.settings.timeZone
        )
        return Result(status: status, outcome: outcome, hadWork: hadWork)
    }
}
