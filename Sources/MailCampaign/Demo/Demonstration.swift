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
        let office = try await ExampleOffice.open(in: output, surroundings: surroundings)
        let workspace = try Workspace.open(office.places, in: office.surroundings)
        let id = try plan(office.schedule, in: workspace)
        try onStep(.planned(CampaignView(of: id, in: workspace, isMasked: false)))
        let result = try await send(id, in: workspace, stop: stop, onEvent: onEvent)
        try onStep(.sent(result))
        await office.close()
        guard result.outcome == .done else { return result.outcome }
        let verified = try prove(id, in: workspace, office: office)
        try onStep(.verified(verified))
        return result.outcome
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
        office: ExampleOffice
    ) throws -> Verified {
        let campaign = try workspace.journal.campaign(id)
        try Proving(in: workspace).proof(of: id).write(to: output + "/proof.json")
        return Verified(
            verification: try Verification(of: campaign, in: workspace.journal),
            transactions: office.summary.transactions,
            maxRecipients: office.summary.maximumRecipientsPerTransaction,
            messages: office.messages,
            output: output
        )
    }
}
