import MailCampaign
import MailCore

/// What somebody has typed to approve.
struct TypedApproval: Sendable {
    let digest: String
    let person: ApproverName?
    private let number: String
    private let day: String

    init(_ fields: FormFields) {
        digest = fields["digest"]
        person = ApproverName(fields["name"])
        number = fields["anzahl"]
        day = fields["tag"]
    }

    /// Whoever confirms: what stands in the fields, once.
    var respondent: Respondent {
        .somebody { question, isAgain in isAgain ? nil : answer(to: question) }
    }

    private func answer(to question: ConfirmationQuestion) -> String {
        switch question {
        case .messages: number
        case .lastDay: day
        }
    }

    /// What is wrong at each field; that the number is not the right one is said, and never which one is.
    func errors(for check: CampaignCheck) -> [FieldError] {
        var errors: [FieldError] = []
        if !ConfirmationQuestion.messages(check.messages).isAnswered(by: number) {
            errors.append(
                FieldError(
                    field: "anzahl",
                    words: Sentence(
                        en: "That is not the number of messages. Look at the page “Check”.",
                        de:
                            "Das ist nicht die Zahl der Nachrichten. Sehen Sie auf der Seite „Prüfen“ nach."
                    )
                )
            )
        }
        if let last = check.last, !ConfirmationQuestion.lastDay(last.local.day).isAnswered(by: day)
        {
            errors.append(
                FieldError(
                    field: "tag",
                    words: Sentence(
                        en: "That is not the day of the last appointment.",
                        de: "Das ist nicht der Tag des letzten Termins."
                    )
                )
            )
        }
        if person == nil {
            errors.append(
                FieldError(
                    field: "name",
                    words: Sentence(
                        en: "Please type your name.",
                        de: "Bitte tippen Sie Ihren Namen ein."
                    )
                )
            )
        }
        return errors
    }
}
