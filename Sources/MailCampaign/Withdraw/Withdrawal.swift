import MailJournal
package import MailCore

/// Takes planned messages out of a campaign.
package struct Withdrawal {
    /// What came of it.
    package struct Result: Sendable {
        package let messages: Int
        /// Rows without a message that were left out.
        package let rows: Int
        /// The campaign's digest now.
        package let digest: Digest
        /// Whether it must be approved again.
        package let isAnother: Bool
        package let status: StatusReport
    }

    private let workspace: Workspace
    private let id: String

    package init(of id: String, in workspace: Workspace) {
        self.workspace = workspace
        self.id = id
    }

    /// - Parameter rows: As a spreadsheet numbers them.
    /// - Returns: What became of them.
    /// - Throws: `WithdrawError` if one of them has nothing to withdraw; then nothing is changed.
    package func run(rows: [Int]) throws -> Result {
        let journal = workspace.journal
        let campaign = try journal.campaign(id)
        let taken = try journal.withdraw(
            rows: rows,
            from: campaign,
            at: workspace.surroundings.now()
        )
        let digest = try journal.campaign(id).digest
        return Result(
            messages: taken.messages,
            rows: taken.rows,
            digest: digest,
            isAnother: digest != campaign.digest,
            status: try StatusReport(of: id, in: workspace)
        )
    }
}
