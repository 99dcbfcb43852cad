import Foundation
import MailJournal

/// Looks where campaigns stand, also while another process is sending.
package struct StatusLook {
    private let places: AuthorityPlaces
    private let surroundings: Surroundings

    package init(at places: AuthorityPlaces, in surroundings: Surroundings) {
        self.places = places
        self.surroundings = surroundings
    }

    /// - Parameter campaign: Nil for all of them.
    /// - Returns: Where they stand.
    /// - Throws: `UnknownCampaign`; `StateDirectoryError` if another process is busy with others.
    package func look(at campaign: String?) throws -> StatusFinding {
        let file = try ConfigurationFile(named: places.configuration, in: surroundings)
        let path = file.stateDirectory(option: places.state)
        // Looking must not create anything.
        guard StateDirectory.exists(at: path) else {
            if let campaign { throw UnknownCampaign(id: campaign, known: []) }
            return StatusFinding(.campaigns([]), isOne: false)
        }
        do {
            let workspace = try Workspace.open(places, in: surroundings)
            let chosen =
                try campaign.map { [try workspace.campaignID($0)] }
                ?? workspace.journal.campaigns().map(\.id)
            return StatusFinding(
                .campaigns(try chosen.map { try StatusReport(of: $0, in: workspace) }),
                isOne: campaign != nil,
                notes: workspace.notes()
            )
        } catch StateDirectoryError.inUse(let lock) {
            guard let report = running(in: path),
                campaign.map({ Journal.isCampaign(report.campaign, named: $0) }) ?? true
            else { throw StateDirectoryError.inUse(lock) }
            return StatusFinding(.running(report), isOne: campaign != nil)
        }
    }

    private func running(in path: String) -> RunningReport? {
        FileManager.default.contents(atPath: "\(path)/progress.json").flatMap(RunningReport.init)
    }
}
