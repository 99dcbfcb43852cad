import MailCampaign
import MailCore

/// How far the sending is, and the way to stop it.
struct SendingPage {
    let status: StatusReport?
    let id: String
    /// Nil if nothing is being sent.
    let sight: SendingSight?
    let isRunning: Bool
    let isStopping: Bool
    /// What the last run had to say.
    let words: Sentence?
    let hasFailed: Bool
    let token: String
    /// Whether somebody wants the page to be fetched again by itself.
    let refreshes: Bool

    private var path: String { "/k/\(id)" }

    var page: Page {
        isRunning
            ? running
            : Page(title, step: .sending, failure + standing)
    }

    /// Whether nothing is left to see here.
    var isAtItsEnd: Bool {
        switch status?.state {
        case .finished, .erased: !hasFailed && !isRunning
        case .planned, .approved, .sending, .paused, nil: false
        }
    }

    private var title: Sentence {
        switch status?.state {
        case .paused: Sentence(en: "Interrupted", de: "Der Versand ist unterbrochen")
        case .finished: Sentence(en: "Sending has ended", de: "Der Versand ist beendet")
        case .approved: Sentence(en: "Ready to send", de: "Bereit zum Senden")
        case .planned: Sentence(en: "Not approved yet", de: "Noch nicht freigegeben")
        case .sending, .erased, nil: Sentence(en: "Sending", de: "Versand")
        }
    }

    private var running: Page {
        Page(
            isStopping
                ? Sentence(en: "Sending is being stopped", de: "Der Versand wird angehalten")
                : Sentence(en: "Sending is under way", de: "Der Versand läuft"),
            step: .sending,
            refresh: refreshes ? 10 : nil,
            [
                .element(
                    "div",
                    [.id("stand"), Attribute("data-verlauf", "\(path)/verlauf")],
                    Self.standing(sight)
                ),
                .element(
                    "div",
                    [.id("gesagt"), Attribute("role", "status"), .look("nur-vorgelesen")],
                    []
                ),
                .element("div", [.look("reihe")], isStopping ? [] : [stop]), updating,
                .paragraph(
                    Sentence(
                        en:
                            "You may close this page; sending goes on, and this address shows how far it is.",
                        de:
                            "Sie können diese Seite schließen. Der Versand läuft weiter, und unter dieser Adresse sehen Sie den Stand."
                    )
                ),
            ]
        )
    }

    private var stop: Node {
        Form(
            path: "\(path)/anhalten",
            token: token,
            button: Sentence(en: "Stop", de: "Anhalten"),
            look: "kern-btn kern-btn--secondary kern-btn--danger"
        ).node
    }

    private var updating: Node {
        .element(
            "div",
            [.look("reihe")],
            [
                .link(
                    "\(path)/versand",
                    Sentence(en: "Show how far it is now", de: "Stand aktualisieren")
                ),
                .element(
                    "button",
                    [
                        Attribute("type", "button"), .id("ruhe"),
                        .look("kern-btn kern-btn--secondary"),
                        Attribute("aria-pressed", "false"), .set("hidden"),
                    ],
                    [
                        .words(
                            Sentence(
                                en: "Do not update by itself",
                                de: "Nicht von selbst aktualisieren"
                            )
                        )
                    ]
                ),
                .element(
                    "noscript",
                    [],
                    [
                        refreshes
                            ? .link(
                                "\(path)/versand",
                                Sentence(
                                    en: "Do not update by itself",
                                    de: "Nicht mehr von selbst aktualisieren"
                                )
                            )
                            : .link(
                                "\(path)/versand?auto=1",
                                Sentence(
                                    en: "Update every ten seconds",
                                    de: "Alle zehn Sekunden aktualisieren"
                                )
                            )
                    ]
                ),
            ]
        )
    }

    /// What is replaced while it is sent.
    static func standing(_ sight: SendingSight?) -> [Node] {
        guard let sight else {
            return [.paragraph(Sentence(en: "It begins at once.", de: "Es geht gleich los."))]
        }
        if let seconds = sight.secondsToBegin {
            return [
                .element("p", [.look("gross")], [.words(sight.words)]),
                .paragraph(
                    Sentence(
                        en: "\(seconds, "second", "seconds") to go. Nothing has been sent yet.",
                        de:
                            "Noch \(seconds, "Sekunde", "Sekunden"). Bis dahin ist nichts gesendet."
                    )
                ),
            ]
        }
        return [
            .element(
                "p",
                [.look("gross")],
                [
                    .words(
                        Sentence(
                            en: "\(sight.gone) of \(sight.total, "message", "messages")",
                            de:
                                "\(count: sight.gone) von \(sight.total, "Nachricht", "Nachrichten")"
                        )
                    )
                ]
            ),
            bar(of: sight),
            table(of: sight),
            .paragraph(sight.words),
        ]
    }

    private static func bar(of sight: SendingSight) -> Node {
        Picture(
            title: Sentence(
                en: "\(sight.percent) per cent have come to an end",
                de: "\(sight.percent) Prozent sind erledigt"
            ),
            bars: sight.states.reversed().map {
                Picture.Bar(value: $0.messages, look: $0.state.look)
            }
        ).whole(id: "stand-bild")
    }

    private static func table(of sight: SendingSight) -> Node {
        Table(
            caption: Sentence(en: "Messages by state", de: "Nachrichten nach ihrem Stand"),
            columns: [
                .init(Sentence(en: "State", de: "Stand")),
                .init(Sentence(en: "Messages", de: "Nachrichten"), isNumber: true),
            ],
            rows: sight.states.map { [.words($0.state.explanation), .number($0.messages)] },
            sum: [.words(Sentence(en: "Together", de: "Zusammen")), .number(sight.total)]
        ).node
    }

    private var failure: [Node] {
        guard let words else { return [] }
        return [
            Notice(
                kind: hasFailed ? .danger : .info,
                title: words,
                children: hasFailed ? [.paragraph(.notOutlook)] : []
            ).node
        ]
    }

    /// Where it stands while nothing is sent.
    private var standing: [Node] {
        guard let status else {
            return [
                .paragraph(
                    Sentence(
                        en: "Another campaign is being sent just now.",
                        de: "Es wird gerade eine andere Aktion gesendet."
                    )
                )
            ]
        }
        switch status.state {
        case .planned:
            return [
                .wayOn("\(path)/pruefen", Sentence(en: "Check first", de: "Zuerst prüfen"))
            ]
        case .approved: return begin(status)
        case .paused: return interrupted(status)
        case .finished, .erased, .sending:
            return [
                .wayOn("\(path)/ergebnis", Sentence(en: "To the result", de: "Zum Ergebnis"))
            ]
        }
    }

    private func begin(_ status: StatusReport) -> [Node] {
        [
            .paragraph(status.approvedBy ?? .empty),
            .paragraph(
                Sentence(
                    en:
                        "You can stop at any time; at most the messages that are under way just then still go out.",
                    de:
                        "Sie können jederzeit anhalten. Hinaus geht dann höchstens noch, was gerade unterwegs ist."
                )
            ),
            .paragraph([
                .link(
                    "\(path)/testnachricht",
                    Sentence(
                        en: "Before that, send a test mail to a mailbox of your own",
                        de: "Vorher eine Testnachricht an ein eigenes Postfach senden"
                    )
                )
            ]),
            Form(
                path: "\(path)/versand",
                token: token,
                button: Sentence(
                    en: "Send \(status.deliveries.live, "message", "messages") now",
                    de: "\(status.deliveries.live, "Nachricht", "Nachrichten") jetzt senden"
                )
            ).node,
        ]
    }

    private func interrupted(_ status: StatusReport) -> [Node] {
        let why: [Node] = (status.stopWords.map { [Node.paragraph($0)] }) ?? []
        let open = status.deliveries.open
        let sums = Node.paragraph(
            Sentence(
                en:
                    "\(status.deliveries[.accepted]) of \(status.deliveries.live, "message", "messages") have been accepted, \(open) still have to go.",
                de:
                    "Von \(status.deliveries.live, "Nachricht", "Nachrichten") sind \(count: status.deliveries[.accepted]) angenommen, \(count: open) noch zu senden."
            )
        )
        let resume =
            open > 0
            ? [
                .paragraph(
                    Sentence(
                        en: "Nobody is told twice when you go on.",
                        de: "Wenn Sie fortsetzen, wird niemand doppelt benachrichtigt."
                    )
                ),
                .paragraph(.notOutlook),
                Form(
                    path: "\(path)/versand",
                    token: token,
                    button: Sentence(en: "Resume", de: "Fortsetzen")
                ).node,
            ] : []
        return why + [sums] + resume + [
            .paragraph([
                .link(
                    "\(path)/ergebnis",
                    Sentence(en: "Sums and lists so far", de: "Summen und Listen bis jetzt")
                )
            ])
        ]
    }
}

extension DeliveryState {
    /// How it looks in a picture.
    var look: String {
        switch self {
        case .accepted: "balken-gut"
        case .refused, .expired: "balken-schlecht"
        case .unknown, .deferred: "balken-warn"
        case .sending: "balken"
        case .planned, .withdrawn: "balken-offen"
        }
    }
}
