import Foundation
import MailCore
import MailJournal
import MailRehearsal

/// Sends a whole campaign to the built-in mail server, through the same code, from a copy of the
/// journal.
///
/// The campaign's own deliveries stay as they are.
struct Rehearsal {
    let workspace: Workspace
    let campaign: CampaignRecord
    let letter: Letter
    /// Where the messages are kept; nil to look at the numbers only.
    let output: String?

    /// What came of it.
    struct Result {
        let status: StatusReport
        let transactions: Int
        let maxRecipients: Int
        let keptIn: String?
        let exitStatus: ExitStatus
    }

    func run() async throws -> Result {
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
            relay: Relay(host: relay.host, port: relay.port, security: relay.security)
        )
        let reason = try await run.send()
        let result = Result(
            status: try StatusReport(campaign.id, in: copy, zone: workspace.settings.timeZone),
            transactions: server.summary.transactions,
            maxRecipients: server.summary.maximumRecipientsPerTransaction,
            keptIn: output,
            exitStatus: try run.status(after: reason)
        )
        await server.stop()
        try copy.close()
        return result
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
            throw Failure(.state, "\(path): the folder cannot be created")
        }
    }
}

extension Rehearsal.Result {
    var text: String {
        var lines = [
            "Rehearsal of \(status.campaign.id): nothing has left this machine.",
            "\(transactions) transactions, at most \(maxRecipients) recipient in each",
            status.text.split(separator: "\n").dropFirst().filter { $0.hasPrefix(" ") }
                .joined(separator: "\n"),
        ]
        if let keptIn { lines.append("The messages lie in \(keptIn)") }
        return lines.joined(separator: "\n")
    }

    var json: JSON {
        guard case .object(var object) = status.json else { return status.json }
        object["rehearsal"] = [
            "transactions": .number(transactions),
            "max_recipients_per_transaction": .number(maxRecipients),
            "messages_in": .text(keptIn),
        ]
        return .object(object)
    }
}
