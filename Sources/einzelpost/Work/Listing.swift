import MailCore
import MailJournal

/// Finds out who of a campaign still has to be reached another way.
struct Listing {
    let campaign: CampaignRecord
    let list: ContactList
    /// Messages that have not come to an end yet: they may still fail.
    let underWay: Int
    /// Rows that stand on no list, because nothing of theirs was kept.
    let unread: Int
    /// Rows of tests and blocked slots, one of whom may be a real person.
    let tests: Int
    /// The day by which the list must be destroyed.
    let lastDay: LocalDay

    init(of campaign: CampaignRecord, in journal: Journal) throws {
        guard campaign.erasedAt == nil else {
            throw Failure(
                .refused,
                "the personal data of \(campaign.id) has been erased, so there is nobody to list"
            )
        }
        let zone = try StatusReport.zone(of: campaign)
        let now = Live.now()
        self.campaign = campaign
        list = ContactList(
            try journal.unreached(of: campaign.id),
            at: campaign.present(at: now),
            in: zone
        )
        let deliveries = try journal.deliveryCounts(of: campaign.id)
        underWay = [DeliveryState.planned, .sending, .deferred]
            .reduce(0) { $0 + (deliveries[$1] ?? 0) }
        let classes = try journal.classCounts(of: campaign.id)
        unread = classes[.rejected] ?? 0
        tests = classes[.testOrBlock] ?? 0
        lastDay = ListRetention.lastDay(finishedAt: campaign.finishedAt, now: now, in: zone)
    }
}
