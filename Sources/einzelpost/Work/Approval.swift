import MailCore
import MailJournal

/// Gives an approval, if it means something.
struct Approval {
    let workspace: Workspace
    let campaign: CampaignRecord

    /// - Throws: `Failure` (3) with the reason why this campaign cannot be approved.
    func give(digest: String, by name: String) throws {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        guard Digest(hex: digest) == campaign.digest else {
            throw Failure(
                .refused,
                "the digest is not that of \(campaign.id); look at the plan again and give the "
                    + "digest it shows, all 64 digits"
            )
        }
        try clearance.checkDecided()
        try clearance.checkTwoPeople(Live.account)
        _ = try clearance.letter()
        let messages = try workspace.journal.deliveryCounts(of: campaign.id)
            .filter { $0.key != .withdrawn }.values.reduce(0, +)
        guard messages > 0 else {
            throw Failure(.refused, "\(campaign.id) has no messages; there is nothing to approve")
        }
        try workspace.journal.approve(campaign, by: name, account: Live.account, at: Live.now())
    }
}
