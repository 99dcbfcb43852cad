import Foundation
package import MailCore
package import MailJournal
import MailRehearsal

/// Sends a whole campaign to the built-in mail server, through the same code, from a copy of the
/// journal.
///
/// The campaign's own deliveries stay as they are.
package struct Rehearsal {
    package let workspace: Workspace
    package let campaign: CampaignRecord
    package let letter: Letter
    /// Where the messages are kept; nil to look at the numbers only.
    package let output: String?

    package init(workspace: Workspace, campaign: CampaignRecord, letter: Letter, output: String?) {
        self.workspace = workspace
        self.campaign = campaign
        self.letter = letter
        self.output = output
    }

    /// What came of it.
    package struct Result {
        package let status: StatusReport
        package let transactions: Int
        package let maxRecipients: Int
        package let keptIn: String?
        package let outcome: SendingOutcome
    }

    package func run(
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> Result {
        let folder = workspace.journal.directory.path + "/" + Self.folderName
        try Self.makePrivate(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let messages = output ?? folder + "/messages"
        try Self.makePrivate(messages)
        let server = try await RehearsalServer.start(keeping: .messages(in: messages))
        let copy = try workspace.journal.copyForRehearsal(
            of: campaign.id,
            in: try StateDirectory(at: folder + "/state")
        )
        let relay = RelaySettings(host: "127.0.0.1", port: server.port, security: .none)
        let run = CampaignRun(
            journal: copy,
            campaign: try copy.campaign(campaign.id),
            letter: letter,
            settings: workspace.settings.rehearsing(on: relay),
            relay: Relay(host: relay.host, port: relay.port, security: relay.security),
            surroundings: workspace.surroundings
        )
        let outcome = try await run.send(stop: StopRequest(), onEvent: onEvent)
        let result = Result(
            status: try StatusReport(campaign.id, in: copy, zone: workspace.settings.timeZone),
            transactions: server.summary.transactions,
            maxRecipients: server.summary.maximumRecipientsPerTransaction,
            keptIn: output,
            outcome: outcome
        )
        await server.stop()
        try copy.close()
        return result
    }

    private static let folderName = "rehearsal"

    /// Takes away what a killed rehearsal left behind.
    ///
    /// Must run under the directory's lock.
    package static func cleanUp(in directory: StateDirectory) {
        try? FileManager.default.removeItem(atPath: directory.path + "/" + folderName)
    }

    /// Makes a new folder that only its owner can read.
    package static func makePrivate(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw Failure(.state, "\(path): the folder cannot be created")
        }
    }
}
