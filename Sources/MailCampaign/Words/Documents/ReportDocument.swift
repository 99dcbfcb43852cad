import Foundation
import MailCore
import MailJournal

/// The report on a campaign, in German or English.
struct ReportDocument {
    private let report: CampaignReport
    private let language: PaperLanguage

    init(_ report: CampaignReport, _ language: PaperLanguage) {
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

    private var campaign: CampaignRecord { report.campaign }
    private var facts: CampaignFacts { campaign.facts }
    private var authority: Authority { campaign.letter.authority }

    /// Both languages side by side, so that none is forgotten.
    private func say(_ german: String, _ english: String) -> String {
        language == .de ? german : english
    }

    private func moment(_ date: Date?) -> String {
        guard let date else { return "–" }
        return language == .de
            ? GermanWords.shortMoment(date, in: report.zone)
            : String(date.iso8601(in: report.zone).prefix(16)).replacing("T", with: " ")
    }

    private func day(_ text: String) -> String {
        guard language == .de, let day = LocalDay(iso8601: text) else { return text }
        return GermanDate.short(day)
    }

    private func number(_ value: Int) -> String {
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

    private var rows: Document.Section {
        let classes = RowClass.allCases.compactMap { rowClass in
            report.plan.classes[rowClass].flatMap { $0 > 0 ? (rowClass, $0) : nil }
        }
        return Document.Section(
            say("Was aus den Zeilen wurde", "What became of the rows"),
            [
                .chart(
                    BarChart(
                        title: say("Zeilen nach Klassen", "Rows by class"),
                        description: classes.map { "\(name($0.0)): \(number($0.1))" }
                            .joined(separator: "; "),
                        form: .lying,
                        bars: classes.map {
                            .init(label: name($0.0), value: $0.1, words: number($0.1))
                        }
                    )
                ),
                .table(
                    Document.Table(
                        caption: say(
                            "Jede Zeile hat genau eine Klasse",
                            "Each row has exactly one class"
                        ),
                        header: [say("Klasse", "Class"), say("Zeilen", "Rows")],
                        rows: classes.map { [name($0.0), number($0.1)] }
                            + [[say("Summe", "Sum"), number(report.plan.rowCount)]],
                        hasSum: true
                    )
                ),
            ]
        )
    }

    private func name(_ rowClass: RowClass) -> String { say(rowClass.german, rowClass.rawValue) }

    private var sending: Document.Section {
        let (minutes, counts) = report.timeline
        let title = say("Was wann versandt wurde", "What was sent when")
        guard !counts.isEmpty else {
            return Document.Section(
                title,
                [.paragraph(say("Es ist nichts versandt worden.", "Nothing has been sent."))]
            )
        }
        let most = counts.map(\.messages).max() ?? 0
        let stretch =
            minutes == 1
            ? say("je Minute", "per minute")
            : say("je \(minutes) Minuten", "per \(minutes) minutes")
        let ruled = report.ruledAccepted
        return Document.Section(
            title,
            [
                .facts([
                    (say("Begonnen", "Begun"), moment(campaign.startedAt)),
                    (
                        say("Erste Annahme", "First accepted"),
                        moment(report.acceptances.span?.lowerBound)
                    ),
                    (
                        say("Letzte Annahme", "Last accepted"),
                        moment(report.acceptances.span?.upperBound)
                    ),
                    (say("Beendet", "Finished"), moment(campaign.finishedAt)),
                    (
                        say("Tempo", "Pace"),
                        say(
                            "höchstens \(number(most)) Nachrichten \(stretch)",
                            "at most \(number(most)) messages \(stretch)"
                        )
                    ),
                ]),
                .chart(
                    BarChart(
                        title: say(
                            "Angenommene Nachrichten \(stretch)",
                            "Accepted messages \(stretch)"
                        ),
                        description: counts.map { "\(moment($0.from)): \(number($0.messages))" }
                            .joined(separator: "; "),
                        form: .standing,
                        bars: counts.map {
                            .init(
                                label: moment($0.from),
                                value: $0.messages,
                                words: number($0.messages)
                            )
                        }
                    )
                ),
                .table(
                    Document.Table(
                        caption: say(
                            "Angenommene Nachrichten \(stretch)",
                            "Accepted messages \(stretch)"
                        ),
                        header: [say("Ab", "From"), say("Nachrichten", "Messages")],
                        rows: counts.filter { $0.messages > 0 }
                            .map { [moment($0.from), number($0.messages)] }
                            + (ruled > 0
                                ? [
                                    [
                                        say("durch Feststellung einer Person", "ruled by a person"),
                                        number(ruled),
                                    ]
                                ]
                                : [])
                            + [[say("Summe", "Sum"), number(report.status.deliveries[.accepted])]],
                        hasSum: true
                    )
                ),
            ]
        )
    }

    private var states: Document.Section {
        let deliveries = report.status.deliveries
        let states = DeliveryState.allCases.filter { deliveries[$0] > 0 }
        return Document.Section(
            say("Wo die Nachrichten stehen", "Where the messages stand"),
            [
                .chart(
                    BarChart(
                        title: say("Nachrichten nach Zuständen", "Messages by state"),
                        description: states.map { "\(name($0)): \(number(deliveries[$0]))" }
                            .joined(separator: "; "),
                        form: .lying,
                        bars: states.map {
                            .init(
                                label: name($0),
                                value: deliveries[$0],
                                words: number(deliveries[$0])
                            )
                        }
                    )
                ),
                .table(
                    Document.Table(
                        caption: say(
                            "Jede Nachricht hat genau einen Zustand",
                            "Each message has exactly one state"
                        ),
                        header: [say("Zustand", "State"), say("Nachrichten", "Messages")],
                        rows: states.map { [name($0), number(deliveries[$0])] }
                            + [[say("Summe", "Sum"), number(report.plan.messages)]],
                        hasSum: true
                    )
                ),
            ]
        )
    }

    private func name(_ state: DeliveryState) -> String { say(state.german, state.rawValue) }

    private var open: Document.Section {
        let items = openItems
        return Document.Section(
            say("Was offen ist, und Listen", "What is open, and lists"),
            [
                items.isEmpty
                    ? .paragraph(say("Nichts ist offen.", "Nothing is open.")) : .list(items),
                lists,
                others.isEmpty ? nil : .list(others),
                .paragraph(
                    report.status.state == .erased
                        ? say(
                            "Personenbezogene Daten: gelöscht am \(moment(campaign.erasedAt)).",
                            "Personal data: erased on \(moment(campaign.erasedAt))."
                        )
                        : say(
                            "Personenbezogene Daten: zu löschen ab \(GermanDate.long(report.eraseOn)).",
                            "Personal data: due to be erased on \(report.eraseOn)."
                        )
                ),
            ]
        )
    }

    private var openItems: [String] {
        let (deliveries, plan) = (report.status.deliveries, report.plan)
        let all: [(Int, String, String)] = [
            (
                plan.classes[.needsDecision] ?? 0, "Zeilen, die zu entscheiden sind",
                "rows that need a decision"
            ),
            (
                plan.unread, "Zeilen, die nicht gelesen werden konnten",
                "rows that could not be read"
            ),
            (
                deliveries.underWay, "Nachrichten, die noch zu senden sind",
                "messages that still have to go"
            ),
            (
                deliveries[.unknown],
                "Nachrichten, bei denen unklar ist, ob der Mailserver sie hat",
                "messages of which it is unknown whether the relay has them"
            ),
            (
                deliveries.failed, "Nachrichten, deren Empfänger anders zu erreichen sind",
                "messages whose recipients must be reached another way"
            ),
        ]
        return all.filter { $0.0 > 0 }.map { "\(number($0.0)) \(say($0.1, $0.2))" }
    }

    /// The program does not record which lists were written; it knows who stands on them.
    private var lists: Document.Block {
        guard let unreached = report.unreached else {
            return .paragraph(
                say(
                    "Wer anders zu erreichen war, ist nicht mehr bekannt.",
                    "Who had to be reached another way is not known any more."
                )
            )
        }
        let ways = ContactChannel.allCases.map { ($0, unreached[$0] ?? 0) }
        return .table(
            Document.Table(
                caption: say(
                    "Wer auf den Listen steht (einzelpost lists), nach Wegen",
                    "Who is on the lists (einzelpost lists), by channel"
                ),
                header: [say("Weg", "Channel"), say("Personen", "People")],
                rows: ways.map { [say($0.0.german, $0.0.rawValue), number($0.1)] }
                    + [[say("Summe", "Sum"), number(ways.map(\.1).reduce(0, +))]],
                hasSum: true
            )
        )
    }

    /// Follow-ups and incidents.
    private var others: [String] {
        report.followUps.map {
            let name = $0.campaign.letter.template.name
            return say(
                "Folgeaktion \($0.campaign.id) („\(name)“): \(number($0.deliveries.live)) Nachrichten, \($0.state.german)",
                "Follow-up \($0.campaign.id) (\(name)): \(number($0.deliveries.live)) messages, \($0.state.rawValue)"
            )
        }
            + report.incidents.map { incident in
                let since = moment(incident.awareAt)
                guard let closing = incident.closing else {
                    return say(
                        "Datenpanne, bekannt seit \(since): offen",
                        "Incident, known since \(since): open"
                    )
                }
                return say(
                    "Datenpanne, bekannt seit \(since), geschlossen \(moment(closing.at)): \(closing.because)",
                    "Incident, known since \(since), closed \(moment(closing.at)): \(closing.because)"
                )
            }
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
