import MailCore
import MailJournal

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

    var warnings: [PlanWarning] {
        told.sorted { $0.key < $1.key }.map { .toldByFollowUp(rows: $1, campaign: $0) }
            + waiting.sorted { $0.key < $1.key }.map { .plannedFollowUp(rows: $1, campaign: $0) }
    }
}
