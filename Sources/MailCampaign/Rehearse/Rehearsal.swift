import Foundation
import MailCore
import MailJournal
import MailRehearsal

/// Sends a whole campaign to the built-in mail server, through the same code, from a copy of the
/// journal.
///
/// The campaign's own deliveries stay as they are.
package struct Rehearsal {
    private let workspace: Workspace
    private let campaign: CampaignRecord
    private let output: String?

    /// - Parameters:
    ///   - id: The campaign.
    ///   - workspace: The authority.
    ///   - output: Where the messages are kept; nil to look at the numbers only.
    /// - Throws: `UnknownCampaign`.
    package init(of id: String, in workspace: Workspace, output: String?) throws {
        self.workspace = workspace
        campaign = try workspace.journal.campaign(id)
        self.output = output
    }

    /// What came of it.
    package struct Result: Sendable {
        package let status: StatusReport
        package let transactions: Int
        package let maxRecipients: Int
        package let keptIn: String?
        package let outcome: SendingOutcome
    }

    /// - Parameters:
    ///   - stop: How to stop it.
    ///   - onEvent: Told what happens, on any thread.
    /// - Returns: What came of it.
    /// - Throws: `Refusal` if configuration or template are not those of the plan any more.
    package func run(
        stop: StopRequest,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> Result {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        let letter = try clearance.letter()
        let folder = workspace.journal.directory.path + "/" + Self.folderName
        try Self.makePrivate(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let server = try await RehearsalServer.start(keeping: keeping())
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
            access: RelayAccess(
                to: Relay(host: relay.host, port: relay.port, security: relay.security)
            ),
            surroundings: workspace.surroundings
        )
        let outcome = try await run.send(stop: stop, onEvent: onEvent)
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

    /// Nothing is written that nobody asked for: messages name people.
    private func keeping() throws -> RehearsalKeeping {
        guard let output else { return .nothing }
        guard try PrivateFolder(at: output, isHidden: true).isEmpty else {
            throw FileError.isThere(output, .folder)
        }
        return .messages(in: output)
    }

    private static let folderName = "rehearsal"

    /// Takes away what a killed rehearsal left behind.
    ///
    /// Must run under the directory's lock.
    static func cleanUp(in directory: StateDirectory) {
        try? FileManager.default.removeItem(atPath: directory.path + "/" + folderName)
    }

    /// Makes a new folder that only its owner can read.
    static func makePrivate(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw FileError.folderNotCreated(path)
        }
    }
}
