import MailCampaign
import MailCore

/// Where the file is handed over.
struct UploadPage {
    let token: String
    /// Where the example lies; nil outside of it.
    var example: String?
    var error: Sentence?
    var questions: [FileLook.Question] = []

    var page: Page {
        Page(
            Sentence(en: "Hand over the list", de: "Terminliste übergeben"),
            step: .file,
            errors: error.map { [FieldError(field: "datei", words: $0)] } ?? [],
            hint + [
                Form(
                    path: "/datei",
                    token: token,
                    isUpload: true,
                    fields: [
                        Field.file(
                            "datei",
                            label: Sentence(
                                en: "List of appointments (CSV or xlsx)",
                                de: "Terminliste (CSV oder xlsx)"
                            ),
                            hint: Sentence(
                                en: "As the booking system exports it, up to 64 MB.",
                                de: "So, wie das Buchungssystem sie exportiert, bis 64 MB."
                            ),
                            error: error
                        )
                    ],
                    button: Sentence(en: "Read the file", de: "Datei lesen")
                ).node,
                .paragraph(
                    Sentence(
                        en:
                            "Nothing is sent yet. Until you have chosen, the file is kept encrypted, for half an hour at most. Of rows of other days nothing is kept.",
                        de:
                            "Es wird noch nichts gesendet. Bis Sie ausgewählt haben, liegt die Datei verschlüsselt auf diesem Rechner, höchstens eine halbe Stunde. Von Zeilen anderer Tage wird nichts aufbewahrt."
                    )
                ),
            ]
        )
    }

    private var hint: [Node] {
        guard let example else { return [] }
        return [
            Notice(
                kind: .info,
                title: Sentence(
                    en: "For practice, take the example:",
                    de: "Nehmen Sie zum Üben das Beispiel:"
                ),
                children: [
                    .paragraph([.element("code", [], [.words(Sentence(same: "\(example)"))])])
                ]
            ).node
        ]
    }
}
