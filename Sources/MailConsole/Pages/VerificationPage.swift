import MailCampaign
import MailCore

/// What came of checking every promise again, where somebody has asked for it.
struct VerificationPage {
    let id: String
    let verification: CampaignVerification

    var page: Page {
        Page(
            Sentence(en: "Checked again", de: "Noch einmal geprüft"),
            step: .result,
            [
                Self.notice(of: verification),
                .wayOn(
                    "/k/\(id)/ergebnis",
                    Sentence(en: "Back to the result", de: "Zurück zum Ergebnis")
                ),
            ]
        )
    }

    static func notice(of verification: CampaignVerification) -> Node {
        Notice(
            kind: verification.isOK ? .success : .danger,
            title: verification.isOK
                ? Sentence(
                    en: "checked again, every promise that can be checked is kept.",
                    de:
                        "Noch einmal geprüft, und alle Zusagen, die sich prüfen lassen, sind eingehalten."
                )
                : Sentence(
                    en: "The check has failed. Call your IT.",
                    de: "Die Prüfung ist nicht bestanden. Rufen Sie die Systembetreuung an."
                ),
            children: [
                .element(
                    "details",
                    [],
                    [
                        .element(
                            "summary",
                            [],
                            [.words(Sentence(en: "What was checked", de: "Was geprüft wurde"))]
                        ), .lines(verification.words),
                    ]
                )
            ]
        ).node
    }
}
