package import Foundation
package import MailCore
package import MailJournal

/// What happens while a campaign is sent, for whoever watches.
package enum SendingEvent: Sendable {
    /// Connections are about to be opened.
    case began(SendingStart)
    /// A verdict was recorded.
    case verdict(Verdict)
    /// Nothing is in flight any more.
    case ended
}

/// Where a campaign stands when its sending begins.
package struct SendingStart: Sendable {
    package let campaign: CampaignRecord
    package let counts: DeliveryCounts
    package let zone: TimeZone
    /// The file in which the sums may be kept for other processes.
    package let file: String
}
