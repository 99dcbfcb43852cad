import MailCore
import MailJournal

/// Gives an approval, if it means something.
package struct Approval {
    private let workspace: Workspace
    private let campaign: CampaignRecord

    package init(of id: String, in workspace: Workspace) throws {
        self.init(of: try workspace.journal.campaign(id), in: workspace)
    }

    init(of campaign: CampaignRecord, in workspace: Workspace) {
        self.workspace = workspace
        self.campaign = campaign
    }

    /// An approval that may be given, with everything it would bind.
    package struct Ready {
        package let view: CampaignView
        fileprivate let workspace: Workspace
    }

    /// Everything that an approval would bind, whether it may be given or not.
    ///
    /// - Parameter isMasked: Whether the view hides addresses and references.
    /// - Returns: The view, and where the campaign stands.
    /// - Throws: `Refusal` if nothing is left of it.
    package func look(isMasked: Bool) throws -> (view: CampaignView, status: StatusReport) {
        try Clearance(workspace: workspace, campaign: campaign).checkNotErased()
        return (
            try CampaignView(of: campaign.id, in: workspace, isMasked: isMasked),
            try StatusReport(of: campaign.id, in: workspace)
        )
    }

    /// - Parameters:
    ///   - digest: As somebody named it.
    ///   - isMasked: Whether the view hides addresses and references.
    /// - Returns: The approval, which only its confirmation is missing from.
    /// - Throws: `Refusal` if the campaign may not be approved, or not by whoever asks.
    package func prepare(digest: String, isMasked: Bool) throws -> Ready {
        try check(digest: digest)
        return Ready(
            view: try CampaignView(of: campaign.id, in: workspace, isMasked: isMasked),
            workspace: workspace
        )
    }

    func check(digest: String) throws {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        guard Digest(hex: digest) == campaign.digest else {
            throw Refusal.digestDiffers(campaign: campaign.id)
        }
        try clearance.checkDecided()
        try clearance.checkTwoPeople(workspace.surroundings.account.official)
        try clearance.checkJournal()
        _ = try clearance.letter()
        guard try workspace.journal.deliveryCounts(of: campaign.id).live > 0 else {
            throw Refusal.noMessages(campaign: campaign.id)
        }
    }

    /// Must come after `check`.
    func record(by name: String) throws {
        try workspace.journal.approve(
            campaign,
            as: name,
            by: workspace.surroundings.account.official,
            at: workspace.surroundings.now()
        )
    }
}

extension Approval.Ready {
    /// - Parameters:
    ///   - name: Who approves, as the journal keeps it.
    ///   - confirmation: That somebody has looked.
    /// - Returns: Where the campaign stands now.
    /// - Throws: `Refusal` if the confirmation is wrong.
    package func approve(
        by name: String,
        confirmation: ApprovalConfirmation
    ) throws -> StatusReport {
        switch confirmation {
        case .digest: break
        case .answers(let answers):
            let questions = view.questions
            let isRight =
                answers.count == questions.count
                && zip(questions, answers).allSatisfy { $0.isAnswered(by: $1) }
            guard isRight else { throw Refusal.wrongFigures(campaign: view.campaign.id) }
        }
        try Approval(of: view.campaign, in: workspace).record(by: name)
        return try StatusReport(of: view.campaign.id, in: workspace)
    }
}
