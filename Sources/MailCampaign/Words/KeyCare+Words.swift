package import MailCore

extension KeyCare.Result {
    package var notes: [Sentence] {
        switch request {
        case .look: []
        case .rotate:
            [
                Sentence(
                    en: "The keys are sealed as the configuration says now.",
                    de: "Die Schlüssel sind jetzt so versiegelt, wie es in der Konfiguration steht."
                )
            ]
        case .lost where campaigns.allSatisfy(\.isKeyThere):
            [
                Sentence(
                    en: "No key of a campaign is missing.",
                    de: "Es fehlt kein Schlüssel einer Aktion."
                )
            ]
        case .lost:
            [
                Sentence(
                    en:
                        "What is sealed under keys that are lost cannot be opened any more. Campaigns without a key "
                        + "can be looked at and erased. Whoever was told before is not recognised.",
                    de:
                        "Was unter verlorenen Schlüsseln versiegelt ist, lässt sich nicht mehr öffnen. Aktionen ohne "
                        + "Schlüssel können Sie ansehen und löschen. Wer früher benachrichtigt wurde, wird nicht erkannt."
                )
            ]
        }
    }

    package var text: Sentence {
        let missing = campaigns.filter { !$0.isKeyThere }.map(\.id)
        let there = campaigns.count - missing.count
        let lines: [Sentence?] = [
            Sentence(same: "\(file): \(sealing)"),
            Sentence(
                en:
                    "Leave it out of every backup: whoever erases a campaign destroys its key there, and a copy would "
                    + "keep it. Without it nobody's data can be opened.",
                de:
                    "Nehmen Sie diese Datei in keine Sicherung auf: Wer eine Aktion löscht, vernichtet dort ihren "
                    + "Schlüssel, und eine Kopie würde ihn behalten. Ohne sie lassen sich keine Daten öffnen."
            ),
            Sentence(
                en: "Keys of \(there, "campaign", "campaigns") are there.",
                de: "Schlüssel sind da für \(there, "Aktion", "Aktionen")."
            ),
            missing.isEmpty ? nil : lost(missing.joined(separator: ", ")),
            isNoticeKeyThere
                ? nil
                : Sentence(
                    en:
                        "MISSING: the key by which is known who was told before, so nothing can be planned.",
                    de:
                        "ES FEHLT der Schlüssel, an dem erkannt wird, wer schon benachrichtigt ist; so lässt sich nichts planen."
                ),
        ]
        return lines.compactMap(\.self).lines
    }

    private var sealing: Sentence {
        isSealed
            ? Sentence(
                en: "sealed under the office's key",
                de: "versiegelt unter dem Schlüssel der Behörde"
            )
            : Sentence(
                en: "not sealed; see office_key_file",
                de: "nicht versiegelt; siehe office_key_file"
            )
    }

    private func lost(_ campaigns: String) -> Sentence {
        Sentence(
            en:
                "MISSING, so their people cannot be seen and nobody of them can be told: \(campaigns)",
            de:
                "ES FEHLEN Schlüssel; die Personen dieser Aktionen sind nicht zu sehen und nicht zu benachrichtigen: "
                + "\(campaigns)"
        )
    }
}
