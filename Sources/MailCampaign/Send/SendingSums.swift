package import Foundation
package import MailCore
package import MailJournal

/// How far a sending has come.
package struct SendingSums: Sendable {
    package let campaign: CampaignRecord
    package let zone: TimeZone
    /// When this sending began.
    package let began: Date
    /// Where the messages stand; a deferred one counts as planned, since it still has to go.
    package private(set) var counts: DeliveryCounts
    /// How many verdicts were recorded since it began.
    package private(set) var verdicts = 0

    init(campaign: CampaignRecord, counts: DeliveryCounts, zone: TimeZone, began: Date) {
        self.campaign = campaign
        self.counts = counts
        self.zone = zone
        self.began = began
    }

    /// All messages but the withdrawn ones.
    package var total: Int { counts.live }

    /// Those that still have to go.
    package var open: Int { counts.underWay }

    /// Takes a recorded verdict.
    mutating func note(_ verdict: Verdict) {
        verdicts += 1
        counts[.planned] -= 1
        counts[Self.state(after: verdict)] += 1
    }

    private static func state(after verdict: Verdict) -> DeliveryState {
        switch verdict {
        case .accepted: .accepted
        case .refused: .refused
        case .deferred: .planned
        case .unknown: .unknown
        }
    }
}
