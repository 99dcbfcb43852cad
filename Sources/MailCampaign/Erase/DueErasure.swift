import MailCore
import MailJournal

/// Erases whatever is due by the retention of the configuration, as a timer does it every day.
package struct DueErasure {
    private let workspace: Workspace

    package init(in workspace: Workspace) { self.workspace = workspace }

    /// What came of it; campaigns by their ids.
    package struct Result: Sendable {
        /// Whose people were erased now.
        package var erased: [String] = []
        /// Of which it is no longer known who was told.
        package var forgotten: [String] = []
        /// Due, and held or frozen by an incident.
        package var held: [String] = []
        /// Due, and not at their end: somebody must settle them first.
        package var unsettled: [String] = []
    }

    /// - Returns: What came of it.
    /// - Throws: `JournalError`; what was erased before stays erased.
    package func run() throws -> Result {
        var result = Result()
        let journal = workspace.journal
        let today = LocalDay(of: workspace.surroundings.now(), in: workspace.settings.timeZone)
        for campaign in try journal.campaigns() {
            let last = try workspace.lastDay(of: campaign)
            let retention = workspace.settings.retention
            if campaign.erasedAt == nil, today >= Retention.due(retention.people, after: last) {
                try erase(campaign, &result)
            }
            if today >= Retention.due(retention.notified, after: last), campaign.heldBecause == nil,
                try journal.openIncident(of: campaign.id) == nil,
                try journal.forgetNotices(of: campaign.id) > 0
            {
                result.forgotten.append(campaign.id)
            }
        }
        return result
    }

    private func erase(_ campaign: CampaignRecord, _ result: inout Result) throws {
        do {
            _ = try CampaignErasure(of: campaign.id, in: workspace).run(confirmedBy: .nobody)
            result.erased.append(campaign.id)
        } catch Refusal.held, Refusal.frozen {
            result.held.append(campaign.id)
        } catch Refusal.notSettled {
            result.unsettled.append(campaign.id)
        }
    }
}

extension Workspace {
    /// The day from which the retention of a campaign counts: that of its last appointment, or of planning
    /// where that was later or no appointment has a time.
    func lastDay(of campaign: CampaignRecord) throws -> LocalDay {
        let planned = LocalDay(of: campaign.plannedAt, in: settings.timeZone)
        return max(try journal.lastStart(of: campaign.id)?.local.day ?? planned, planned)
    }
}
