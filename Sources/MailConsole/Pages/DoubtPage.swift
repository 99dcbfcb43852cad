import MailCampaign
import MailCore

/// Everything in doubt, one after the other.
struct DoubtPage {
    let id: String
    let doubts: [DoubtQuestion]
    /// Which one is asked; the first if there is none of that name.
    let wanted: String
    let token: String
    var fields = FormFields([:])
    /// What was wrong with the answer, and where.
    var error: FieldError?

    private var path: String { "/k/\(id)/zweifel" }

    var page: Page {
        guard let place = doubts.firstIndex(where: { $0.name == wanted }) ?? doubts.indices.first
        else { return settled }
        let doubt = doubts[place]
        return Page(
            Sentence(
                en: "In doubt: \(place + 1) of \(doubts.count)",
                de: "Im Zweifel: \(place + 1) von \(doubts.count)"
            ),
            step: .rows,
            errors: [error].compactMap(\.self),
            [
                .paragraph([
                    .strong(Sentence(same: "\(Sentence.rowNumbers(doubt.rows))")),
                    .words(
                        Sentence(
                            en: " of the file: \(doubt.words)",
                            de: " der Datei: \(doubt.words)"
                        )
                    ),
                ]),
                form(doubt), turning(place), all,
            ]
        )
    }

    private var settled: Page {
        Page(
            Sentence(en: "Nothing is in doubt", de: "Es ist nichts im Zweifel"),
            step: .rows,
            [
                .paragraph(
                    Sentence(
                        en: "Every row has an answer.",
                        de: "Zu jeder Zeile gibt es eine Antwort."
                    )
                ),
                .wayOn(
                    "/k/\(id)/vorschau",
                    Sentence(en: "Look at the messages", de: "Weiter: Nachrichten ansehen")
                ),
                .paragraph([
                    .link("/k/\(id)", Sentence(en: "Back to the sums", de: "Zurück zu den Summen"))
                ]),
            ]
        )
    }

    private func form(_ doubt: DoubtQuestion) -> Node {
        let choices = Field.group(
            "wahl",
            legend: Sentence(en: "What is to happen?", de: "Was soll geschehen?"),
            error: error.flatMap { $0.field == "wahl" ? $0.words : nil },
            doubt.choices.map { choice in
                Field.tick(
                    .radio,
                    "wahl",
                    value: choice.rawValue,
                    id: "wahl-\(choice.rawValue)",
                    words: choice.words,
                    isTicked: fields["wahl"] == choice.rawValue
                )
            }
        )
        return Form(
            path: path,
            token: token,
            fields: [Field.hidden("frage", doubt.name), choices] + address(doubt),
            button: Sentence(en: "Keep the answer", de: "Antwort festhalten")
        ).node
    }

    private func address(_ doubt: DoubtQuestion) -> [Node] {
        guard doubt.choices.contains(.address) else { return [] }
        func error(_ field: String) -> Sentence? {
            self.error.flatMap { $0.field == field ? $0.words : nil }
        }
        var fields = [
            Field.text(
                "adresse",
                label: Sentence(
                    en: "Address, only if it is to be an e-mail",
                    de: "Adresse, nur wenn es eine E-Mail werden soll"
                ),
                hint: Sentence(
                    en: "As the person has given it.",
                    de: "So, wie die Person sie genannt hat."
                ),
                value: self.fields["adresse"],
                error: error("adresse")
            )
        ]
        if doubt.needsStart {
            fields.append(
                Field.text(
                    "beginn",
                    label: Sentence(
                        en: "When does the appointment begin? (as 16.03.2021 09:10)",
                        de: "Wann beginnt der Termin? (so: 16.03.2021 09:10)"
                    ),
                    value: self.fields["beginn"],
                    error: error("beginn")
                )
            )
        }
        if error("mit") != nil {
            fields.append(
                Field.text(
                    "mit",
                    label: Sentence(
                        en: "If both share the address: the row of the other person",
                        de: "Wenn sich beide die Adresse teilen: die Zeile der anderen Person"
                    ),
                    value: self.fields["mit"],
                    error: error("mit"),
                    attributes: [Attribute("inputmode", "numeric")]
                )
            )
        }
        return fields
    }

    private func turning(_ place: Int) -> Node {
        guard doubts.count > 1 else { return .nothing }
        let next = doubts[(place + 1) % doubts.count]
        return .paragraph([
            .link(
                "\(path)?frage=\(next.name)",
                Sentence(en: "Leave it for later", de: "Für später lassen")
            )
        ])
    }

    /// The one answer for all: nobody gets an e-mail by mistake.
    private var all: Node {
        .section(
            Sentence(en: "No time?", de: "Keine Zeit?"),
            [
                .paragraph(
                    Sentence(
                        en:
                            "Put everybody in doubt on the telephone list: they get no e-mail, and somebody calls.",
                        de:
                            "Setzen Sie alle im Zweifel auf die Telefonliste: Sie bekommen keine E-Mail, und jemand ruft an."
                    )
                ),
                Form(
                    path: "\(path)/alle",
                    token: token,
                    button: Sentence(
                        en: "Phone all of them",
                        de: "Alle anrufen"
                    ),
                    look: "kern-btn kern-btn--secondary"
                ).node,
            ]
        )
    }
}
