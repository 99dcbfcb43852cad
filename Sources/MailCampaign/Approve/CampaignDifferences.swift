import MailCore
package import MailJournal

/// What differs from the campaign before: a wrong file, template or relay shows itself here.
///
/// No personal data.
package struct CampaignDifferences {
    /// The campaign it is compared with.
    package let other: String
    /// In plain words, the most telling ones first.
    package let lines: [String]
    /// What somebody should think twice about.
    package let warnings: [String]

    /// Nil if there is no campaign before.
    package init?(of report: PlanReport, in journal: Journal) throws {
        guard let other = try Self.before(report.campaign, in: journal) else { return nil }
        let earlier = try PlanReport(other.id, in: journal, zone: report.zone)
        let (old, new) = (other.letter, report.campaign.letter)
        self.other = other.id
        lines =
            Self.sizes(earlier, report) + Self.facts(other.facts, report.campaign.facts)
            + Self.changed(Self.words(of: old.office), Self.words(of: new.office))
            + Self.relay(other, report.campaign)
            + TemplateDifference(from: old.template, to: new.template).lines
        warnings = Self.warnings(earlier, report)
    }

    /// The latest one planned before that was approved; otherwise the latest planned.
    private static func before(
        _ campaign: CampaignRecord,
        in journal: Journal
    ) throws -> CampaignRecord? {
        let earlier = try journal.campaigns().prefix { $0.id != campaign.id }
        return try earlier.last { try journal.approval(of: $0) != nil } ?? earlier.last
    }

    private static func sizes(_ old: PlanReport, _ new: PlanReport) -> [String] {
        changed(
            [("rows", "\(old.rowCount)"), ("messages", "\(old.messages)")],
            [("rows", "\(new.rowCount)"), ("messages", "\(new.messages)")]
        )
    }

    private static func facts(_ old: CampaignFacts, _ new: CampaignFacts) -> [String] {
        changed(words(of: old), words(of: new))
            + lists("column kept", old.columns.map(\.words), new.columns.map(\.words))
            + lists("column not kept", old.discardedColumns, new.discardedColumns)
    }

    private static func words(of facts: CampaignFacts) -> [(String, String)] {
        [
            ("days", "\(facts.firstDay) to \(facts.lastDay)"),
            ("services", facts.services.isEmpty ? "all" : facts.services.joined(separator: ", ")),
            ("sites", facts.sites.isEmpty ? "all" : facts.sites.joined(separator: ", ")),
            ("time zone", facts.timeZone), ("file read as", facts.sourceForm),
            ("people who must agree", "\(facts.approvers)"),
        ]
    }

    private static func words(of office: Office) -> [(String, String)] {
        [
            ("authority.name", office.name), ("authority.address", office.address),
            ("authority.phone", office.phone), ("authority.email", office.email),
            ("authority.website", office.website), ("authority.imprint", office.imprint),
            ("authority.privacy", office.privacy), ("hotline.phone", office.hotlinePhone),
            ("hotline.hours", office.hotlineHours), ("sender.from", office.sender.from.words),
            ("sender.reply_to", office.sender.replyTo?.text ?? "none"),
            ("sender.envelope_from", office.sender.envelopeFrom.text),
        ]
    }

    private static func relay(_ old: CampaignRecord, _ new: CampaignRecord) -> [String] {
        let names = changed([("relay", old.facts.relay)], [("relay", new.facts.relay)])
        guard names.isEmpty, old.relayDigest != new.relayDigest else { return names }
        return ["relay: its security, login or certificate file is another"]
    }

    private static func changed(_ old: [(String, String)], _ new: [(String, String)]) -> [String] {
        zip(old, new).compactMap { $0.1 == $1.1 ? nil : "\($0.0): \($0.1) → \($1.1)" }
    }

    private static func lists(_ name: String, _ old: [String], _ new: [String]) -> [String] {
        new.filter { !old.contains($0) }.map { "\(name) now: \($0)" }
            + old.filter { !new.contains($0) }.map { "\(name) no longer: \($0)" }
    }

    private static func warnings(_ old: PlanReport, _ new: PlanReport) -> [String] {
        [
            ("rows", old.rowCount, new.rowCount), ("messages", old.messages, new.messages),
        ].compactMap { what, before, now in
            guard before > 0, now > 3 * before || 3 * now < before else { return nil }
            return "\(now) \(what), where \(old.campaign.id) had \(before): is it the right file?"
        }
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
