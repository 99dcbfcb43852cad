import Foundation
import MailCore
import MailJournal

/// Asks the process that is sending a campaign to stop, and waits for its end.
///
/// What is in flight ends, nothing new begins, and `resume` goes on later.
package struct Stopping {
    private let places: AuthorityPlaces
    private let surroundings: Surroundings

    package init(at places: AuthorityPlaces, in surroundings: Surroundings) {
        self.places = places
        self.surroundings = surroundings
    }

    /// What came of it.
    package struct Result: Sendable {
        package let status: StatusReport
        /// Whether a process was sending.
        package let wasRunning: Bool
    }

    /// Longer than anything in flight takes: the final dot has ten minutes (RFC 5321 section 4.5.3.2.6).
    private static let patience = Duration.seconds(11 * 60)

    /// - Parameter id: The campaign.
    /// - Returns: Where the campaign stands afterwards.
    /// - Throws: `UnknownCampaign`; `Refusal` if another campaign is being sent, or the process does not end.
    package func run(_ id: String) async throws -> Result {
        let file = try ConfigurationFile(named: places.configuration, in: surroundings)
        let path = file.stateDirectory(option: places.state)
        let began = surroundings.elapsed()
        var asked: Int32?
        while true {
            if let waiting = CountdownSign.shown(in: path),
                Journal.isCampaign(waiting.campaign, named: id)
            {
                guard surroundings.elapsed() - began < Self.patience else {
                    throw Refusal.doesNotStop(campaign: id)
                }
                if let process = waiting.process, process != asked,
                    surroundings.signalStop(process)
                {
                    asked = process
                }
                await surroundings.sleep(.milliseconds(200))
                continue
            }
            do {
                let workspace = try Workspace.open(places, in: surroundings)
                return Result(
                    status: try StatusReport(of: workspace.campaignID(id), in: workspace),
                    wasRunning: asked != nil
                )
            } catch let busy as StateDirectoryError {
                guard case .inUse = busy else { throw busy }
                guard surroundings.elapsed() - began < Self.patience else {
                    throw Refusal.doesNotStop(campaign: id)
                }
                asked = try ask(id, path, busy, asked) ?? asked
            }
            await surroundings.sleep(.milliseconds(200))
        }
    }

    /// - Returns: The process that was asked; nil if nobody is sending, but somebody has the journal.
    private func ask(
        _ id: String,
        _ path: String,
        _ busy: StateDirectoryError,
        _ asked: Int32?
    ) throws -> Int32? {
        guard
            let report = FileManager.default.contents(atPath: "\(path)/progress.json")
                .flatMap(RunningReport.init)
        else { return nil }
        guard Journal.isCampaign(report.campaign, named: id) else {
            throw Refusal.anotherIsSent(campaign: id, other: report.campaign)
        }
        // A report that a killed process has left says nothing of whoever has the journal now.
        guard let process = report.process, process == StateDirectory.holder(of: path),
            process != asked
        else { return nil }
        guard surroundings.signalStop(process) else { throw busy }
        return process
    }
}
