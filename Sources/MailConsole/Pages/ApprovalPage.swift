import MailCampaign
import MailCore

/// Where somebody approves, by typing what only who has looked knows.
struct ApprovalPage {
    let check: CampaignCheck
    let token: String
    var fields = FormFields([:])
    var errors: [FieldError] = []
    /// Why it cannot be approved, or not by whoever asks.
    var refusal: Sentence?

    var page: Page {
        guard check.status.state == .planned else { return given }
        return Page(
            Sentence(en: "Approve", de: "Freigeben"),
            step: .approval,
            errors: errors + (refusal.map { [FieldError(field: "freigabe", words: $0)] } ?? []),
            [
                .paragraph(
                    Sentence(
                        en:
                            "\(check.messages, "message", "messages") will go out, one to one person each. An e-mail cannot be called back.",
                        de:
                            "\(check.messages, "Nachricht geht", "Nachrichten gehen") hinaus, jede an genau eine Person. Eine E-Mail lässt sich nicht zurückholen."
                    )
                ), planned, form,
                .paragraph([
                    .link(
                        "/k/\(check.id)/pruefen",
                        Sentence(en: "Back: check once more", de: "Zurück: noch einmal prüfen")
                    )
                ]),
                .paragraph([
                    .link(
                        "/k/\(check.id)/testnachricht",
                        Sentence(
                            en: "Before that, send a test mail to a mailbox of your own",
                            de: "Vorher eine Testnachricht an ein eigenes Postfach senden"
                        )
                    )
                ]),
            ]
        )
    }

    private var planned: Node {
        let two =
            check.approvers > 1
            ? Sentence(
                en: " It takes another person to approve.",
                de: " Freigeben muss eine andere Person."
            ) : .empty
        return .paragraph(
            Sentence(
                en: "Planned by \(check.status.plannedBy).\(two)",
                de: "Geplant von: \(check.status.plannedBy).\(two)"
            )
        )
    }

    private var form: Node {
        func error(_ field: String) -> Sentence? { errors.first { $0.field == field }?.words }
        return .element(
            "div",
            [.id("freigabe"), .look("kurz"), Attribute("tabindex", "-1")],
            [
                Form(
                    path: "/k/\(check.id)/freigabe",
                    token: token,
                    fields: [
                        Field.hidden("digest", check.status.digest),
                        Field.text(
                            "anzahl",
                            label: Sentence(
                                en: "How many messages are there?",
                                de: "Wie viele Nachrichten sind es?"
                            ),
                            hint: Sentence(
                                en: "The number stands on the page “Check”.",
                                de: "Die Zahl steht auf der Seite „Prüfen“."
                            ),
                            value: fields["anzahl"],
                            error: error("anzahl"),
                            attributes: [Attribute("inputmode", "numeric")]
                        ),
                        Field.text(
                            "tag",
                            label: Sentence(
                                en: "On which day is the last appointment? (as 31.12.2026)",
                                de: "An welchem Tag ist der letzte Termin? (so: 31.12.2026)"
                            ),
                            value: fields["tag"],
                            error: error("tag")
                        ),
                        Field.text(
                            "name",
                            label: Sentence(en: "Your name", de: "Ihr Name"),
                            hint: Sentence(
                                en: "It is kept with the approval.",
                                de: "Er wird mit der Freigabe festgehalten."
                            ),
                            value: fields["name"],
                            error: error("name"),
                            attributes: [Attribute("spellcheck", "false")]
                        ),
                    ],
                    button: Sentence(
                        en: "Approve \(check.messages, "message", "messages")",
                        de: "\(check.messages, "Nachricht", "Nachrichten") freigeben"
                    )
                ).node
            ]
        )
    }

    private var given: Page {
        Page(
            Sentence(en: "Approved", de: "Freigegeben"),
            step: .approval,
            [
                .paragraph(check.status.approvedBy ?? check.status.state.name),
                .wayOn(
                    "/k/\(check.id)/versand",
                    Sentence(en: "To the sending", de: "Weiter zum Versand")
                ),
            ]
        )
    }
}
