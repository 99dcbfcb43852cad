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
    /// - Parameters:
    ///   - isMasked: Whether the view hides addresses and references.
    ///   - place: Where it is seen, as the journal keeps it of a view that hides nothing.
    /// - Returns: The view, and where the campaign stands.
    /// - Throws: `Refusal` if nothing is left of it.
    package func look(isMasked: Bool, in place: String = "approve") throws -> ApprovalView {
        try Clearance(workspace: workspace, campaign: campaign).checkNotErased()
        if !isMasked { try workspace.noteSight(of: campaign.id, in: place) }
        return ApprovalView(
            view: try CampaignView(of: campaign.id, in: workspace, isMasked: isMasked),
            status: try StatusReport(of: campaign.id, in: workspace)
        )
    }

    /// - Parameters:
    ///   - digest: As somebody named it, at least its first characters.
    ///   - isMasked: Whether the view hides addresses and references.
    /// - Returns: The approval, which only its confirmation is missing from.
    /// - Throws: `Refusal` if the campaign may not be approved, or not by whoever asks.
    package func prepare(digest: String, isMasked: Bool) throws -> Ready {
        try check(digest: digest)
        if !isMasked { try workspace.noteSight(of: campaign.id, in: "approve") }
        return Ready(
            view: try CampaignView(of: campaign.id, in: workspace, isMasked: isMasked),
            workspace: workspace
        )
    }

    func check(digest: String) throws {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        guard campaign.digest.isNamed(digest) else {
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
    /// Where nobody can be asked, the digest alone confirms: whoever named it has named all that it
    /// binds.
    ///
    /// - Parameters:
    ///   - name: Who approves, as the journal keeps it.
    ///   - respondent: Who answers the questions of the view.
    /// - Returns: Where the campaign stands now.
    /// - Throws: `Refusal` if an answer is wrong.
    package func approve(
        by name: ApproverName,
        confirmedBy respondent: Respondent
    ) throws -> ApprovalReport {
        for question in view.questions where question.isConfirmed(by: respondent) == false {
            throw Refusal.wrongFigures(campaign: view.campaign.id)
        }
        try Approval(of: view.campaign, in: workspace).record(by: name.text)
        return ApprovalReport(
            view: view,
            status: try StatusReport(of: view.campaign.id, in: workspace)
        )
    }
}
