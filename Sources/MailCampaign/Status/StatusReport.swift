package import Foundation
package import MailCore
package import MailJournal

/// Where a campaign stands.
package struct StatusReport: Sendable {
    package enum State: String, Sendable {
        case planned, approved, sending, paused, finished, erased
    }

    /// What must be done before anything of it can be sent, whatever state it is in.
    package enum Hindrance: String, Sendable {
        /// Its key is not in the key store.
        case keyMissing = "key-missing"
        /// Somebody has said that its key is lost for good.
        case keyLost = "key-lost"
        /// The journal came from elsewhere, and nobody has said how.
        case place
    }

    package let campaign: CampaignRecord
    package let state: State
    package let hindrance: Hindrance?
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
        hindrance: Hindrance? = nil,
        begins: String? = nil
    ) {
        self.hindrance = hindrance
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
            hindrance: try Hindrance(of: campaign, in: journal),
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

extension StatusReport.Hindrance {
    /// Nil for a campaign that has come to its end, or that nothing of the kind keeps from being sent.
    fileprivate init?(of campaign: CampaignRecord, in journal: Journal) throws {
        guard campaign.erasedAt == nil, campaign.finishedAt == nil else { return nil }
        guard journal.hasKey(of: campaign.id) else {
            self = try journal.isLost(campaign) ? .keyLost : .keyMissing
            return
        }
        do {
            try JournalPlace(journal: journal, campaign: campaign.id).check(nil)
            return nil
        } catch is Refusal {
            self = .place
        }
    }
}
