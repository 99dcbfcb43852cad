package import MailCore
import MailJournal

/// Destroys the personal data of a campaign for good; also of a plan that was never approved.
///
/// Numbers, times, hashes and events stay, so that it can still be verified and proven.
package struct CampaignErasure {
    private let workspace: Workspace
    private let campaign: CampaignRecord

    /// - Throws: `UnknownCampaign`.
    package init(of id: String, in workspace: Workspace) throws {
        self.workspace = workspace
        campaign = try workspace.journal.campaign(id)
    }

    /// What came of it.
    package struct Result: Sendable {
        package let status: StatusReport
        /// Whether it was erased before.
        package let wasErased: Bool
        /// Until when it is known who was told; nil if nobody was.
        package let notifiedUntil: LocalDay?
    }

    /// - Parameter respondent: Who can say how many messages the campaign has; nobody need be asked.
    /// - Returns: What came of it.
    /// - Throws: `Refusal` if it must not be erased, or not yet; then nothing has changed.
    package func run(confirmedBy respondent: Respondent) throws -> Result {
        let wasErased = campaign.erasedAt != nil
        if wasErased {
            try workspace.journal.rewrite()
        } else {
            try check()
            try confirm(respondent)
            try workspace.journal.erase(
                campaign,
                by: workspace.surroundings.account.official,
                at: workspace.surroundings.now()
            )
        }
        return Result(
            status: try StatusReport(of: campaign.id, in: workspace),
            wasErased: wasErased,
            notifiedUntil: try notifiedUntil()
        )
    }

    /// - Throws: `Refusal` if it must not be erased, or not yet.
    func check() throws {
        try Clearance(workspace: workspace, campaign: campaign).checkNotFrozen()
        try checkNobodyWasToldElsewhere()
        if let reason = campaign.heldBecause {
            throw Refusal.held(campaign: campaign.id, because: reason)
        }
        // Of a plan that was never sent, or whose keys are lost, nobody can be told any more.
        guard campaign.startedAt != nil, try !workspace.journal.isLost(campaign) else { return }
        let deliveries = try workspace.journal.deliveryCounts(of: campaign.id)
        guard deliveries.underWay == 0 else {
            throw Refusal.notSettled(campaign: campaign.id, open: deliveries.underWay, unknown: 0)
        }
        guard deliveries[.unknown] == 0 else {
            throw Refusal.notSettled(
                campaign: campaign.id,
                open: 0,
                unknown: deliveries[.unknown]
            )
        }
    }

    /// A plan that an older journal, or a copy, calls never sent may have told people since; they must not be forgotten.
    private func checkNobodyWasToldElsewhere() throws {
        guard try workspace.journal.deliveryCounts(of: campaign.id).underWay > 0 else { return }
        try JournalPlace(journal: workspace.journal, campaign: campaign.id).check(nil)
    }

    private func confirm(_ respondent: Respondent) throws {
        let messages = try workspace.journal.deliveryCounts(of: campaign.id).total
        guard ConfirmationQuestion.messages(messages).isConfirmed(by: respondent) ?? true else {
            throw Refusal.notErased(campaign: campaign.id)
        }
    }

    private func notifiedUntil() throws -> LocalDay? {
        let journal = workspace.journal
        let told = try journal.deliveryCounts(of: campaign.id).byState
            .filter { $0.key.countsAsTold && $0.value > 0 }
        guard !told.isEmpty, try journal.knowsNotices(of: campaign.id) else { return nil }
        let last = try workspace.lastDay(of: campaign)
        let days = workspace.settings.retention.notified
        return LocalDay(daysSinceEpoch: last.daysSinceEpoch + days)
    }
}
