package import MailCore
import MailJournal

/// What differs from the campaign before: a wrong file, template or relay shows itself here.
///
/// No personal data.
package struct CampaignDifferences: Hashable, Sendable {
    /// The campaign it is compared with.
    package let other: String
    /// The most telling ones first.
    package let all: [Difference]
    /// What somebody should think twice about.
    package let sizes: [CampaignWarning]

    /// Nil if there is no campaign before.
    init?(of report: PlanReport, in journal: Journal) throws {
        guard let other = try Self.before(report.campaign, in: journal) else { return nil }
        let earlier = try PlanReport(other.id, in: journal, zone: report.zone)
        let (old, new) = (other.letter, report.campaign.letter)
        self.other = other.id
        all =
            Self.changed(Self.values(of: earlier), Self.values(of: report))
            + Self.columns(other.facts, report.campaign.facts)
            + Self.changed(Self.values(of: old.authority), Self.values(of: new.authority))
            + Self.relay(other, report.campaign)
            + TemplateDifference.between(old.template, new.template)
        sizes = report.campaign.facts.followUp == nil ? Self.sizes(earlier, report) : []
    }

    /// Of a follow-up, the one that it follows; otherwise the latest one planned from a schedule before that
    /// was approved; otherwise the latest planned.
    private static func before(
        _ campaign: CampaignRecord,
        in journal: Journal
    ) throws -> CampaignRecord? {
        let all = try journal.campaigns().prefix { $0.id != campaign.id }
        if let followUp = campaign.facts.followUp {
            return all.first { $0.id == followUp.campaign }
        }
        let earlier = all.filter { $0.facts.followUp == nil }
        return try earlier.last { try journal.approval(of: $0) != nil } ?? earlier.last
    }

    private static func values(of report: PlanReport) -> [(Difference.Subject, String?)] {
        let facts = report.campaign.facts
        return [
            (.rows, "\(report.rowCount)"), (.messages, "\(report.messages)"),
            (.days, "\(facts.firstDay) to \(facts.lastDay)"),
            (.services, facts.services.isEmpty ? nil : facts.services.joined(separator: ", ")),
            (.sites, facts.sites.isEmpty ? nil : facts.sites.joined(separator: ", ")),
            (.timeZone, facts.timeZone), (.sourceForm, facts.sourceForm),
            (.people, "\(facts.approvers)"),
        ]
    }

    private static func columns(_ old: CampaignFacts, _ new: CampaignFacts) -> [Difference] {
        func changes(_ kept: Bool, _ old: [String], _ new: [String]) -> [Difference] {
            new.filter { !old.contains($0) }.map { .column($0, isKept: kept, isNew: true) }
                + old.filter { !new.contains($0) }.map { .column($0, isKept: kept, isNew: false) }
        }
        return changes(true, old.columns.map(\.words), new.columns.map(\.words))
            + changes(false, old.discardedColumns, new.discardedColumns)
    }

    private static func values(of authority: Authority) -> [(Difference.Subject, String?)] {
        [
            (.key("authority.name"), authority.name),
            (.key("authority.address"), authority.address),
            (.key("authority.phone"), authority.phone), (.key("authority.email"), authority.email),
            (.key("authority.website"), authority.website),
            (.key("authority.imprint"), authority.imprint),
            (.key("authority.privacy"), authority.privacy),
            (.key("content.notice_page"), authority.noticePage),
            (.key("privacy"), authority.privacyContact),
            (.key("privacy.supervisor"), authority.supervisor),
            (.key("hotline.phone"), authority.hotlinePhone),
            (.key("hotline.hours"), authority.hotlineHours),
            (.key("sender.from"), authority.sender.from.words),
            (.key("sender.reply_to"), authority.sender.replyTo?.text),
            (.key("sender.envelope_from"), authority.sender.envelopeFrom.text),
        ]
    }

    private static func relay(_ old: CampaignRecord, _ new: CampaignRecord) -> [Difference] {
        let names = changed([(.relay, old.facts.relay)], [(.relay, new.facts.relay)])
        guard names.isEmpty, old.relayDigest != new.relayDigest else { return names }
        return [.relayDetails]
    }

    private static func changed(
        _ old: [(Difference.Subject, String?)],
        _ new: [(Difference.Subject, String?)]
    ) -> [Difference] {
        zip(old, new).compactMap { before, now in
            before.1 == now.1 ? nil : .value(now.0, from: before.1, to: now.1)
        }
    }

    private static func sizes(_ old: PlanReport, _ new: PlanReport) -> [CampaignWarning] {
        let pairs: [(CampaignWarning.Size, Int, Int)] = [
            (.rows, old.rowCount, new.rowCount), (.messages, old.messages, new.messages),
        ]
        return pairs.compactMap { size, before, now in
            SizeChange.isSuspicious(from: before, to: now)
                ? .size(size, now: now, before: before, other: old.campaign.id) : nil
        }
    }
}

/// One thing in which a campaign differs from the one before.
package enum Difference: Hashable, Sendable {
    /// A value; nil where there is none.
    case value(Subject, from: String?, to: String?)
    /// A column that is used or not kept, now or no longer.
    case column(String, isKept: Bool, isNew: Bool)
    /// Its security, login or certificate file.
    case relayDetails
    /// Lines of a template's file: how many differ, and the first ones.
    case lines(file: String, count: Int, shown: [String])

    /// What a value is of.
    package enum Subject: Hashable, Sendable {
        case rows, messages, days, services, sites, timeZone, sourceForm, people, relay, template
        /// A key of the configuration.
        case key(String)
    }
}

extension CampaignFacts.Column {
    /// The field, and the header it was taken from.
    package var words: String { "\(field) = \(header)" }
}

extension NamedMailbox {
    /// `Name <address>`, for people.
    package var words: String { name.map { "\($0.text) <\(address.text)>" } ?? address.text }
}
