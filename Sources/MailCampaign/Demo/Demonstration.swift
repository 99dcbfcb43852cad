import Foundation
import MailCore
import MailImport
import MailJournal
import MailRehearsal

/// The main job on the example schedule, against the built-in mail server.
package struct Demonstration {
    /// What has been done so far, for whoever watches.
    package enum Step {
        case planned(CampaignView)
        case sent(Sending.Result)
        case verified(Verified)
    }

    /// What came of it.
    package struct Verified {
        package let verification: Verification
        /// By the mail server's own count.
        package let transactions: Int
        package let maxRecipients: Int
        /// Where the messages are.
        package let messages: String
        /// The folder of everything else.
        package let output: String

        /// Whether the mail server agrees with the journal.
        package var isOK: Bool {
            verification.isOK && transactions == verification.evidence.transactions
                && maxRecipients == verification.evidence.maxRecipients
        }
    }

    private let output: String
    private let surroundings: Surroundings

    /// - Parameters:
    ///   - output: A folder that does not exist yet, for state, messages and report.
    ///   - surroundings: Clock, randomness, and who acts.
    package init(output: String, surroundings: Surroundings) {
        self.output = output
        self.surroundings = surroundings
    }

    /// - Returns: Whether everything was sent, and how it was verified; nil if it was not sent.
    package func run(
        stop: StopRequest,
        onStep: (Step) throws -> Void,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> SendingOutcome {
        guard let examples = ShippedFiles.find("Examples", from: surroundings.programFolder) else {
            throw ConfigurationError.notShipped("Examples")
        }
        guard !FileManager.default.fileExists(atPath: output) else {
            throw FileError.isThere(output, .folder)
        }
        for folder in [output, messages] { try Rehearsal.makePrivate(folder) }
        let server = try await RehearsalServer.start(keeping: .messages(in: messages))
        let workspace = try workspace(examples: examples, port: server.port)
        let id = try plan(examples + "/impftermine.csv", in: workspace)
        try onStep(.planned(CampaignView(of: id, in: workspace, isMasked: false)))
        let result = try await send(id, in: workspace, stop: stop, onEvent: onEvent)
        try onStep(.sent(result))
        await server.stop()
        guard result.outcome == .done else { return result.outcome }
        let verified = try prove(id, in: workspace, server: server.summary)
        try onStep(.verified(verified))
        return result.outcome
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
        // A service account takes the configuration of its place alone; the example's is made here, and
        // nobody but this account can have changed it.
        var surroundings = surroundings
        surroundings.environment["EINZELPOST_CONFIG"] = path
        return try Workspace.open(
            AuthorityPlaces(
                configuration: path,
                state: output + "/state",
                templates: ShippedFiles.find("Templates", from: surroundings.programFolder),
                witness: output + "/witness"
            ),
            in: surroundings
        )
    }

    private func plan(_ file: String, in workspace: Workspace) throws -> String {
        let choice = Planning.Choice(
            file: file,
            // 16 to 21 March 2021.
            days: LocalDay(daysSinceEpoch: 18_702)...LocalDay(daysSinceEpoch: 18_707),
            services: ["AstraZeneca"],
            sites: [],
            template: "termin-absage",
            reading: ReadingChoice(),
            expected: nil,
            realRows: [],
            leftOut: [],
            // 18:00 in Berlin on the day before.
            asOf: Date(timeIntervalSince1970: 1_615_827_600)
        )
        return try Planning(workspace: workspace, choice: choice).run().campaign.id
    }

    private func send(
        _ id: String,
        in workspace: Workspace,
        stop: StopRequest,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> Sending.Result {
        let campaign = try workspace.journal.campaign(id)
        let approval = Approval(of: campaign, in: workspace)
        try approval.check(digest: campaign.digest.hex)
        try approval.record(by: "Demonstration")
        return try await Sending(of: id, in: workspace, asOf: campaign.asOf, claim: nil).run(
            stop: stop,
            onEvent: onEvent
        )
    }

    private func prove(
        _ id: String,
        in workspace: Workspace,
        server: RehearsalSummary
    ) throws -> Verified {
        let campaign = try workspace.journal.campaign(id)
        try Proving(in: workspace).proof(of: id).write(to: output + "/proof.json")
        return Verified(
            verification: try Verification(of: campaign, in: workspace.journal),
            transactions: server.transactions,
            maxRecipients: server.maximumRecipientsPerTransaction,
            messages: messages,
            output: output
        )
    }
}
