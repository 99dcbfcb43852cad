import MailCore
import MailJournal

extension ReportDocument {
    var rows: Document.Section {
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

    var states: Document.Section {
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
}
