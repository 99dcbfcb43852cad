import MailCampaign
import MailCore

/// Everything that an approval binds, on one page, before it is given; and the approval itself.
struct CheckPage: Sendable {
    let check: CampaignCheck

    private var path: String { "/k/\(check.id)" }

    var page: Page {
        Page(
            Sentence(
                en: "Check before the approval",
                de: "Vor der Freigabe prüfen"
            ),
            step: .check,
            [changed].compactMap(\.self) + [facts, picture, places] + warned + [next]
        )
    }

    private var changed: Node? {
        check.change.map { Notice(kind: .danger, title: $0).node }
    }

    private var next: Node {
        if check.undecided > 0 {
            return .wayOn(
                "\(path)/zweifel",
                Sentence(
                    en: "First: \(check.undecided, "row needs", "rows need") your decision",
                    de:
                        "Zuerst: \(check.undecided, "Zeile braucht", "Zeilen brauchen") Ihre Entscheidung"
                )
            )
        }
        switch check.status.state {
        case .planned:
            return .wayOn(
                "\(path)/freigabe",
                Sentence(en: "Go on to the approval", de: "Weiter zur Freigabe")
            )
        case .approved, .sending, .paused:
            return .wayOn("\(path)/versand", Sentence(en: "To the sending", de: "Zum Versand"))
        case .finished, .erased:
            return .wayOn("\(path)/ergebnis", Sentence(en: "To the result", de: "Zum Ergebnis"))
        }
    }

    private var facts: Node {
        func change(_ place: String, _ words: Sentence) -> Node {
            .group([
                .words(Sentence(same: " ")),
                .element(
                    "a",
                    [.href("\(path)\(place)"), .look("kern-link")],
                    [.words(Sentence(en: "look", de: "ansehen")), .heard(words)]
                ),
            ])
        }
        let when = check.first.flatMap { first in
            check.last.map { last in
                Sentence(
                    en: "first \(first.words), last \(last.words)",
                    de: "erster \(first.words), letzter \(last.words)"
                )
            }
        }
        var facts: [(Sentence, [Node])] = [
            (
                Sentence(en: "Messages", de: "Nachrichten"),
                [
                    .strong(
                        Sentence(
                            en: "\(check.messages), one to one person each",
                            de: "\(count: check.messages), jede an genau eine Person"
                        )
                    ),
                    change("/vorschau", Sentence(en: ": the messages", de: ": die Nachrichten")),
                ]
            ),
            (Sentence(en: "Appointments", de: "Termine"), [.words(when ?? .empty)]),
            (
                Sentence(en: "File", de: "Datei"),
                [
                    .words(Sentence(same: "\(check.file)")),
                    change("", Sentence(en: ": the sums", de: ": die Summen")),
                ]
            ),
            (
                Sentence(en: "Sender", de: "Absender"),
                [
                    .words(
                        Sentence(
                            en: "\(check.from), through \(check.relay)",
                            de: "\(check.from), über \(check.relay)"
                        )
                    )
                ]
            ),
            (
                Sentence(en: "Done at about", de: "Fertig etwa"),
                [.words(check.end)]
            ),
            (
                Sentence(en: "Shared addresses", de: "Geteilte Adressen"),
                [
                    .words(
                        Sentence(
                            en:
                                "\(check.shared), each of several people, who get a message each",
                            de:
                                "\(count: check.shared), je von mehreren Personen; jede bekommt ihre eigene Nachricht"
                        )
                    )
                ]
            ),
            (
                Sentence(en: "Short code", de: "Kurzzeichen"),
                [
                    .element("code", [], [.words(Sentence(same: "\(check.status.digestCode)"))]),
                    .words(
                        Sentence(
                            en: ", to compare with another screen",
                            de: ", zum Vergleichen mit einem anderen Bildschirm"
                        )
                    ),
                ]
            ),
        ]
        facts.append(
            (
                Sentence(en: "Test mail", de: "Testnachricht"),
                [
                    .link(
                        "\(path)/testnachricht",
                        Sentence(
                            en: "send the letter to a mailbox of your own",
                            de: "das Schreiben an ein eigenes Postfach senden"
                        )
                    )
                ]
            )
        )
        if let decided = check.decided {
            facts.append((Sentence(en: "Decided", de: "Entschieden"), [.words(decided)]))
        }
        return .facts(facts.map { (name: $0.0, value: $0.1) })
    }

    private var picture: Node {
        guard !check.days.isEmpty else { return .nothing }
        return .group([
            Picture(
                title: Sentence(
                    en: "Appointments on each day; the numbers stand in the table below",
                    de: "Termine an jedem Tag; die Zahlen stehen in der Tabelle darunter"
                ),
                bars: check.days.map { Picture.Bar(value: $0.appointments) }
            ).columns(id: "tage-bild"),
            Table(
                caption: Sentence(
                    en: "Appointments cancelled by e-mail, by day",
                    de: "Termine, die per E-Mail abgesagt werden, nach Tagen"
                ),
                columns: [
                    .init(Sentence(en: "Day", de: "Tag")),
                    .init(Sentence(en: "Appointments", de: "Termine"), isNumber: true),
                ],
                rows: check.days.map { [.words($0.day.words), .number($0.appointments)] },
                sum: [
                    .words(Sentence(en: "Together", de: "Zusammen")),
                    .number(check.days.reduce(0) { $0 + $1.appointments }),
                ]
            ).node,
        ])
    }

    private var places: Node {
        guard !check.sums.isEmpty else { return .nothing }
        func named(_ name: String?) -> Node {
            .words(
                name.map { Sentence(same: "\($0)") }
                    ?? Sentence(en: "others", de: "andere")
            )
        }
        return Table(
            caption: Sentence(
                en: "The same by site and service, as planned",
                de: "Dieselben nach Ort und Leistung, wie geplant"
            ),
            columns: [
                .init(Sentence(en: "Site", de: "Ort")),
                .init(Sentence(en: "Service", de: "Leistung")),
                .init(Sentence(en: "Appointments", de: "Termine"), isNumber: true),
            ],
            rows: check.sums.prefix(20).map {
                [named($0.site), named($0.service), .number($0.appointments)]
            }
        ).node
    }

    private var warned: [Node] {
        check.warnings.isEmpty
            ? []
            : [
                Notice(
                    kind: .warning,
                    title: Sentence(en: "Think of this first", de: "Denken Sie vorher daran"),
                    children: [.list(check.warnings)]
                ).node
            ]
    }
}
