import ArgumentParser
import Foundation
import MailCore
import MailJournal
import MailSending

/// Sends an approved campaign and reports how it ended.
struct Sending {
    let workspace: Workspace
    let campaign: CampaignRecord
    let asOf: Date?
    /// Whether somebody said that the state directory may go on in another place.
    let moved: Bool

    /// - Returns: How the program shall end.
    func run(format: OutputFormat) async throws -> ExitStatus {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.check(asOf: asOf, moved: moved)
        let letter = try clearance.letter()
        let run = CampaignRun(
            journal: workspace.journal,
            campaign: campaign,
            letter: letter,
            settings: workspace.settings,
            relay: try workspace.file.relay()
        )
        let counts = try workspace.journal.deliveryCounts(of: campaign.id)
        var ending: ExitStatus
        if counts[.planned, default: 0] + counts[.deferred, default: 0] > 0 {
            let reason = try await run.send()
            ending = try run.status(after: reason)
            if let reason { Terminal.complain("Stopped: \(reason.text)") }
        } else {
            Terminal.complain("Nothing is left to send.")
            ending = try run.status(after: nil)
        }
        let status = try StatusReport(
            campaign.id,
            in: workspace.journal,
            zone: workspace.settings.timeZone
        )
        Terminal.show(format == .json ? status.json.formatted : status.text)
        return ending
    }
}
