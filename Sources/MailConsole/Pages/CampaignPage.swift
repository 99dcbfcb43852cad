import MailCampaign
import MailCore

/// What a plan makes of every row of the file: sums that add up, each a way to its rows.
struct CampaignPage: Sendable {
    let check: CampaignCheck

    private var path: String { "/k/\(check.id)" }

    var page: Page {
        Page(
            Sentence(
                en: "\(check.messages, "message", "messages") planned",
                de: "\(check.messages, "Nachricht", "Nachrichten") geplant"
            ),
            step: .rows,
            [
                .paragraph(
                    Sentence(
                        en:
                            "Campaign \(check.id), from \(check.file), \(check.status.days). Nothing is sent yet.",
                        de:
                            "Aktion \(check.id), aus \(check.file), \(check.status.days). Es ist noch nichts gesendet."
                    )
                ), next, funnel,
            ] + warned
        )
    }

    private var next: Node {
        let state = check.status.state
        if state == .paused || state == .finished || state == .approved {
            return .wayOn("\(path)/versand", Sentence(en: "To the sending", de: "Zum Versand"))
        }
        guard check.undecided > 0 || check.unread > 0 else {
            return .wayOn(
                "\(path)/vorschau",
                Sentence(en: "Look at the messages", de: "Weiter: Nachrichten ansehen")
            )
        }
        return .wayOn(
            "\(path)/zweifel",
            Sentence(
                en:
                    "\(check.undecided + check.unread, "row needs", "rows need") your decision",
                de:
                    "Weiter: \(check.undecided + check.unread, "Zeile braucht", "Zeilen brauchen") Ihre Entscheidung"
            )
        )
    }

    private var funnel: Node {
        Table(
            caption: Sentence(
                en: "What becomes of every row of the file",
                de: "Was aus jeder Zeile der Datei wird"
            ),
            columns: [
                .init(Sentence(en: "Rows", de: "Zeilen"), isNumber: true),
                .init(Sentence(en: "Class", de: "Klasse")),
                .init(Sentence(en: "What happens", de: "Was geschieht")),
            ],
            rows: check.classes.map { rowClass, count in
                [
                    .link(
                        "\(path)/zeilen?klasse=\(rowClass.rawValue)",
                        Sentence(same: "\(count: count)")
                    ),
                    .words(rowClass.name), .words(rowClass.destination),
                ]
            },
            sum: [
                .number(check.rows), .words(Sentence(en: "together", de: "zusammen")),
                .nothing,
            ]
        ).node
    }

    private var warned: [Node] {
        check.warnings.isEmpty
            ? []
            : [
                .section(
                    Sentence(en: "Please think of this", de: "Bitte bedenken Sie"),
                    [.list(check.warnings)]
                )
            ]
    }
}

/// Some rows of a campaign; no personal data.
struct RowsListPage {
    let id: String
    let rowClass: RowClass?
    let rows: RowsPage

    var page: Page {
        let name = rowClass?.name ?? Sentence(en: "All rows", de: "Alle Zeilen")
        return Page(
            Sentence(
                en: "\(name): \(rows.total, "row", "rows")",
                de: "\(name): \(rows.total, "Zeile", "Zeilen")"
            ),
            [
                .paragraph([
                    .link("/k/\(id)", Sentence(en: "Back to the sums", de: "Zurück zu den Summen"))
                ]),
                Table(
                    caption: Sentence(
                        en:
                            "Numbered as in a spreadsheet; page \(rows.number) of \(rows.pages)",
                        de:
                            "Gezählt wie in der Tabellenkalkulation; Seite \(rows.number) von \(rows.pages)"
                    ),
                    columns: [
                        .init(Sentence(en: "Row", de: "Zeile"), isNumber: true),
                        .init(Sentence(en: "Appointment", de: "Termin")),
                        .init(Sentence(en: "Message", de: "Nachricht")),
                        .init(Sentence(en: "Reason", de: "Grund")),
                    ],
                    rows: rows.lines.map(line)
                ).node,
                turning,
            ]
        )
    }

    private func line(_ line: RowsPage.Line) -> [Node] {
        [
            .number(line.row), .words(line.start ?? Sentence(same: "–")),
            line.hasMessage
                ? .link(
                    "/k/\(id)/vorschau/\(line.row)",
                    Sentence(
                        en: "message of row \(line.row), \(line.state ?? .empty)",
                        de: "Nachricht zu Zeile \(line.row), \(line.state ?? .empty)"
                    )
                ) : .words(Sentence(en: "none", de: "keine")),
            .words(line.why),
        ]
    }

    private var turning: Node {
        let path = "/k/\(id)/zeilen?klasse=\(rowClass?.rawValue ?? "")&seite="
        var links: [Node] = []
        if rows.number > 1 {
            links.append(
                .link(
                    "\(path)\(rows.number - 1)",
                    Sentence(en: "Previous page", de: "Vorige Seite")
                )
            )
        }
        if rows.number < rows.pages {
            links.append(
                .link("\(path)\(rows.number + 1)", Sentence(en: "Next page", de: "Nächste Seite"))
            )
        }
        return links.isEmpty ? .nothing : .element("div", [.look("reihe")], links)
    }
}
