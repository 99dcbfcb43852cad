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

/// What other follow-ups with the same template have told, or will tell, while one is planned.
final class EarlierNotices {
    private let template: String
    private let draft: CampaignDraft
    /// How many rows stand in plans that have not told anybody yet, by their campaigns.
    private var waiting: [String: Int] = [:]
    private var told: [String: Int] = [:]

    init(of template: String, in draft: CampaignDraft) {
        self.template = template
        self.draft = draft
    }

    /// The campaign that has told this person of one of the row's appointments, or may have; nil if none has.
    func told(_ row: ClassifiedRow) throws -> String? {
        guard let contact = row.contact else { return nil }
        let others = try row.starts.flatMap { try draft.followUps(of: template, to: contact, $0) }
        if let other = others.first(where: \.state.countsAsTold) {
            told[other.campaign, default: 0] += 1
            return other.campaign
        }
        for campaign in Set(others.filter(\.state.isOpen).map(\.campaign)) {
            waiting[campaign, default: 0] += 1
        }
        return nil
    }

    /// No personal data.
    var warnings: [String] {
        told.sorted { $0.key < $1.key }.map { campaign, rows in
            "\(rows.with("row")) of this selection: \(campaign) has told these people with the same template"
        }
            + waiting.sorted { $0.key < $1.key }.map { campaign, rows in
                "\(rows.with("row")) of this selection: \(campaign) is planned with the same template and not "
                    + "sent yet; whichever is sent first, the other one is refused"
            }
    }
}
