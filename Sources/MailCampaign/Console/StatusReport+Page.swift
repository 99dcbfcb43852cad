import Foundation
package import MailCore
import MailJournal

/// What a page shows of where a campaign stands, without the journal's own types.
extension StatusReport {
    package var id: String { campaign.id }

    /// The file it was planned from; nil for a follow-up.
    package var file: String? { campaign.facts.followUp == nil ? campaign.facts.source : nil }

    /// The days whose appointments it is about.
    package var days: Sentence {
        let (first, last) = (
            Sentence(day: campaign.facts.firstDay), Sentence(day: campaign.facts.lastDay)
        )
        return first == last
            ? first : Sentence(en: "\(first) to \(last)", de: "\(first) bis \(last)")
    }

    /// Why sending stopped before the end; nil unless it did.
    package var stopWords: Sentence? { stoppedBecause.map(\.words) }

    /// The moment it is judged by instead of now, as somebody types it again; nil for now.
    package var typedMoment: String? {
        campaign.asOf.map { String($0.iso8601(in: zone).prefix(16)) }
    }

    /// The digest's first characters, to compare on two screens: `7F3A-91C0`.
    package var digestCode: String {
        let hex = campaign.digest.hex.uppercased()
        return "\(hex.prefix(4))-\(hex.dropFirst(4).prefix(4))"
    }

    package var digest: String { campaign.digest.hex }

    /// Who has approved it, and when; nil if nobody has.
    package var approvedBy: Sentence? { approvalWords }

    /// By whom it was planned.
    package var plannedBy: Sentence { Sentence(stored: campaign.planner.text) }

    /// When the last message came to an end; nil before.
    package var finishedAt: Sentence? { campaign.finishedAt.map { $0.moment(in: zone) } }
}
