import MailCampaign
import MailCore

/// Where somebody sends a letter of the campaign to the authority itself, before anybody else gets it.
struct TestMailPage {
    let id: String
    let sight: TestMailSight
    let token: String
    var fields = FormFields([:])
    var errors: [FieldError] = []

    private var path: String { "/k/\(id)" }

    var page: Page {
        Page(
            Sentence(en: "Send a test mail", de: "Testnachricht senden"),
            step: .check,
            errors: errors,
            [explanation] + (sight.addresses.isEmpty ? [nowhere] : [form]) + past + [
                .wayOn(
                    "\(path)/pruefen",
                    Sentence(en: "Back to the check", de: "Zurück zum Prüfen")
                )
            ]
        )
    }

    private var explanation: Node {
        .paragraph(
            Sentence(
                en:
                    "The real letter goes through the real mail server, to a mailbox of the office. Name, time and reference in it are made up, and “[Test]” stands in front of the subject. Nobody of the campaign gets it, and nothing of the campaign changes.",
                de:
                    "Das echte Schreiben geht über den echten Mailserver an ein Postfach der Behörde. Name, Uhrzeit und Buchungsnummer darin sind erfunden, und vor dem Betreff steht „[Test]“. Niemand aus der Aktion bekommt es, und an der Aktion ändert sich nichts."
            )
        )
    }

    private var nowhere: Node {
        Notice(
            kind: .info,
            title: Sentence(
                en: "No mailbox for test mails is configured yet",
                de: "Es ist noch kein Postfach für Testnachrichten eingerichtet"
            ),
            children: [
                .paragraph(
                    Sentence(
                        en:
                            "Whoever looks after this machine can name some: test_addresses in the section [content] of the configuration.",
                        de:
                            "Die Systembetreuung kann welche nennen: test_addresses im Abschnitt [content] der Konfiguration."
                    )
                )
            ]
        ).node
    }

    private var form: Node {
        func error(_ field: String) -> Sentence? { errors.first { $0.field == field }?.words }
        let only = sight.addresses.count == 1 ? sight.addresses[0] : ""
        return .element(
            "div",
            [.look("kurz")],
            [
                Form(
                    path: "\(path)/testnachricht",
                    token: token,
                    fields: [
                        Field.choice(
                            "adresse",
                            label: Sentence(en: "To which mailbox?", de: "An welches Postfach?"),
                            options: sight.addresses.map { ($0, Sentence(same: "\($0)")) },
                            chosen: fields["adresse"].isEmpty ? only : fields["adresse"],
                            error: error("adresse")
                        ),
                        Field.text(
                            "zeile",
                            label: Sentence(
                                en: "The letter of which row? (left empty: the first)",
                                de: "Das Schreiben aus welcher Zeile? (leer: das erste)"
                            ),
                            value: fields["zeile"],
                            error: error("zeile"),
                            attributes: [Attribute("inputmode", "numeric")]
                        ),
                    ],
                    button: Sentence(en: "Send the test mail", de: "Testnachricht senden")
                ).node
            ]
        )
    }

    private var past: [Node] {
        guard !sight.past.isEmpty else { return [] }
        return [
            Table(
                caption: Sentence(
                    en: "Test mails of this campaign",
                    de: "Testnachrichten dieser Aktion"
                ),
                columns: [
                    .init(Sentence(en: "When", de: "Wann")),
                    .init(Sentence(en: "Row", de: "Zeile"), isNumber: true),
                    .init(Sentence(en: "Sent by", de: "Gesendet von")),
                    .init(Sentence(en: "Mail server", de: "Mailserver")),
                ],
                rows: sight.past.prefix(20).map {
                    [.words($0.at), .number($0.row), .words($0.by), .words($0.outcome)]
                }
            ).node
        ]
    }
}
