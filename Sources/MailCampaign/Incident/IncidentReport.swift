package import Foundation
package import MailCore
package import MailJournal

/// What is known of an incident: the numbers and facts that a report to the supervisory authority asks for.
///
/// No personal data.
package struct IncidentReport: Sendable {
    package let campaign: CampaignRecord
    package let incident: IncidentRecord
    package let deliveries: DeliveryCounts
    /// Rows whose people were written to, or may have been.
    package let toldRows: Int
    /// Rows whose people were not.
    package let untoldRows: Int
    /// What a message of the campaign shows.
    package let fields: [ShownField]
    package let verification: Verification
    package let approval: ApprovalRecord?
    /// When the first and the last message was accepted; nil if none was.
    package let accepted: ClosedRange<Date>?
    /// Campaigns that follow this one.
    package let followUps: [StatusReport]
    package let privacy: PrivacyFacts
    package let security: Relay.Security
    /// Whether a process was sending and has been stopped.
    package let wasSending: Bool
    package let now: Date
    package let zone: TimeZone

    /// The time that the law gives from the moment somebody knows: article 33 of the GDPR.
    package static let limit: TimeInterval = 72 * 3_600

    init(of id: String, in workspace: Workspace, wasSending: Bool) throws {
        let journal = workspace.journal
        let campaign = try journal.campaign(id)
        guard let incident = try journal.openIncident(of: id) else {
            throw WrongRequest.noIncident(campaign: id)
        }
        var (told, untold) = (0, 0)
        try journal.forEachRow(of: id) { row in
            guard let state = row.state, state.isLive else { return }
            if state.countsAsTold { told += 1 } else { untold += 1 }
        }
        self.campaign = campaign
        self.incident = incident
        self.wasSending = wasSending
        deliveries = try journal.deliveryCounts(of: id)
        toldRows = told
        untoldRows = untold
        fields = ShownField.all(of: try campaign.letter.letter())
        verification = try Verification(of: campaign, in: journal)
        approval = try journal.approval(of: campaign)
        accepted = try journal.acceptances(of: id).span
        followUps = try journal.campaigns().filter { $0.facts.followUp?.campaign == id }
            .map { try StatusReport($0.id, in: journal, zone: workspace.settings.timeZone) }
        privacy = workspace.settings.privacy
        security = workspace.settings.relay.security
        now = workspace.surroundings.now()
        zone = workspace.settings.timeZone
    }

    /// People who were written to, or may have been: each has one message.
    package var people: Int { deliveries.sum(of: \.countsAsTold) }

    /// People who were not.
    package var unsent: Int { deliveries.live - people }

    package var deadline: Date { incident.awareAt.addingTimeInterval(Self.limit) }

    /// Seconds until the deadline; below zero behind it.
    package var secondsLeft: Int { Int(deadline.timeIntervalSince(now)) }
}
