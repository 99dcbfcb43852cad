import MailCampaign
import MailCore

/// Which appointments are cancelled; nothing is ticked before somebody ticks it.
struct ChoicePage {
    let name: String
    let look: FileLook
    let token: String
    /// What somebody has said already.
    var fields = FormFields([:])
    var errors: [FieldError] = []
    /// What went wrong when it was to be planned.
    var refusal: Sentence?
    /// The same days are there already, as another campaign.
    var earlier: (id: String, words: Sentence)?

    var page: Page {
        let all = errors + (refusal.map { [FieldError(field: "auswahl", words: $0)] } ?? [])
        return Page(
            Sentence(en: "Which appointments?", de: "Welche Termine werden abgesagt?"),
            step: .choice,
            errors: all,
            note + [
                picture,
                Form(
                    path: "/datei/\(name)/auswahl",
                    token: token,
                    fields: [
                        .element(
                            "div",
                            [.id("auswahl")],
                            span + values("leistung", Self.services, look.services)
                                + values("ort", Self.sites, look.sites) + [expected]
                        )
                    ] + insist,
                    button: Sentence(
                        en: "Plan; nothing is sent yet",
                        de: "Planen – es wird noch nichts gesendet"
                    )
                ).node, days,
            ]
        )
    }

    private static let services = Sentence(
        en: "Which services are cancelled?",
        de: "Welche Leistungen werden abgesagt?"
    )
    private static let sites = Sentence(
        en: "At which sites?",
        de: "An welchen Orten?"
    )

    private var note: [Node] {
        guard let earlier else { return [] }
        return [
            Notice(
                kind: .warning,
                title: earlier.words,
                children: [
                    .wayOn(
                        "/k/\(earlier.id)",
                        Sentence(
                            en: "Go on with \(earlier.id)",
                            de: "Mit \(earlier.id) weitermachen"
                        )
                    ),
                    .paragraph(
                        Sentence(
                            en: "Or plan a new campaign below.",
                            de: "Oder planen Sie unten eine neue Aktion."
                        )
                    ),
                ]
            ).node
        ]
    }

    /// Said once that it is meant so, after the earlier campaign was named.
    private var insist: [Node] {
        earlier == nil ? [] : [Field.hidden("trotzdem", "1")]
    }

    private var picture: Node {
        .group([
            Picture(
                title: Sentence(
                    en: "Rows on each day; the numbers stand in the table below",
                    de: "Zeilen an jedem Tag; die Zahlen stehen in der Tabelle unten"
                ),
                bars: look.days.map { Picture.Bar(value: $0.rows) }
            ).columns(id: "tage-bild"),
            .paragraph(
                Sentence(
                    en:
                        "The picture shows how many rows each day has; the numbers stand at the end of the page.",
                    de:
                        "Das Bild zeigt, wie viele Zeilen jeder Tag hat; die Zahlen stehen am Ende der Seite."
                )
            ),
        ])
    }

    private var days: Node {
        Table(
            caption: Sentence(
                en: "Rows on each day, whatever their status",
                de: "Zeilen an jedem Tag, gleich mit welchem Status"
            ),
            columns: [
                .init(Sentence(en: "Day", de: "Tag")),
                .init(Sentence(en: "Rows", de: "Zeilen"), isNumber: true),
            ],
            rows: look.days.map { [.words($0.day.words), .number($0.rows)] },
            sum: [
                .words(Sentence(en: "Together", de: "Zusammen")),
                .number(look.days.reduce(0) { $0 + $1.rows }),
            ]
        ).node
    }

    private var span: [Node] {
        let options = look.days.map { entry in
            (
                value: "\(entry.day)",
                words: Sentence(
                    en: "\(entry.day.words) (\(entry.rows, "row", "rows"))",
                    de: "\(entry.day.words) (\(entry.rows, "Zeile", "Zeilen"))"
                )
            )
        }
        return [
            Field.choice(
                "von",
                label: Sentence(en: "First day", de: "Erster Tag"),
                options: options,
                chosen: fields["von"],
                error: error(of: "von")
            ),
            Field.choice(
                "bis",
                label: Sentence(en: "Last day", de: "Letzter Tag"),
                options: options,
                chosen: fields["bis"],
                error: error(of: "bis")
            ),
        ]
    }

    private func values(_ field: String, _ legend: Sentence, _ values: FileLook.Values) -> [Node] {
        guard values.isChoice else { return [] }
        let chosen = fields.all(field)
        var boxes = values.named.enumerated().map { place, value in
            Field.tick(
                .checkbox,
                field,
                value: value.text,
                id: "\(field)-\(place)",
                words: Sentence(
                    en: "\(value.header): \(value.text) (\(value.rows, "row", "rows"))",
                    de: "\(value.header): \(value.text) (\(value.rows, "Zeile", "Zeilen"))"
                ),
                isTicked: chosen.contains(value.text)
            )
        }
        if values.others > 0 {
            boxes.append(
                Field.tick(
                    .checkbox,
                    "\(field)-andere",
                    value: "1",
                    id: "\(field)-andere",
                    words: Sentence(
                        en: "others, or not said (\(values.others, "row", "rows"))",
                        de: "andere oder ohne Angabe (\(values.others, "Zeile", "Zeilen"))"
                    ),
                    isTicked: fields["\(field)-andere"] == "1"
                )
            )
        }
        return [
            Field.group(
                field,
                legend: legend,
                hint: Sentence(
                    en: "Cancelled is every row that holds at least one of what you tick.",
                    de: "Abgesagt wird jede Zeile, in der mindestens eines davon steht."
                ),
                error: error(of: field),
                boxes
            )
        ]
    }

    private var expected: Node {
        .element(
            "div",
            [.look("kurz")],
            [
                Field.text(
                    "erwartet",
                    label: Sentence(
                        en: "About how many appointments do you expect? (need not be said)",
                        de: "Mit wie vielen Terminen rechnen Sie ungefähr? (freiwillig)"
                    ),
                    hint: Sentence(
                        en:
                            "If it is far from that, nothing is planned: so a wrong file is noticed.",
                        de:
                            "Weicht die Zahl stark ab, wird nicht geplant: So fällt eine falsche Datei auf."
                    ),
                    value: fields["erwartet"],
                    error: error(of: "erwartet"),
                    attributes: [Attribute("inputmode", "numeric")]
                )
            ]
        )
    }

    private func error(of field: String) -> Sentence? {
        errors.first { $0.field == field }?.words
    }
}
