package import Foundation
package import MailCore
package import MailJournal

/// Where a campaign stands.
package struct StatusReport: Sendable {
    package enum State: String, Sendable {
        case planned, approved, sending, paused, finished, erased
    }

    package let campaign: CampaignRecord
    package let state: State
    package let deliveries: DeliveryCounts
    /// Rows that could not be read, and of which nobody has said what they are.
    package let unread: Int
    /// Rows that no message tells, or will tell by itself, and that wait for nobody's decision.
    package let unreached: Int
    package let zone: TimeZone
    package let startedAt: Date?
    /// Of just the digest that it has; nil if nobody has given it.
    package let approval: ApprovalRecord?
    /// What keeps it from being sent and erased; nil if nothing does.
    package let incident: IncidentRecord?
    /// When a process that waits will begin to send it (ISO 8601); nil if none does.
    package let begins: String?

    init(
        campaign: CampaignRecord,
        state: State,
        deliveries: DeliveryCounts,
        unread: Int,
        unreached: Int,
        zone: TimeZone,
        startedAt: Date?,
        approval: ApprovalRecord?,
        incident: IncidentRecord?,
        begins: String? = nil
    ) {
        self.begins = begins
        self.campaign = campaign
        self.state = state
        self.deliveries = deliveries
        self.unread = unread
        self.unreached = unreached
        self.zone = zone
        self.startedAt = startedAt
        self.approval = approval
        self.incident = incident
    }

    /// From the journal, under its lock: nobody else can be sending.
    package init(of id: String, in workspace: Workspace) throws {
        try self.init(id, in: workspace.journal, zone: workspace.settings.timeZone)
    }

    /// From the journal, under its lock: nobody else can be sending.
    init(_ id: String, in journal: Journal, zone: TimeZone) throws {
        let campaign = try journal.campaign(id)
        let deliveries = try journal.deliveryCounts(of: id)
        let approval = try journal.approval(of: campaign)
        self.init(
            campaign: campaign,
            state: Self.state(of: campaign, isApproved: approval != nil),
            deliveries: deliveries,
            unread: try journal.unreadRows(of: id),
            unreached: campaign.erasedAt == nil
                ? try journal.unreachedRows(of: id).filter { !$0.key.waitsForDecision }.values
                    .reduce(0, +) : 0,
            zone: zone,
            startedAt: campaign.startedAt,
            approval: approval,
            incident: try journal.openIncident(of: id),
            begins: CountdownSign.shown(in: journal.directory.path)
                .flatMap { $0.campaign == id ? $0.begins : nil }
        )
    }

    private static func state(of campaign: CampaignRecord, isApproved: Bool) -> State {
        if campaign.erasedAt != nil { return .erased }
        if campaign.finishedAt != nil { return .finished }
        if campaign.startedAt != nil { return .paused }
        return isApproved ? .approved : .planned
    }

    package var messages: Int { deliveries.total }

    /// Nil unless paused.
    package var stoppedBecause: Kept<PauseReason>? {
        guard state == .paused else { return nil }
        guard let reason = campaign.pausedBecause else { return .fact(.programEnded) }
        // What was written when sending stopped may be over by now; this is not.
        let unknown = deliveries[.unknown]
        return unknown > 0 && deliveries.open == 0 ? .fact(.unknown(messages: unknown)) : reason
    }
}
