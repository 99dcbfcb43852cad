import Foundation
import MailCore
import MailJournal

extension ReportDocument {
    var sending: Document.Section {
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
}
