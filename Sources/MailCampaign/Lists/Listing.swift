import Foundation
package import MailCore
package import MailJournal

/// Finds out who of a campaign still has to be reached another way.
package struct Listing {
    package let campaign: CampaignRecord
    package let list: ContactList
    /// Messages that have not come to an end yet: they may still fail.
    package let underWay: Int
    /// So many hours before an appointment, whoever is not told yet is on the list; nil as long as nothing
    /// has been sent.
    package let callHours: Int?
    /// Rows that stand on no list, because nothing of theirs was kept, and of which nobody has said what
    /// they are.
    package let unread: Int
    /// Rows of tests and blocked slots, one of whom may be a real person.
    package let tests: Int
    /// The day by which the list must be destroyed.
    package let lastDay: LocalDay

    package init(of id: String, in workspace: Workspace) throws {
        let journal = workspace.journal
        let campaign = try journal.campaign(id)
        guard campaign.erasedAt == nil else { throw Refusal.nobodyToList(campaign: id) }
        let zone = try campaign.zone
        let now = workspace.surroundings.now()
        self.campaign = campaign
        let present = campaign.present(at: now)
        // Where the appointment does not end the message, there is no hurry to phone.
        callHours =
            campaign.facts.endsWithAppointments
            ? campaign.startedAt.map { _ in workspace.settings.caution.callHours } : nil
        let near = callHours.map { present.addingTimeInterval(Double($0) * 3_600) }
        list = ContactList(
            try journal.unreached(of: campaign.id, near: near),
            at: present,
            in: zone
        )
        let deliveries = try journal.deliveryCounts(of: campaign.id)
        underWay = deliveries.underWay
        let classes = try journal.classCounts(of: campaign.id)
        unread = try journal.unreadRows(of: campaign.id)
        tests = classes[.testOrBlock] ?? 0
        lastDay = workspace.settings.retention.lastDayOfLists(
            finishedAt: campaign.finishedAt,
            now: now,
            in: zone
        )
    }

    /// Whether a new file can be written there; asked before anything is done.
    package static func check(_ path: String) throws { try NewFile.check(path) }

    /// What is told of a list that was written there.
    package func report(_ kind: ContactChannel?, in output: String) -> ListsReport {
        ListsReport(listing: self, kind: kind, output: output)
    }

    /// Writes the list as a new file.
    ///
    /// - Parameters:
    ///   - kind: Only those; nil for everybody.
    ///   - path: Where.
    /// - Throws: `FileError`.
    package func write(_ kind: ContactChannel?, to path: String) throws {
        try NewFile.write(list.file(kind), to: path)
    }
}
