import MailCampaign
import MailCore

/// A message as its reader will see it, beside the row it was made from.
struct MessageViewPage {
    let id: String
    let message: MessagePage
    let telling: TellingMessages
    let token: String

    private var path: String { "/k/\(id)/vorschau" }

    var page: Page {
        Page(
            Sentence(
                en: "Message \(message.place) of \(message.count)",
                de: "Nachricht \(count: message.place) von \(count: message.count)"
            ),
            step: .preview,
            [
                turning,
                .element(
                    "div",
                    [.look("nebeneinander")],
                    [.element("div", [], [beside, picks, jump, masking]), written]
                ),
            ] + difference + [
                .wayOn("/k/\(id)/pruefen", Sentence(en: "Go on: check", de: "Weiter: Prüfen"))
            ]
        )
    }

    private var turning: Node {
        let links = [
            message.previous.map {
                Node.link("\(path)/\($0)", Sentence(en: "Previous message", de: "Vorige Nachricht"))
            },
            message.next.map {
                Node.link("\(path)/\($0)", Sentence(en: "Next message", de: "Nächste Nachricht"))
            },
        ].compactMap(\.self)
        return .element("div", [.look("reihe")], links)
    }

    private var beside: Node {
        .section(
            Sentence(en: "In the file", de: "In der Datei"),
            message.rows.flatMap { row in
                [
                    .paragraph([
                        .strong(Sentence(en: "Row \(row.row)", de: "Zeile \(row.row)"))
                    ]),
                    .facts(
                        row.cells.map { ($0.name, [.words(Sentence(same: "\($0.value)"))]) }
                    ),
                ]
            }
        )
    }

    private var written: Node {
        .section(
            Sentence(en: "In the message", de: "In der Nachricht"),
            [
                .facts([
                    (
                        Sentence(en: "From", de: "Von"),
                        [.words(Sentence(same: "\(message.from)"))]
                    ),
                    (Sentence(en: "To", de: "An"), [.words(Sentence(same: "\(message.to)"))]),
                    (
                        Sentence(en: "Subject", de: "Betreff"),
                        [.words(Sentence(same: "\(message.subject)"))]
                    ),
                ]),
                .lines(Sentence(same: "\(Printable(lines: message.text))")),
            ]
        )
    }

    private var difference: [Node] {
        guard let other = message.otherPart else { return [] }
        return [
            Notice(
                kind: .danger,
                title: Sentence(
                    en: "The HTML part says something else: \(other)",
                    de: "Der HTML-Teil sagt etwas anderes: \(other)"
                )
            ).node
        ]
    }

    private var picks: Node {
        .section(
            Sentence(en: "Look at these, too", de: "Sehen Sie auch diese an"),
            [
                .list(
                    telling.picks.map { row, why in
                        [
                            .link(
                                "\(path)/\(row)",
                                Sentence(en: "row \(row): \(why)", de: "Zeile \(row): \(why)")
                            )
                        ]
                    }
                )
            ]
        )
    }

    private var jump: Node {
        .element(
            "form",
            [Attribute("method", "get"), Attribute("action", path), .look("kurz")],
            [
                Field.text(
                    "zeile",
                    label: Sentence(en: "To the row with number", de: "Zur Zeile mit der Nummer"),
                    attributes: [Attribute("inputmode", "numeric")]
                ),
                .button(
                    Sentence(en: "Show", de: "Anzeigen"),
                    [Attribute("type", "submit"), .look("kern-btn kern-btn--secondary")]
                ),
            ]
        )
    }

    private var masking: Node {
        .section(
            Sentence(en: "Names and addresses", de: "Namen und Adressen"),
            [
                .paragraph(
                    message.isMasked
                        ? Sentence(
                            en:
                                "They are hidden in part. If you show them in full, that is recorded, and they are hidden again after ten minutes.",
                            de:
                                "Sie sind teilweise verdeckt. Wenn Sie alles zeigen, wird das festgehalten; nach zehn Minuten sind sie wieder verdeckt."
                        )
                        : Sentence(
                            en: "They are shown in full, and that is recorded.",
                            de: "Sie sind ganz zu sehen, und das ist festgehalten."
                        )
                ),
                Form(
                    path: "/k/\(id)/\(message.isMasked ? "aufdecken" : "verdecken")",
                    token: token,
                    fields: [Field.hidden("zeile", "\(message.rows.first?.row ?? 0)")],
                    button: message.isMasked
                        ? Sentence(en: "Show in full", de: "Alles zeigen")
                        : Sentence(en: "Hide again", de: "Wieder verdecken"),
                    look: "kern-btn kern-btn--secondary"
                ).node,
            ]
        )
    }
}
