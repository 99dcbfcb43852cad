import MailCampaign
import MailCore

/// What became of a campaign, who still has to be reached, and what to do next.
struct ResultPage {
    let outcome: CampaignOutcome
    let token: String

    private var id: String { outcome.status.id }
    private var path: String { "/k/\(id)" }

    var page: Page {
        let accepted = outcome.status.deliveries[.accepted]
        return Page(
            Sentence(
                en:
                    "\(accepted) of \(outcome.status.deliveries.live, "message", "messages") accepted",
                de:
                    "\(count: accepted) von \(outcome.status.deliveries.live, "Nachricht", "Nachrichten") angenommen"
            ),
            step: .result,
            [next, sums, lists, papers] + days
        )
    }

    private var next: Node {
        let status = outcome.status
        var steps: [[Node]] = []
        if status.deliveries.open > 0, status.state == .paused {
            steps.append([
                .link(
                    "\(path)/versand",
                    Sentence(
                        en: "Resume: \(status.deliveries.open) still have to go",
                        de: "Fortsetzen: \(count: status.deliveries.open) sind noch zu senden"
                    )
                )
            ])
        }
        steps += unknown
        let people = outcome.unreached?.values.reduce(0, +) ?? 0
        if people > 0 {
            steps.append([
                .element(
                    "a",
                    [.href("#listen"), .look("kern-link")],
                    [
                        .words(
                            Sentence(
                                en:
                                    "Reach \(people, "person", "people") another way: lists below",
                                de:
                                    "\(people, "Person", "Personen") auf anderem Weg verständigen: Listen unten"
                            )
                        )
                    ]
                )
            ])
        }
        steps += missing
        steps.append([
            .link(
                "\(path)/bericht",
                Sentence(en: "Put the report on file", de: "Bericht zur Akte nehmen")
            )
        ])
        let day = outcome.destroyBy
        if let day {
            steps.append([
                .words(
                    Sentence(
                        en: "Destroy lists with people by \(day).",
                        de: "Listen mit Personen vernichten Sie bis \(day)."
                    )
                )
            ])
        }
        return .section(Sentence(en: "What to do next", de: "Was jetzt zu tun ist"), [.list(steps)])
    }

    /// Messages of which nobody knows what became.
    private var unknown: [[Node]] {
        let count = outcome.status.deliveries[.unknown]
        guard count > 0 else { return [] }
        return [
            [
                .words(
                    Sentence(
                        en:
                            "\(count, "message is", "messages are") unknown: the mail server may have them. Call your IT: its log tells (“einzelpost resolve”).",
                        de:
                            "\(count, "Nachricht ist", "Nachrichten sind") ungewiss: Der Mailserver hat sie vielleicht. Rufen Sie die Systembetreuung an: Dessen Protokoll sagt es („einzelpost resolve“)."
                    )
                )
            ]
        ]
    }

    /// Who stands on no list, and may be a person.
    private var missing: [[Node]] {
        var steps: [[Node]] = []
        if outcome.unread > 0 {
            steps.append([
                .link(
                    "\(path)/zweifel",
                    Sentence(
                        en:
                            "Look at \(outcome.unread, "row", "rows") that could not be read: on no list",
                        de:
                            "\(outcome.unread, "Zeile", "Zeilen") ansehen, die nicht lesbar waren: auf keiner Liste"
                    )
                )
            ])
        }
        if outcome.tests > 0 {
            steps.append([
                .link(
                    "\(path)/zeilen?klasse=\(RowClass.testOrBlock.rawValue)",
                    Sentence(
                        en:
                            "Rows that look like tests (\(outcome.tests)): is one of them a real person? They are on no list",
                        de:
                            "Zeilen ansehen, die nach Test aussehen (\(count: outcome.tests)): Ist eine davon eine wirkliche Person? Sie stehen auf keiner Liste"
                    )
                )
            ])
        }
        return steps
    }

    private var sums: Node {
        let states = DeliveryState.allCases.filter { outcome.status.deliveries[$0] > 0 }
        return .group([
            Picture(
                title: Sentence(
                    en: "Messages by state; the numbers stand in the table below",
                    de: "Nachrichten nach ihrem Stand; die Zahlen stehen in der Tabelle darunter"
                ),
                bars: states.reversed().map {
                    Picture.Bar(value: outcome.status.deliveries[$0], look: $0.look)
                }
            ).whole(id: "summen-bild"),
            Table(
                caption: Sentence(en: "Messages by state", de: "Nachrichten nach ihrem Stand"),
                columns: [
                    .init(Sentence(en: "State", de: "Stand")),
                    .init(Sentence(en: "Messages", de: "Nachrichten"), isNumber: true),
                ],
                rows: states.map {
                    [.words($0.explanation), .number(outcome.status.deliveries[$0])]
                },
                sum: [
                    .words(Sentence(en: "Together", de: "Zusammen")),
                    .number(outcome.status.deliveries.total),
                ]
            ).node,
        ])
    }

    private var lists: Node {
        guard let ways = outcome.unreached else {
            return .paragraph(
                Sentence(
                    en: "The people of this campaign have been erased.",
                    de: "Die Personen dieser Aktion sind gelöscht."
                )
            )
        }
        let forms = ContactChannel.allCases.filter { (ways[$0] ?? 0) > 0 }.map { way in
            Form(
                path: "\(path)/liste",
                token: token,
                fields: [Field.hidden("art", way.rawValue)],
                button: Sentence(
                    en: "\(way.title): \(ways[way] ?? 0, "person", "people")",
                    de: "\(way.title): \(ways[way] ?? 0, "Person", "Personen")"
                ),
                look: "kern-btn kern-btn--secondary"
            ).download
        }
        return .element(
            "section",
            [.id("listen")],
            [
                .element(
                    "h2",
                    [.look("kern-heading-medium")],
                    [.words(Sentence(en: "Lists", de: "Listen"))]
                ),
                forms.isEmpty
                    ? .paragraph(
                        Sentence(
                            en: "Nobody has to be reached another way.",
                            de: "Niemand ist auf anderem Weg zu verständigen."
                        )
                    ) : .element("div", [.look("reihe")], forms),
            ]
        )
    }

    private var papers: Node {
        var nodes: [Node] = []
        if let verification = outcome.verification {
            nodes.append(VerificationPage.notice(of: verification))
        } else {
            nodes.append(
                .paragraph([
                    .link(
                        "\(path)/nachpruefung",
                        Sentence(
                            en: "Check everything again (takes minutes for a large campaign)",
                            de:
                                "Alles noch einmal prüfen (dauert bei einer großen Aktion Minuten)"
                        )
                    )
                ])
            )
        }
        nodes.append(
            .list([
                [
                    .link(
                        "\(path)/nachweis",
                        Sentence(
                            en: "Signed proof (names nobody)",
                            de: "Signierter Nachweis (nennt niemanden)"
                        )
                    )
                ],
                [
                    .link(
                        "\(path)/bericht",
                        Sentence(
                            en: "Report for the file (names nobody)",
                            de: "Bericht zur Akte (nennt niemanden)"
                        )
                    )
                ],
            ])
        )
        return .section(Sentence(en: "Proof", de: "Nachweis"), nodes)
    }

    private var days: [Node] {
        guard !outcome.days.isEmpty else { return [] }
        return [
            Table(
                caption: Sentence(
                    en: "Appointments of these messages, by day",
                    de: "Termine dieser Nachrichten, nach Tagen"
                ),
                columns: [
                    .init(Sentence(en: "Day", de: "Tag")),
                    .init(Sentence(en: "Appointments", de: "Termine"), isNumber: true),
                ],
                rows: outcome.days.map { [.words($0.day.words), .number($0.appointments)] },
                sum: [
                    .words(Sentence(en: "Together", de: "Zusammen")),
                    .number(outcome.days.reduce(0) { $0 + $1.appointments }),
                ]
            ).node
        ]
    }
}

extension ContactChannel {
    fileprivate var title: Sentence {
        switch self {
        case .phone: Sentence(en: "Telephone list", de: "Telefonliste")
        case .letter: Sentence(en: "List for letters", de: "Liste für Briefe")
        case .door: Sentence(en: "List for the entrance", de: "Liste für den Eingang")
        }
    }
}
