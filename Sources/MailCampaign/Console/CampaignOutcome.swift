package import MailCore

/// What became of a campaign, for a page.
package struct CampaignOutcome: Sendable {
    package let status: StatusReport
    /// What came of checking every promise again; nil where that takes too long to be done unasked.
    package let verification: CampaignVerification?
    /// How many people still have to be reached, by channel; nil once nobody is kept any more.
    package let unreached: [ContactChannel: Int]?
    /// Messages that have not come to an end yet.
    package let underWay: Int
    /// Rows that could not be read, and of which nobody has said what they are: on no list.
    package let unread: Int
    /// Rows that look like tests: on no list.
    package let tests: Int
    /// The day by which a list must be destroyed.
    package let destroyBy: LocalDay?
    package let days: [(day: LocalDay, appointments: Int)]

    /// Every message is written again for it.
    private static let mostUnasked = 5_000

    package init(of id: String, in workspace: Workspace) throws {
        status = try StatusReport(of: id, in: workspace)
        verification =
            status.messages > Self.mostUnasked
            ? nil : try CampaignVerification(of: id, in: workspace)
        let listing = status.state == .erased ? nil : try Listing(of: id, in: workspace)
        unreached = listing?.list.ways
        underWay = listing?.underWay ?? 0
        unread = listing?.unread ?? 0
        tests = listing?.tests ?? 0
        destroyBy = listing?.lastDay
        days =
            status.state == .erased
            ? []
            : try PlanReport(
                id,
                in: workspace.journal,
                zone: workspace.settings.timeZone
            ).days
    }
}

/// What came of checking every promise of a campaign again.
package struct CampaignVerification: Sendable {
    package let isOK: Bool
    package let words: Sentence

    package init(of id: String, in workspace: Workspace) throws {
        let verification = try Verification(of: id, in: workspace)
        isOK = verification.isOK
        words = verification.text
    }
}
