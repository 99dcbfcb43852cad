import Foundation
import MailCore
import MailJournal

/// Where a campaign stands.
struct StatusReport {
    enum State: String {
        case planned, approved, sending, paused, finished, erased
    }

    let campaign: CampaignRecord
    let state: State
    let deliveries: [DeliveryState: Int]
    let zone: TimeZone
    let startedAt: Date?

    init(
        campaign: CampaignRecord,
        state: State,
        deliveries: [DeliveryState: Int],
        zone: TimeZone,
        startedAt: Date?
    ) {
        self.campaign = campaign
        self.state = state
        self.deliveries = deliveries
        self.zone = zone
        self.startedAt = startedAt
    }

    /// From the journal, under its lock: nobody else can be sending.
    init(_ id: String, in journal: Journal, zone: TimeZone) throws {
        let campaign = try journal.campaign(id)
        let deliveries = try journal.deliveryCounts(of: id)
        let isApproved = try journal.approval(of: campaign) != nil
        self.init(
            campaign: campaign,
            state: Self.state(of: campaign, isApproved: isApproved),
            deliveries: deliveries,
            zone: zone,
            startedAt: campaign.startedAt
        )
    }

    private static func state(of campaign: CampaignRecord, isApproved: Bool) -> State {
        if campaign.erasedAt != nil { return .erased }
        if campaign.finishedAt != nil { return .finished }
        if campaign.startedAt != nil { return .paused }
        return isApproved ? .approved : .planned
    }

    var messages: Int { deliveries.values.reduce(0, +) }

    /// Nil unless paused.
    var stoppedBecause: String? {
        guard state == .paused else { return nil }
        return campaign.pausedBecause ?? "the program ended in the middle"
    }

    var json: JSON {
        [
            "campaign": .text(campaign.id),
            "state": .text(state.rawValue),
            "messages": .number(messages),
            "deliveries": .object(
                Dictionary(
                    uniqueKeysWithValues: DeliveryState.allCases.map {
                        ($0.rawValue, .number(deliveries[$0] ?? 0))
                    }
                )
            ),
            "started_at": .text(startedAt?.iso8601(in: zone)),
            "finished_at": .text(campaign.finishedAt?.iso8601(in: zone)),
            "stopped_because": .text(stoppedBecause),
        ]
    }

    var text: String {
        var lines = ["\(campaign.id): \(state.rawValue), \(messages.with("message"))"]
        for kind in DeliveryState.allCases where (deliveries[kind] ?? 0) > 0 {
            let count = String(deliveries[kind] ?? 0)
            lines.append(count.leftPadded(to: 8) + "  " + kind.explanation)
        }
        if let stoppedBecause { lines.append("Stopped: \(stoppedBecause)") }
        lines += next.map { "Next: \($0)" }
        return lines.joined(separator: "\n")
    }

    private var next: [String] {
        let open = [DeliveryState.planned, .deferred].reduce(0) { $0 + (deliveries[$1] ?? 0) }
        let asOf = campaign.asOf.map { " --as-of \($0.iso8601(in: zone).prefix(16))" } ?? ""
        var steps: [String] = []
        switch state {
        case .planned: steps.append("einzelpost approve \(campaign.id) (shows it first)")
        case .approved: steps.append("einzelpost send \(campaign.id)\(asOf)")
        case .paused where open > 0: steps.append("einzelpost resume \(campaign.id)\(asOf)")
        case .paused, .sending, .finished, .erased: break
        }
        if deliveries[.unknown, default: 0] > 0 {
            steps.append("einzelpost rows \(campaign.id) --delivery unknown, then resolve --help")
        }
        if deliveries[.refused, default: 0] > 0 {
            steps.append(
                "reach the others another way: einzelpost lists \(campaign.id) --output FILE"
            )
        }
        return steps
    }
}

extension DeliveryState {
    /// For people; “accepted” is never called delivered.
    var explanation: String {
        switch self {
        case .planned: "planned: not begun"
        case .sending: "sending: in flight"
        case .deferred: "deferred: to be tried again"
        case .unknown: "unknown: the relay may have it; a person must rule"
        case .accepted: "accepted by the relay"
        case .refused: "refused: must be reached another way"
        case .withdrawn: "withdrawn"
        }
    }
}

extension String {
    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}

extension StatusReport {
    /// The zone the campaign was planned in.
    static func zone(of campaign: CampaignRecord) throws -> TimeZone {
        guard let zone = TimeZone(identifier: campaign.facts.timeZone) else {
            throw JournalError("the campaign's time zone is unknown on this machine")
        }
        return zone
    }
}
