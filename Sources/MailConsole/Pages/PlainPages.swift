import MailCampaign
import MailCore

/// Pages that say one thing.
enum PlainPages {
    /// For whoever is not in, or not any more.
    static let outside = Page(
        Sentence(en: "Please come in by the link", de: "Bitte über den Link anmelden"),
        status: 401,
        [
            .paragraph(
                Sentence(
                    en:
                        "You are not logged in, or have been logged out after half an hour. Everything you have decided is kept.",
                    de:
                        "Sie sind nicht angemeldet, oder Sie wurden nach einer halben Stunde abgemeldet. Alles, was Sie entschieden haben, ist festgehalten."
                )
            ),
            .paragraph(
                Sentence(
                    en:
                        "Where “einzelpost console” runs, press Enter: it shows a new link. Each link works once, for two minutes.",
                    de:
                        "Drücken Sie dort, wo „einzelpost console“ läuft, die Eingabetaste: Dann erscheint ein neuer Link. Jeder Link gilt einmal, zwei Minuten lang."
                )
            ),
        ]
    )

    /// For whoever comes through the proxy, which does not say who it is.
    static let notSignedIn = Page(
        Sentence(en: "You are not signed in", de: "Sie sind nicht angemeldet"),
        status: 401,
        [
            .paragraph(
                Sentence(
                    en:
                        "The office's sign-in has not said who you are. Close the browser, open this page again, and sign in; if that does not help, whoever looks after these pages can.",
                    de:
                        "Die Anmeldung der Behörde hat nicht mitgeteilt, wer Sie sind. Schließen Sie den Browser, öffnen Sie diese Seite neu, und melden Sie sich an. Hilft das nicht, wenden Sie sich an die Systembetreuung."
                )
            )
        ]
    )

    /// For somebody of whom the configuration says nothing.
    static func unknown(_ person: String) -> Page {
        Page(
            Sentence(
                en: "You have no rights here yet",
                de: "Sie haben hier noch keine Rechte"
            ),
            status: 403,
            [
                .paragraph(
                    Sentence(
                        en:
                            "You are signed in as \(person). Whoever looks after these pages can say what you may do here: in [console.people] of the configuration.",
                        de:
                            "Sie sind angemeldet als \(person). Was Sie hier dürfen, legt die Systembetreuung fest: in der Konfiguration unter [console.people]."
                    )
                )
            ]
        )
    }

    /// For somebody who may do other things.
    static func withoutRight(_ right: ConsoleRight) -> Page {
        Page(
            Sentence(en: "You may not do this", de: "Das dürfen Sie nicht"),
            status: 403,
            [
                .paragraph(
                    Sentence(
                        en:
                            "For this it takes the right to \(right.words) (“\(right.rawValue)” in [console.people]), and you do not have it. Nothing was changed. Ask a colleague who has it, or whoever looks after these pages.",
                        de:
                            "Dazu gehört das Recht, \(right.words) („\(right.rawValue)“ in [console.people]), und das haben Sie nicht. Es wurde nichts geändert. Bitten Sie jemanden, der es hat, oder die Systembetreuung."
                    )
                ),
                .wayOn("/", Sentence(en: "To the start page", de: "Zur Startseite")),
            ]
        )
    }

    static let missing = Page(
        Sentence(en: "There is no such page", de: "Diese Seite gibt es nicht"),
        status: 404,
        [.wayOn("/", Sentence(en: "To the start page", de: "Zur Startseite"))]
    )

    static let uploadOver = Page(
        Sentence(
            en: "The file is not here any more",
            de: "Die Datei liegt nicht mehr vor"
        ),
        status: 410,
        [
            .paragraph(
                Sentence(
                    en:
                        "A file that is not planned is kept for half an hour at most, and not beyond a restart. Please hand it over again.",
                    de:
                        "Eine Datei, aus der noch nichts geplant ist, wird höchstens eine halbe Stunde aufbewahrt, und nicht über einen Neustart hinaus. Bitte übergeben Sie sie noch einmal."
                )
            ),
            .wayOn("/datei", Sentence(en: "Hand over the file", de: "Datei übergeben")),
        ]
    )

    static let foreignForm = Page(
        Sentence(en: "This form is out of date", de: "Dieses Formular gilt nicht mehr"),
        status: 403,
        [
            .paragraph(
                Sentence(
                    en: "Nothing was changed. Open the page again, and send it once more.",
                    de:
                        "Es wurde nichts geändert. Öffnen Sie die Seite noch einmal, und senden Sie sie neu ab."
                )
            ), .wayOn("/", Sentence(en: "To the start page", de: "Zur Startseite")),
        ]
    )

    /// Something that a use case has refused.
    static func refused(_ report: ErrorReport) -> Page {
        let isBusy = report.conclusion == .busy
        return Page(
            isBusy
                ? Sentence(
                    en: "Not now, something is being sent",
                    de: "Gerade nicht möglich, es wird gesendet"
                ) : Sentence(en: "That was not possible", de: "Das war nicht möglich"),
            status: status(of: report.conclusion),
            [
                Notice(
                    kind: .warning,
                    title: report.message,
                    children: report.problems.isEmpty ? [] : [.list(report.problems)]
                ).node,
                .paragraph(.notOutlook),
                .wayOn("/", Sentence(en: "To the start page", de: "Zur Startseite")),
            ]
        )
    }

    private static func status(of conclusion: Conclusion) -> Int {
        switch conclusion {
        case .usage: 404
        case .busy: 503
        case .fault, .system, .state, .configuration: 500
        case .done, .needsDecision, .stopped, .refused, .input, .relay: 409
        }
    }

    static let left = Page(
        Sentence(en: "Logged out", de: "Abgemeldet"),
        [
            .paragraph(
                Sentence(
                    en: "Everything you have decided is kept. A sending goes on.",
                    de:
                        "Alles, was Sie entschieden haben, ist festgehalten. Ein laufender Versand geht weiter."
                )
            )
        ]
    )

    static func accessibility(_ facts: OfficeFacts) -> Page {
        let authority = facts.authority
        return Page(
            Sentence(en: "Accessibility", de: "Barrierefreiheit"),
            [
                .paragraph(
                    Sentence(
                        en:
                            "\(authority.name) wants everybody to be able to work with these pages. They are made after WCAG 2.2, level AA, and so after BITV 2.0.",
                        de:
                            "\(authority.name) möchte, dass alle mit diesen Seiten arbeiten können. Sie folgen den WCAG 2.2, Stufe AA, und damit der BITV 2.0."
                    )
                ),
                .list([
                    Sentence(
                        en: "Everything works with the keyboard alone, and without scripts.",
                        de: "Alles geht allein mit der Tastatur, und ohne Skripte."
                    ),
                    Sentence(
                        en: "Pictures of numbers have the numbers beside them.",
                        de: "Neben Bildern von Zahlen stehen die Zahlen selbst."
                    ),
                    Sentence(
                        en: "Nothing moves or changes by itself that cannot be stopped.",
                        de: "Was sich von selbst ändert, lässt sich anhalten."
                    ),
                ]),
                .section(
                    Sentence(en: "Something does not work?", de: "Etwas funktioniert nicht?"),
                    [
                        .paragraph(
                            Sentence(
                                en:
                                    "Tell us: \(authority.name), \(authority.address), telephone \(authority.phone), e-mail \(authority.email).",
                                de:
                                    "Sagen Sie es uns: \(authority.name), \(authority.address), Telefon \(authority.phone), E-Mail \(authority.email)."
                            )
                        )
                    ]
                ),
            ]
        )
    }
}

extension Form {
    /// A form whose answer is saved and leaves the page as it is, so that it may be sent again.
    var download: Node {
        guard case .element(let name, let attributes, let children) = node else { return node }
        return .element(name, attributes + [Attribute("data-download", "1")], children)
    }
}

extension ConsoleRight {
    fileprivate var words: Sentence {
        switch self {
        case .plan:
            Sentence(en: "plan and decide", de: "zu planen und zu entscheiden")
        case .approve: Sentence(en: "approve", de: "freizugeben")
        case .send: Sentence(en: "send", de: "zu senden")
        case .lists:
            Sentence(
                en: "see people and save lists",
                de: "Personen zu sehen und Listen zu speichern"
            )
        case .audit:
            Sentence(
                en: "save proof and report",
                de: "Nachweis und Bericht zu speichern"
            )
        }
    }
}
