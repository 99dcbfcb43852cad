import MailJournal
import MailCore
package import Foundation

/// The whole way for one person: a campaign is planned and shown, confirmed by its number of
/// messages, and sent.
package struct Cancellation {
    package let view: CampaignView
    fileprivate let workspace: Workspace

    /// Plans the campaign.
    package init(
        planning choice: Planning.Choice,
        in workspace: Workspace,
        isMasked: Bool
    ) throws {
        let report = try Planning(workspace: workspace, choice: choice).run()
        if !isMasked { try workspace.noteSight(of: report.campaign.id, in: "cancel") }
        view = try CampaignView(of: report.campaign.id, in: workspace, isMasked: isMasked)
        self.workspace = workspace
    }

    /// A campaign that may be sent once somebody confirms it.
    package struct Ready {
        fileprivate let cancellation: Cancellation
    }

    /// A campaign that somebody has confirmed.
    package struct Confirmed {
        fileprivate let cancellation: Cancellation
    }

    /// - Returns: What only a confirmation is missing from.
    /// - Throws: `Refusal` if the campaign may not be sent.
    package func ready() throws -> Ready {
        let campaign = view.campaign
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
    /// - Returns: What may be sent.
    /// - Throws: `Refusal` if nobody can be asked, or does not know it.
    package func confirm(by respondent: Respondent) throws -> Cancellation.Confirmed {
        try cancellation.confirm(by: respondent)
        return Cancellation.Confirmed(cancellation: cancellation)
    }
}

extension Cancellation.Confirmed {
    /// Sends what has been confirmed.
    ///
    /// - Parameters:
    ///   - asOf: The moment the plan was judged by, if somebody has named one.
    ///   - isPatient: Whether to wait for a relay that is away until no message has time left.
    ///   - stop: How to stop it.
    ///   - onEvent: Told what happens.
    /// - Returns: How it ended.
    /// - Throws: `Refusal` if it may not be sent; then nothing has been.
    package func send(
        asOf: Date?,
        isPatient: Bool,
        stop: StopRequest,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> Sending.Result {
        try await Sending(
            of: cancellation.view.campaign.id,
            in: cancellation.workspace,
            asOf: asOf,
            claim: nil,
            isPatient: isPatient
        )
        .run(stop: stop, onEvent: onEvent)
    }
}
