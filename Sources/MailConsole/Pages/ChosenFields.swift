import MailCampaign
import MailCore

/// Reads what was chosen on the page of a file.
struct ChosenFields {
    let choice: CancelChoice?
    let errors: [FieldError]

    init(_ fields: FormFields, of look: FileLook) {
        var errors: [FieldError] = []
        let days = Set(look.days.map(\.day))
        func day(_ field: String, _ words: Sentence) -> LocalDay? {
            if let day = LocalDay(iso8601: fields[field]), days.contains(day) { return day }
            errors.append(FieldError(field: field, words: words))
            return nil
        }
        let first = day(
            "von",
            Sentence(
                en: "Please choose the first day.",
                de: "Bitte wählen Sie den ersten Tag."
            )
        )
        let last = day(
            "bis",
            Sentence(en: "Please choose the last day.", de: "Bitte wählen Sie den letzten Tag.")
        )
        if let first, let last, last < first {
            errors.append(
                FieldError(
                    field: "bis",
                    words: Sentence(
                        en: "The last day lies before the first.",
                        de: "Der letzte Tag liegt vor dem ersten."
                    )
                )
            )
        }
        let services = Self.values("leistung", fields, look.services, &errors)
        let sites = Self.values("ort", fields, look.sites, &errors)
        let expected = Self.expected(fields["erwartet"], &errors)
        self.errors = errors
        guard errors.isEmpty, let first, let last else {
            choice = nil
            return
        }
        choice = CancelChoice(
            days: first...last,
            services: services,
            sites: sites,
            expected: expected
        )
    }

    /// Nothing named means all of them: so where there is a choice, all must have been ticked for that.
    private static func values(
        _ field: String,
        _ fields: FormFields,
        _ values: FileLook.Values,
        _ errors: inout [FieldError]
    ) -> [String] {
        guard values.isChoice else { return [] }
        let ticked = values.named.map(\.text).filter(Set(fields.all(field)).contains)
        let others = fields["\(field)-andere"] == "1"
        if ticked.isEmpty, !others {
            errors.append(
                FieldError(
                    field: field,
                    words: Sentence(
                        en: "Please tick what is cancelled.",
                        de: "Bitte kreuzen Sie an, was abgesagt wird."
                    )
                )
            )
        }
        let isAll = ticked.count == values.named.count
        if others, !isAll {
            errors.append(
                FieldError(
                    field: field,
                    words: Sentence(
                        en:
                            "Rows that do not say it can be cancelled together with all others only.",
                        de:
                            "Zeilen ohne Angabe lassen sich nur zusammen mit allen anderen absagen."
                    )
                )
            )
        }
        return others && isAll ? [] : ticked
    }

    private static func expected(_ typed: String, _ errors: inout [FieldError]) -> Int? {
        let text = typed.trimmed.replacing(".", with: "")
        guard !text.isEmpty else { return nil }
        if let number = Int(text), (try? Planning.Choice.check(expected: number)) != nil {
            return number
        }
        errors.append(
            FieldError(
                field: "erwartet",
                words: Sentence(
                    en: "Please type a number, as 1500, or nothing.",
                    de: "Bitte tippen Sie eine Zahl ein, etwa 1500, oder nichts."
                )
            )
        )
        return nil
    }
}
