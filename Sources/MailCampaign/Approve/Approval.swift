import MailCore
package import MailJournal

/// Gives an approval, if it means something.
package struct Approval {
    package let workspace: Workspace
    package let campaign: CampaignRecord

    package init(workspace: Workspace, campaign: CampaignRecord) {
        self.workspace = workspace
        self.campaign = campaign
    }

    /// Whether the campaign may be approved, and by whoever asks.
    ///
    /// - Throws: `Failure` (3) with the reason why not.
    package func check(digest: String) throws {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        guard Digest(hex: digest) == campaign.digest else {
            throw Failure(
                .refused,
                "the digest is not that of \(campaign.id); look at it again (einzelpost approve "
                    + "\(campaign.id)) and give the digest it shows, all 64 digits"
            )
        }
        try clearance.checkDecided()
        try clearance.checkTwoPeople(workspace.surroundings.account.text)
        try clearance.checkJournal()
        _ = try clearance.letter()
        let messages = try workspace.journal.deliveryCounts(of: campaign.id)
            .filter { $0.key != .withdrawn }.values.reduce(0, +)
        guard messages > 0 else {
            throw Failure(.refused, "\(campaign.id) has no messages; there is nothing to approve")
        }
    }

    /// Must come after `check`.
    package func record(by name: String) throws {
        try workspace.journal.approve(
            campaign,
            by: name,
            account: workspace.surroundings.account.text,
            at: workspace.surroundings.now()
        )
    }
}
