import Foundation
import MailCore
import MailJournal

extension ReportDocument {
    var open: Document.Section {
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
}
