import Foundation
import MailCore
import MailJournal
import MailRehearsal

/// The main job on the example schedule, against the built-in mail server.
struct Demonstration {
    /// A folder that does not exist yet, for state, messages and report.
    let output: String

    /// - Returns: How the program shall end: whatever `verify` says.
    func run() async throws -> ExitStatus {
        guard let examples = ShippedFiles.find("Examples") else {
            throw Failure(.configuration, "the folder Examples did not come along with the program")
        }
        guard !FileManager.default.fileExists(atPath: output) else {
            throw Failure(.usage, "\(output) is there already; give a new folder: --output DIR")
        }
        for folder in [output, messages] { try Rehearsal.makePrivate(folder) }
        let server = try await RehearsalServer.start(keeping: .messages(in: messages))
        let workspace = try workspace(examples: examples, port: server.port)
        let id = try plan(examples + "/impftermine.csv", in: workspace)
        let ending = try await send(id, in: workspace)
        await server.stop()
        guard ending == .done else { return ending }
        return try prove(id, in: workspace, server: server.summary)
    }

    private var messages: String { output + "/messages" }

    /// The example's configuration, with the built-in server as its relay.
    private func workspace(examples: String, port: Int) throws -> Workspace {
        let example = try String(contentsOfFile: examples + "/einzelpost.toml", encoding: .utf8)
        let config =
            example
            .replacing("smtp://127.0.0.1:2525", with: "smtp://127.0.0.1:\(port)")
            .replacing("pause_seconds = 1 ", with: "pause_seconds = 0 ")
        let path = output + "/einzelpost.toml"
        try Data(config.utf8).write(to: URL(filePath: path))
        var options = CommonOptions()
        options.config = path
        options.state = output + "/state"
        options.templates = ShippedFiles.find("Templates")
        options.format = .text
        return try Workspace(options)
    }

    private func plan(_ file: String, in workspace: Workspace) throws -> String {
        let zone = workspace.settings.timeZone
        let choice = Planning.Choice(
            file: file,
            days: try LocalMoment.day(
                "2021-03-16",
                option: ""
            )...LocalMoment.day("2021-03-21", option: ""),
            services: ["AstraZeneca"],
            sites: [],
            template: "termin-absage",
            reading: ReadingOptions(),
            expected: nil,
            leftOut: [],
            asOf: try LocalMoment.parse("2021-03-15T18:00", in: zone, option: "")
        )
        let id = try Planning(workspace: workspace, choice: choice).run()
        Terminal.show(try CampaignView(of: id, in: workspace, isMasked: false).text + "\n")
        return id
    }

    private func send(_ id: String, in workspace: Workspace) async throws -> ExitStatus {
        let campaign = try workspace.journal.campaign(id)
        let approval = Approval(workspace: workspace, campaign: campaign)
        try approval.check(digest: campaign.digest.hex)
        try approval.record(by: "Demonstration")
        return try await Sending(
            workspace: workspace,
            campaign: campaign,
            asOf: campaign.asOf,
            moved: false
        ).run(format: .text)
    }

    private func prove(
        _ id: String,
        in workspace: Workspace,
        server: RehearsalSummary
    ) throws -> ExitStatus {
        let result = try Verification(of: workspace.journal.campaign(id), in: workspace.journal)
        try Data(result.json.formatted.utf8).write(to: URL(filePath: output + "/verify.json"))
        let document = try Proving(workspace: workspace).proof(of: result.campaign)
        try NewFile.write(document.octets, to: output + "/proof.json")
        Terminal.show(
            """

            \(result.text)

            The mail server's own count: \(server.transactions) messages, at most \
            \(server.maximumRecipientsPerTransaction) recipient in each.
            Messages with their envelopes: \(messages)
            Result of verify: \(output)/verify.json
            Signed proof, to be checked anywhere with “verify --proof”: \(output)/proof.json
            Nothing has left this machine; everybody in the example is made up.
            """
        )
        let agrees =
            server.transactions == result.evidence.transactions
            && server.maximumRecipientsPerTransaction == result.evidence.maxRecipients
        return result.isOK && agrees ? .done : .refused
    }
}
