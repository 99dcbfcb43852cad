import Foundation
import MailCore
import MailJournal

/// What becomes of a row of the earlier campaign in the new one.
///
/// No class for what the schedule says: that was judged before, and these people were written to.
struct FollowUpJudgement {
    let earlier: CampaignRecord
    let followUp: FollowUp
    /// The new campaign's present.
    let present: Date
    let leftOut: Set<Int>
    let zone: TimeZone

    func judge(_ earlier: EarlierRow, _ notices: EarlierNotices) throws -> ClassifiedRow {
        var row = earlier.row
        row.reasons = [reason(earlier)]
        if leftOut.contains(row.row), let left = row.leftOut { return left }
        let last = row.starts.map(\.instant).max()
        if followUp.deadline == .appointment, let last, last < present {
            row.rowClass = .past
        } else if let told = try notices.told(row), !followUp.isRepeated {
            row.rowClass = .alreadyNotified
            row.reasons.append(.toldWithTemplate(campaign: told))
        }
        return row
    }

    /// What the person got before.
    private func reason(_ row: EarlierRow) -> RowReason {
        let at = row.at?.iso8601(in: zone)
        return .before(
            template: followUp.earlierTemplate,
            campaign: earlier.id,
            state: row.state.rawValue,
            day: at.map { String($0.prefix(10)) },
            time: at.map { String($0.dropFirst(11).prefix(5)) }
        )
    }
}
