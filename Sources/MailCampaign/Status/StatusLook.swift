import Foundation
import MailJournal

/// Looks where campaigns stand, also while another process is sending.
package struct StatusLook {
    /// What was found.
    package enum Finding: Sendable {
        /// Every campaign that was asked for.
        case campaigns([StatusReport])
        /// What the process that is sending last said of itself.
        case running(RunningReport)
    }

    private let places: AuthorityPlaces
    private let surroundings: Surroundings

    package init(at places: AuthorityPlaces, in surroundings: Surroundings) {
        self.places = places
        self.surroundings = surroundings
    }

    /// - Parameters:
    ///   - campaign: Nil for all of them.
    ///   - onOpening: Handed what was opened, with what a run that died has left behind.
    /// - Returns: Where they stand.
    /// - Throws: `UnknownCampaign`; `StateDirectoryError` if another process is busy with others.
    package func look(
        at campaign: String?,
        onOpening: (Workspace) -> Void
    ) throws -> Finding {
        let file = try ConfigurationFile(named: places.configuration, in: surroundings)
        let path = file.stateDirectory(option: places.state)
        // Looking must not create anything.
        guard StateDirectory.exists(at: path) else {
            if let campaign { throw UnknownCampaign(id: campaign, known: []) }
            return .campaigns([])
        }
        do {
            let workspace = try Workspace.open(places, in: surroundings)
            onOpening(workspace)
            let chosen = try campaign.map { [$0] } ?? workspace.journal.campaigns().map(\.id)
            return .campaigns(try chosen.map { try StatusReport(of: $0, in: workspace) })
        } catch StateDirectoryError.inUse(let lock) {
            guard let report = running(in: path), campaign ?? report.campaign == report.campaign
            else { throw StateDirectoryError.inUse(lock) }
            return .running(report)
        }
    }

    private func running(in path: String) -> RunningReport? {
        FileManager.default.contents(atPath: "\(path)/progress.json").flatMap(RunningReport.init)
    }
}
