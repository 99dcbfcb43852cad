import MailCore
import MailJournal

/// Other campaigns of the same days that have told people who are not recognised any more, since the keys are lost by
/// which they were.
enum ForgottenCampaigns {
    /// - Throws: `JournalError`.
    static func warnings(for campaign: CampaignRecord, in journal: Journal) throws
        -> [CampaignWarning]
    {
        let (first, last) = (campaign.facts.firstDay, campaign.facts.lastDay)
        return try journal.campaigns().compactMap { other in
            guard other.id != campaign.id, other.facts.firstDay <= last,
                other.facts.lastDay >= first, try !journal.knowsNotices(of: other.id)
            else { return nil }
            let told = try journal.deliveryCounts(of: other.id).sum(of: \.countsAsTold)
            return told > 0 ? .forgotten(campaign: other.id, messages: told) : nil
        }
    }
}
