package import Foundation
package import MailCore
package import MailJournal

/// What became of a campaign, for the file: numbers, times and who answered for it.
///
/// No personal data of those who were written to.
package struct CampaignReport: Sendable {
    package let plan: PlanReport
    package let status: StatusReport
    package let verification: Verification
    package let acceptances: Acceptances
    /// Who still has to be reached another way, by channel; nil once nobody is kept any more.
    package let unreached: [ContactChannel: Int]?
    package let incidents: [IncidentRecord]
    package let followUps: [StatusReport]
    /// The day on which its people are due to be erased.
    package let eraseOn: LocalDay
    package let writtenAt: Date

    package var campaign: CampaignRecord { plan.campaign }
    package var zone: TimeZone { plan.zone }

    /// - Throws: `UnknownCampaign`.
    package init(of id: String, in workspace: Workspace) throws {
        let (journal, settings) = (workspace.journal, workspace.settings)
        plan = try PlanReport(id, in: journal, zone: settings.timeZone)
        status = try StatusReport(of: id, in: workspace)
        verification = try Verification(of: plan.campaign, in: journal)
        acceptances = try journal.acceptances(of: id)
        unreached =
            plan.campaign.erasedAt == nil && journal.hasKey(of: id)
            ? try Listing(of: id, in: workspace).list.ways : nil
        incidents = try journal.incidents(of: id)
        followUps = try journal.campaigns().filter { $0.facts.followUp?.campaign == id }
            .map { try StatusReport(of: $0.id, in: workspace) }
        let last = try workspace.lastDay(of: plan.campaign)
        eraseOn = Retention.due(settings.retention.people, after: last)
        writtenAt = workspace.surroundings.now()
    }

    /// How many messages were accepted in each stretch of time, without a gap; at most 30 stretches.
    package var timeline: (minutes: Int, counts: [(from: Date, messages: Int)]) {
        guard let span = acceptances.span else { return (1, []) }
        let seconds = span.upperBound.timeIntervalSince(span.lowerBound)
        let minutes =
            [1, 2, 5, 10, 30, 60, 180, 360, 720, 1_440, 10_080].first {
                seconds / Double($0 * 60) < 29
            } ?? 43_200
        let step = Double(minutes * 60)
        let first = (span.lowerBound.timeIntervalSince1970 / step).rounded(.down)
        let last = (span.upperBound.timeIntervalSince1970 / step).rounded(.down)
        let counts = Dictionary(
            grouping: acceptances.moments,
            by: { Int(($0.timeIntervalSince1970 / step).rounded(.down)) }
        )
        return (
            minutes,
            (Int(first)...Int(last)).map {
                (Date(timeIntervalSince1970: Double($0) * step), counts[$0]?.count ?? 0)
            }
        )
    }

    /// Messages that a person has ruled to be accepted, without a reply of the relay.
    package var ruledAccepted: Int {
        max(0, status.deliveries[.accepted] - acceptances.moments.count)
    }
}
