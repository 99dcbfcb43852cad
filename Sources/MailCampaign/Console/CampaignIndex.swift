import MailJournal

/// Every campaign of the journal, the latest first.
package struct CampaignIndex: Sendable {
    /// A campaign, and how many rows of it wait for somebody.
    package struct Entry: Sendable {
        package let status: StatusReport
        package let waiting: Int
    }

    package let entries: [Entry]

    package init(of workspace: Workspace) throws {
        let journal = workspace.journal
        entries = try journal.campaigns().reversed().map { campaign in
            Entry(
                status: try StatusReport(of: campaign.id, in: workspace),
                waiting: campaign.erasedAt == nil
                    ? try journal.undecidedRows(of: campaign.id) : 0
            )
        }
    }
}
