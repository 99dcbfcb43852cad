import ArgumentParser
import Foundation
import MailCampaign
import MailCore
import MailJournal

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows where campaigns stand.",
        usage: "einzelpost status [<campaign>] [--watch] [<options>]",
        discussion: """
            While another process is sending, the sums of about the last second are shown. \
            “accepted” means accepted by the relay, not delivered.
            """
    )

    @Argument(help: "The campaign; without it, all of them.") var campaign: String?
    @Flag(help: "Look again every two seconds until sending has ended.")
    var watch = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        while try showOnce(), watch {
            await Live.sleep(.seconds(2))
        }
    }

    /// - Returns: Whether another process is sending.
    private func showOnce() throws -> Bool {
        let file = try ConfigurationFile(named: common.config, in: Live.surroundings)
        let path = file.stateDirectory(option: common.state)
        // Looking must not create anything.
        guard StateDirectory.exists(at: path) else {
            if let campaign { throw UnknownCampaign(id: campaign, known: []) }
            show([])
            return false
        }
        do {
            let workspace = try common.open()
            try show(workspace.journal, zone: workspace.settings.timeZone)
            return false
        } catch StateDirectoryError.inUse(let lock) {
            guard try showRunning(path) else { throw StateDirectoryError.inUse(lock) }
            return true
        }
    }

    private func show(_ journal: Journal, zone: TimeZone) throws {
        let chosen = try campaign.map { [try journal.campaign($0)] } ?? journal.campaigns()
        show(try chosen.map { try StatusReport($0.id, in: journal, zone: zone) })
    }

    private func show(_ reports: [StatusReport]) {
        switch common.format {
        case .json where campaign != nil:
            for report in reports { Terminal.show(report.json.formatted) }
        case .json:
            Terminal.show((["campaigns": .list(reports.map(\.json))] as JSON).formatted)
        case .text:
            let texts = reports.map(\.text)
            Terminal.show(
                texts.isEmpty ? "There is no campaign yet." : texts.joined(separator: "\n\n")
            )
        }
    }

    /// What the sending process last wrote; false if there is nothing.
    private func showRunning(_ path: String) throws -> Bool {
        guard let data = FileManager.default.contents(atPath: "\(path)/progress.json"),
            let report = RunningReport(data)
        else { return false }
        if let campaign, campaign != report.campaign { return false }
        Terminal.show(common.format == .json ? report.json(alone: campaign != nil) : report.text)
        return true
    }
}
