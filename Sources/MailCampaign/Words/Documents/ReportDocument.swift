import Foundation
import MailCore
import MailJournal

/// The report on a campaign, in German or English.
struct ReportDocument {
    let report: CampaignReport
    private let language: Language

    init(_ report: CampaignReport, _ language: Language) {
        self.report = report
        self.language = language
    }

    var document: Document {
        Document(
            title: say("Vermerk zur Aktion", "Report on campaign") + " \(campaign.id)",
            language: language.rawValue,
            sections: [
                short, planned, rows, sending, states, open, evidence,
            ]
        )
    }

    var campaign: CampaignRecord { report.campaign }
    private var facts: CampaignFacts { campaign.facts }
    private var authority: Authority { campaign.letter.authority }

    /// Both languages side by side, so that none is forgotten.
    func say(_ german: String, _ english: String) -> String {
        language == .de ? german : english
    }

    func moment(_ date: Date?) -> String {
        guard let date else { return "–" }
        return language == .de
            ? GermanWords.shortMoment(date, in: report.zone)
            : String(date.iso8601(in: report.zone).prefix(16)).replacing("T", with: " ")
    }

    private func day(_ text: String) -> String {
        guard language == .de, let day = LocalDay(iso8601: text) else { return text }
        return GermanDate.short(day)
    }

    func number(_ value: Int) -> String {
        language == .de ? GermanWords.grouped(value) : String(value)
    }

    private var short: Document.Section {
        let deliveries = report.status.deliveries
        return Document.Section(
            say("Kurz", "In short"),
            [
                .facts([
                    (say("Behörde", "Authority"), "\(authority.name), \(authority.address)"),
                    (say("Stand", "As of"), moment(report.writtenAt)),
                    (
                        say("Zustand", "State"),
                        say(report.status.state.german, report.status.state.rawValue)
                    ),
                    (
                        say("Nachrichten", "Messages"),
                        say(
                            "\(number(report.plan.messages)), davon \(number(deliveries[.accepted])) vom Mailserver angenommen",
                            "\(number(report.plan.messages)), of which the relay has accepted \(number(deliveries[.accepted]))"
                        )
                    ),
                    (
                        say("Prüfung", "Check"),
                        report.verification.isOK
                            ? say("ohne Befund", "nothing found")
                            : say(
                                "\(report.verification.failures.count) Befunde, siehe „einzelpost verify“",
                                "\(report.verification.failures.count) findings, see einzelpost verify"
                            )
                    ),
                ]),
                .paragraph(
                    say(
                        "Dieser Vermerk nennt niemanden, dem geschrieben wurde. „Angenommen“ heißt: vom Mailserver der "
                            + "Behörde übernommen; ob eine E-Mail gelesen wurde, weiß niemand.",
                        "This report names nobody who was written to. “Accepted” means taken over by the authority's mail "
                            + "relay; whether a mail was read nobody knows."
                    )
                ),
            ]
        )
    }

    private var planned: Document.Section {
        let approval = report.status.approval
        return Document.Section(
            say("Was geplant und freigegeben wurde", "What was planned and approved"),
            [
                .facts(
                    [
                        (say("Geplant", "Planned"), moment(campaign.plannedAt)),
                        campaign.asOf.map {
                            (say("Beurteilt nach dem Stand von", "Judged as of"), moment($0))
                        },
                        facts.followUp.map {
                            (
                                say("Folgeaktion zu", "Follow-up to"),
                                "\($0.campaign) (\($0.states.map(\.rawValue).joined(separator: ", ")))"
                            )
                        },
                        (say("Terminliste", "Schedule"), facts.source),
                        (say("Prüfsumme der Datei", "SHA-256 of the file"), facts.sourceDigest.hex),
                        (
                            say("Tage", "Days"),
                            facts.firstDay == facts.lastDay
                                ? day(facts.firstDay)
                                : "\(day(facts.firstDay)) – \(day(facts.lastDay))"
                        ),
                        (say("Vorlage", "Template"), campaign.letter.template.name),
                        (say("Absender", "Sender"), authority.sender.from.words),
                        (say("Mailserver", "Relay"), facts.relay),
                        (say("Freigabe nötig durch", "Approval takes"), approvers),
                        (
                            say("Freigegeben", "Approved"),
                            approval.map { "\($0.name), \(moment($0.at))" }
                                ?? say("nicht freigegeben", "not approved")
                        ),
                        (say("Freigegebene Prüfsumme", "Approved digest"), campaign.digest.hex),
                    ].compactMap(\.self)
                )
            ]
        )
    }

    private var approvers: String {
        facts.approvers == 2
            ? say("eine zweite Person", "a second person") : say("eine Person", "one person")
    }

    private var evidence: Document.Section {
        let evidence = report.verification.evidence
        return Document.Section(
            say("Nachweis", "Evidence"),
            [
                .facts([
                    (
                        say("Übertragungen", "Transactions"),
                        say(
                            "\(number(evidence.transactions)), höchstens \(evidence.maxRecipients) Empfänger je Übertragung",
                            "\(number(evidence.transactions)), at most \(evidence.maxRecipients) recipient each"
                        )
                    ),
                    (
                        say("Angaben anderer Personen", "Data of others"),
                        say(
                            "\(report.verification.foreignValues) in \(number(report.verification.rendered)) neu geschriebenen Nachrichten",
                            "\(report.verification.foreignValues) in \(number(report.verification.rendered)) messages that were written again"
                        )
                    ),
                    (say("Wurzel des Baums", "Merkle root"), evidence.merkleRoot),
                    (say("Ende der Ereigniskette", "Chain head"), evidence.chainHead),
                ])
            ]
        )
    }
}
