import MailCore
import MailJournal

/// Gives an approval, if it means something.
struct Approval {
    let workspace: Workspace
    let campaign: CampaignRecord

    /// Whether the campaign may be approved, and by whoever asks.
    ///
    /// - Throws: `Failure` (3) with the reason why not.
    func check(digest: String) throws {
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
        try clearance.checkTwoPeople(Live.account.text)
        try clearance.checkJournal()
        _ = try clearance.letter()
        let messages = try workspace.journal.deliveryCounts(of: campaign.id)
            .filter { $0.key != .withdrawn }.values.reduce(0, +)
        guard messages > 0 else {
            throw Failure(.refused, "\(campaign.id) has no messages; there is nothing to approve")
        }
    }

    /// On a terminal, the approver types two figures from their own view; elsewhere the digest is
    /// the confirmation.
    ///
    /// - Throws: `Failure` (3) if they are wrong three times.
    func confirm(_ view: CampaignView) throws {
        guard Terminal.inputIsTerminal else { return }
        let isRight =
            Confirmation.ask("\nTo approve, type the number of messages: ") {
                Confirmation.number(in: $0) == view.report.messages
            }
            && Confirmation.ask("And the day of the last appointment (as 31.12.2026): ") {
                Confirmation.day(in: $0) == view.lastDay
            }
        guard isRight else {
            throw Failure(
                .refused,
                "that is not what the view says; \(campaign.id) has not been approved"
            )
        }
    }

    /// Must come after both checks.
    func record(by name: String) throws {
        try workspace.journal.approve(
            campaign,
            by: name,
            account: Live.account.text,
            at: Live.now()
        )
    }
}
