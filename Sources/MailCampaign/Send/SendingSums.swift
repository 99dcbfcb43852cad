package import Foundation
package import MailCore
package import MailJournal
package import MailSending

/// How far a sending has come.
package struct SendingSums: Sendable {
    package let campaign: CampaignRecord
    package let zone: TimeZone
    /// When this sending began.
    package let began: Date
    /// Where the messages stand; a deferred one counts as planned, since it still has to go.
    package private(set) var counts: DeliveryCounts
    /// What slows it down or makes it wait.
    package private(set) var course = SendingCourse()
    private let openAtFirst: Int

    init(campaign: CampaignRecord, counts: DeliveryCounts, zone: TimeZone, began: Date) {
        self.campaign = campaign
        self.counts = counts
        openAtFirst = counts.underWay
        self.zone = zone
        self.began = began
    }

    /// All messages but the withdrawn ones.
    package var total: Int { counts.live }

    /// Those that still have to go.
    package var open: Int { counts.underWay }

    /// Those that have come to an end.
    package var gone: Int { total - open }

    /// Those that have come to an end since it began.
    package var ended: Int { openAtFirst - open }

    mutating func note(_ course: SendingCourse) {
        self.course = course
    }

    /// Takes what became of a message that still had to go.
    mutating func note(_ conclusion: DeliveryState, _ course: SendingCourse) {
        note(course)
        guard !conclusion.isOpen else { return }
        counts[.planned] -= 1
        counts[conclusion] += 1
    }

    /// How many messages a second have come to an end since this sending began.
    ///
    /// - Parameter now: On the same clock as `began`.
    /// - Returns: At least 0.
    package func rate(at now: Date) -> Double {
        Double(ended) / max(now.timeIntervalSince(began), 0.001)
    }

    /// When the last message will have gone if it goes on like this; nil if nothing is left, or if
    /// nothing has gone yet.
    package func expectedEnd(at now: Date) -> Date? {
        course.expectedEnd(of: open, rate: rate(at: now), at: now)
    }
}
