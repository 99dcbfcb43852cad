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
            row.reasons.append(
                "told with the same template by \(told); to tell this person once more, say --again"
            )
        }
        return row
    }

    /// What the person got before.
    private func reason(_ row: EarlierRow) -> String {
        let at = row.at.map { moment -> String in
            let text = moment.iso8601(in: zone)
            return " on \(text.prefix(10)) at \(text.dropFirst(11).prefix(5))"
        }
        return
            "before: “\(followUp.earlierTemplate)” of \(earlier.id), \(row.state.rawValue)\(at ?? "")"
    }
}
