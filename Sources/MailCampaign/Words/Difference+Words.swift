package import MailCore

extension Difference {
    /// In plain words; more than one line for lines of a file.
    package var lines: [Sentence] {
        switch self {
        case .value(let subject, let old, let new):
            [Sentence(same: "\(subject.words): \(shown(old, subject)) → \(shown(new, subject))")]
        case .column(let column, let isKept, let isNew):
            [
                Sentence(
                    en:
                        "column \(isKept ? "kept" : "not kept") \(isNew ? "now" : "no longer"): \(column)",
                    de:
                        "Spalte \(isNew ? "neu" : "nicht mehr") \(isKept ? "verwendet" : "verworfen"): \(column)"
                )
            ]
        case .relayDetails:
            [
                Sentence(
                    en: "relay: its security, login or certificates are others",
                    de:
                        "Mailserver: Verschlüsselung, Anmeldung oder Zertifikate sind andere"
                )
            ]
        case .lines(let file, let count, let shown):
            [
                Sentence(
                    en: "\(file): \(count) lines differ",
                    de: "\(file): \(count, "Textzeile ist", "Textzeilen sind") anders"
                )
            ] + shown.map { Sentence(same: "    \($0)") }
                + (count > shown.count
                    ? [
                        Sentence(
                            en: "    … and \(count - shown.count) more",
                            de: "    … und \(count: count - shown.count) weitere"
                        )
                    ] : [])
        }
    }

    private func shown(_ value: String?, _ subject: Subject) -> Sentence {
        value.map { Sentence(storedList: $0) } ?? subject.none
    }
}

extension Difference.Subject: Worded {
    package var words: Sentence {
        switch self {
        case .rows: Sentence(en: "rows", de: "Zeilen")
        case .messages: Sentence(en: "messages", de: "Nachrichten")
        case .days: Sentence(en: "days", de: "Tage")
        case .services: Sentence(en: "services", de: "Leistungen")
        case .sites: Sentence(en: "sites", de: "Orte")
        case .timeZone: Sentence(en: "time zone", de: "Zeitzone")
        case .sourceForm: Sentence(en: "file read as", de: "Datei gelesen als")
        case .people: Sentence(en: "people who must agree", de: "Personen, die zustimmen müssen")
        case .relay: Sentence(en: "relay", de: "Mailserver")
        case .template: Sentence(en: "template", de: "Vorlage")
        case .key(let key): Sentence(same: "\(key)")
        }
    }

    /// What stands where there is no value.
    fileprivate var none: Sentence {
        switch self {
        case .services, .sites: Sentence(en: "all", de: "alle")
        case .key, .rows, .messages, .days, .timeZone, .sourceForm, .people, .relay, .template:
            Sentence(en: "none", de: "nichts")
        }
    }
}

extension CampaignDifferences {
    /// In plain words.
    package var lines: [Sentence] { all.flatMap(\.lines) }
}
