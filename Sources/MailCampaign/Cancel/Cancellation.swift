import MailJournal
import MailCore

/// The whole way for one person: a campaign is planned and shown, its doubts are settled, and it is confirmed
/// by its number of messages; then it may be sent.
package struct Cancellation {
    package private(set) var view: CampaignView
    fileprivate let workspace: Workspace

    /// Plans the campaign.
    package init(
        planning choice: Planning.Choice,
        in workspace: Workspace,
        isMasked: Bool
    ) throws {
        let report = try Planning(workspace: workspace, choice: choice).run()
        try self.init(of: report.campaign.id, in: workspace, isMasked: isMasked)
    }

    /// Goes on where somebody stopped: with a campaign that is planned.
    ///
    /// - Throws: `UnknownCampaign`; `Refusal` if nothing is left of it.
    package init(of id: String, in workspace: Workspace, isMasked: Bool) throws {
        let campaign = try workspace.journal.campaign(id)
        try Clearance(workspace: workspace, campaign: campaign).checkNotErased()
        if !isMasked { try workspace.noteSight(of: id, in: "cancel") }
        view = try CampaignView(of: id, in: workspace, isMasked: isMasked)
        self.workspace = workspace
    }

    /// Whether sending has begun already, so that nothing is left but to go on with it.
    package var hasBegun: Bool { view.campaign.startedAt != nil }

    /// Asks about everything in doubt.
    ///
    /// - Parameter clerk: Who knows; may leave things for later.
    /// - Throws: `JournalError`, and `Refusal` if the campaign is not what it was.
    package mutating func settleDoubts(with clerk: Clerk) throws {
        guard view.report.holdsOpenRows else { return }
        try DoubtDialogue(about: view.campaign.id, with: clerk, in: workspace).run()
        view = try CampaignView(of: view.campaign.id, in: workspace, isMasked: view.isMasked)
    }

    /// A campaign that may be sent once somebody confirms it.
    package struct Ready {
        fileprivate let cancellation: Cancellation
    }

    /// - Returns: What only a confirmation is missing from.
    /// - Throws: `Refusal` if the campaign may not be sent.
    package func ready() throws -> Ready {
        let campaign = view.campaign
        // Before anybody is asked for the number.
        try JournalPlace(journal: workspace.journal, campaign: campaign.id).check(nil)
        try Approval(of: campaign, in: workspace).check(digest: campaign.digest.hex)
        return Ready(cancellation: self)
    }

    /// What has to be answered before anything is sent.
    fileprivate var question: ConfirmationQuestion { .messages(view.report.deliveries.live) }

    /// Approves the campaign on the word of whoever confirms.
    ///
    /// - Parameter respondent: Who knows the number of messages.
    /// - Throws: `Refusal` if nobody can be asked, or does not know it.
    fileprivate func confirm(by respondent: Respondent) throws {
        let (campaign, messages) = (view.campaign, view.report.deliveries.live)
        guard let isConfirmed = question.isConfirmed(by: respondent) else {
            throw Refusal.confirmationMissing(campaign: campaign.id, messages: messages)
        }
        guard isConfirmed else {
            throw Refusal.notConfirmed(campaign: campaign.id, messages: messages)
        }
        try Approval(of: campaign, in: workspace).record(by: workspace.surroundings.account.text)
    }

    /// Sends it to the built-in mail server instead.
    package func rehearse(
        stop: StopRequest,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> Rehearsal.Result {
        try await Rehearsal(of: view.campaign.id, in: workspace, output: nil)
            .run(stop: stop, onEvent: onEvent)
    }
}

extension Cancellation.Ready {
    /// Approves the campaign on the word of whoever confirms.
    ///
    /// - Parameter respondent: Who knows the number of messages.
    /// - Returns: The campaign that may be sent.
    /// - Throws: `Refusal` if nobody can be asked, or does not know it.
    package func confirm(by respondent: Respondent) throws -> String {
        try cancellation.confirm(by: respondent)
        return cancellation.view.campaign.id
    }
}
