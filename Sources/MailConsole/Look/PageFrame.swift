import MailCampaign
import MailCore

/// What stands around every page.
struct PageFrame {
    let facts: OfficeFacts
    /// Nil for whoever is not in.
    let session: Session?
    /// Said once, above the page.
    let news: Sentence?
    /// The moment everything is judged by, where that is not now.
    let moment: String?

    func html(of page: Page, in language: Language) -> String {
        "<!DOCTYPE html>\n" + root(page, language).html(in: language)
    }

    private func root(_ page: Page, _ language: Language) -> Node {
        .element(
            "html",
            [Attribute("lang", language.rawValue)],
            [.element("head", [], head(page)), .element("body", [], body(page))]
        )
    }

    private func head(_ page: Page) -> [Node] {
        let error =
            page.errors.isEmpty ? Sentence.empty : Sentence(en: "Error: ", de: "Fehler: ")
        let refresh = page.refresh.map {
            Node.element(
                "meta",
                [Attribute("http-equiv", "refresh"), Attribute("content", $0)],
                []
            )
        }
        return [
            .element("meta", [Attribute("charset", "utf-8")], []),
            .element(
                "meta",
                [
                    Attribute("name", "viewport"),
                    Attribute("content", "width=device-width, initial-scale=1"),
                ],
                []
            ),
            .element(
                "title",
                [],
                [
                    .words(
                        Sentence(same: "\(error)\(page.title) – Einzelpost – \(name)")
                    )
                ]
            ),
        ]
            + (theme + ["/stil.css"]).map { path in
                .element("link", [Attribute("rel", "stylesheet"), .href(path)], [])
            } + [
                .element("link", [Attribute("rel", "icon"), .href("data:,")], []),
                .element("script", [Attribute("src", "/skript.js"), .set("defer")], []),
            ] + [refresh].compactMap(\.self)
    }

    private var theme: [String] { facts.theme?.stylesheets.map { "/thema/\($0)" } ?? [] }

    private var name: String { facts.authority.name }

    private func body(_ page: Page) -> [Node] {
        [
            .element(
                "a",
                [.href("#inhalt"), .look("sprung")],
                [.words(Sentence(en: "To the content", de: "Zum Inhalt"))]
            ),
            header,
            .element(
                "main",
                [.id("inhalt"), .look("kern-container"), Attribute("tabindex", "-1")],
                above(page) + [.heading(page.title)] + page.children
            ),
            footer,
        ]
    }

    private var header: Node {
        let start =
            session == nil ? [] : [Node.link("/", Sentence(en: "Start page", de: "Startseite"))]
        return .element(
            "header",
            [.look("kopf")],
            [
                .element(
                    "div",
                    [.look("kern-container")],
                    [
                        .element("strong", [], [.words(Sentence(same: "Einzelpost"))]),
                        .element("span", [], [.words(Sentence(same: "\(name)"))]),
                    ] + start
                )
            ]
        )
    }

    private func above(_ page: Page) -> [Node] {
        [
            page.step.map(Self.steps),
            moment.map(Self.practice),
            warning,
            news.map { Notice(kind: .success, title: $0).node },
            page.errors.isEmpty ? nil : Self.summary(of: page.errors),
        ].compactMap(\.self)
    }

    private static func steps(_ step: Page.Step) -> Node {
        .element(
            "ol",
            [
                .look("schritte"),
                Attribute("aria-label", Sentence(en: "Steps", de: "Schritte")),
            ],
            Page.Step.allCases.map { other in
                .element(
                    "li",
                    other == step ? [Attribute("aria-current", "step")] : [],
                    [.words(Sentence(same: "\(other.rawValue + 1) \(other.name)"))]
                )
            }
        )
    }

    private static func practice(_ moment: String) -> Node {
        let day = WrittenMoment.words(moment)
        return .element(
            "p",
            [.look("uebung")],
            [
                .words(
                    Sentence(
                        en: "Practice: appointments are judged as of \(day).",
                        de: "Übung: Termine werden beurteilt wie am \(day)."
                    )
                )
            ]
        )
    }

    /// Hidden until the time comes near; without scripts it stays away, and nothing typed is lost either way.
    private var warning: Node? {
        guard session != nil else { return nil }
        let seconds = Int((Session.longestPause - .seconds(120)).components.seconds)
        return .element(
            "div",
            [
                .id("sitzung"), .look("kern-alert kern-alert--warning"),
                Attribute("role", "status"), Attribute("data-sekunden", seconds), .set("hidden"),
            ],
            [
                .element(
                    "div",
                    [.look("kern-alert__body")],
                    [
                        .paragraph(
                            Sentence(
                                en:
                                    "You will be logged out in two minutes. Everything you have decided is kept.",
                                de:
                                    "Sie werden in zwei Minuten abgemeldet. Alles, was Sie entschieden haben, ist festgehalten."
                            )
                        ),
                        .button(
                            Sentence(en: "Stay logged in", de: "Angemeldet bleiben"),
                            [Attribute("type", "button"), .look("kern-btn kern-btn--secondary")]
                        ),
                    ]
                )
            ]
        )
    }

    private static func summary(of errors: [FieldError]) -> Node {
        .element(
            "div",
            [
                .id("fehler"), .look("kern-alert kern-alert--danger"),
                Attribute("tabindex", "-1"), Attribute("role", "group"),
                Attribute("aria-labelledby", "fehler-titel"),
            ],
            [
                .element(
                    "div",
                    [.look("kern-alert__header")],
                    [
                        .element(
                            "h2",
                            [.id("fehler-titel"), .look("kern-heading-medium")],
                            [
                                .words(
                                    Sentence(
                                        en: "Something is not right yet",
                                        de: "Etwas stimmt noch nicht"
                                    )
                                )
                            ]
                        )
                    ]
                ),
                .element(
                    "div",
                    [.look("kern-alert__body")],
                    [
                        .list(
                            errors.map { error in
                                [
                                    .element(
                                        "a",
                                        [.href("#\(error.field)"), .look("kern-link")],
                                        [.words(error.words)]
                                    )
                                ]
                            }
                        )
                    ]
                ),
            ]
        )
    }

    private var footer: Node {
        let help = facts.authority
        var items: [Node] = [
            .link("/barrierefreiheit", Sentence(en: "Accessibility", de: "Barrierefreiheit")),
            .element(
                "span",
                [],
                [
                    .words(
                        Sentence(
                            en: "Help: \(help.name), telephone \(help.phone)",
                            de: "Hilfe: \(help.name), Telefon \(help.phone)"
                        )
                    )
                ]
            ),
        ]
        if let session {
            if let person = session.person {
                items.append(
                    .element(
                        "span",
                        [],
                        [
                            .words(
                                Sentence(
                                    en: "Signed in as \(person)",
                                    de: "Angemeldet als \(person)"
                                )
                            )
                        ]
                    )
                )
            }
            let isGerman = session.language == .de
            items += [
                .element(
                    "div",
                    [Attribute("lang", isGerman ? "en" : "de")],
                    [
                        Form(
                            path: "/sprache",
                            token: session.formToken,
                            button: Sentence(same: "\(isGerman ? "English" : "Deutsch")"),
                            look: "kern-btn kern-btn--secondary kern-btn--klein"
                        ).node
                    ]
                ),
                Form(
                    path: "/abmelden",
                    token: session.formToken,
                    button: Sentence(en: "Log out", de: "Abmelden"),
                    look: "kern-btn kern-btn--secondary kern-btn--klein"
                ).node,
            ]
        }
        return .element(
            "footer",
            [.look("fuss")],
            [.element("div", [.look("kern-container")], items)]
        )
    }
}
