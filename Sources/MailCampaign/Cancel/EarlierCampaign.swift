import MailCore
import MailJournal

/// A campaign of the same days that is there already, before another one is planned.
package enum EarlierCampaign: Sendable {
    /// Its sending was interrupted: some people of these days have been told.
    case interrupted(StatusReport)
    /// Planned from this very file with the same choice, perhaps with answers, and not sent.
    case planned(StatusReport)

    package var id: String { status.campaign.id }

    var status: StatusReport {
        switch self {
        case .interrupted(let status), .planned(let status): status
        }
    }

    /// The latest one that somebody should go on with instead; nil if there is none.
    ///
    /// - Throws: `FileError` if the file cannot be read.
    package static func latest(
        before choice: Planning.Choice,
        in workspace: Workspace
    ) throws -> EarlierCampaign? {
        let digest = try ScheduleFile(choice.file).readDigest()
        let days = ("\(choice.days.lowerBound)", "\(choice.days.upperBound)")
        for campaign in try workspace.journal.campaigns().reversed() {
            let facts = campaign.facts
            guard campaign.finishedAt == nil, campaign.erasedAt == nil, facts.followUp == nil,
                facts.firstDay <= days.1, days.0 <= facts.lastDay
            else { continue }
            let status = try StatusReport(of: campaign.id, in: workspace)
            if campaign.startedAt != nil {
                if status.deliveries.open > 0 { return .interrupted(status) }
            } else if facts.sourceDigest == digest, (facts.firstDay, facts.lastDay) == days,
                facts.services == choice.services, facts.sites == choice.sites,
                campaign.letter.template.name == choice.template, status.deliveries.live > 0
            {
                return .planned(status)
            }
        }
        return nil
    }
}
