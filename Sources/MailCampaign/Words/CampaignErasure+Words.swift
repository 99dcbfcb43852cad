package import MailCore

extension CampaignErasure.Result {
    package var notes: [Sentence] {
        guard !wasErased else {
            return [
                Sentence(
                    en: "It was erased before; nothing has changed.",
                    de: "Sie war schon gelöscht; es hat sich nichts geändert."
                )
            ]
        }
        return [erased, copies] + [notifiedUntil.map { told(until: "\($0)") }].compactMap(\.self)
    }

    private var erased: Sentence {
        Sentence(
            en:
                "Its people are erased for good: the key is destroyed, and the journal was written anew. Numbers, "
                + "events and proof stay.",
            de:
                "Die personenbezogenen Daten der Aktion sind endgültig gelöscht: Der Schlüssel ist vernichtet, das "
                + "Journal neu geschrieben. Zahlen, Ereignisse und Nachweis bleiben."
        )
    }

    private var copies: Sentence {
        Sentence(
            en:
                "Destroy the lists and messages that were written of it, and backups of the key store if there "
                + "are any.",
            de:
                "Vernichten Sie auch die Listen und Nachrichten, die daraus geschrieben wurden, und Sicherungen der "
                + "Schlüsselablage, falls es welche gibt."
        )
    }

    private func told(until day: String) -> Sentence {
        Sentence(
            en:
                "Who was told is known until \(day) by keyed hashes alone, so that nobody is told twice.",
            de:
                "Bis \(Sentence(day: day)) ist noch erkennbar, wer benachrichtigt wurde, damit niemand zweimal "
                + "Nachricht bekommt; Namen und Adressen sind dafür nicht gespeichert."
        )
    }

    package var text: Sentence { status.text }
}

extension DueErasure.Result {
    package var text: Sentence {
        let lines = [
            line(Sentence(en: "erased", de: "gelöscht"), erased),
            line(
                Sentence(
                    en: "who was told is forgotten",
                    de: "vergessen, wer benachrichtigt wurde"
                ),
                forgotten
            ),
            line(
                Sentence(en: "held, and kept", de: "wegen einer Löschsperre aufbewahrt"),
                held
            ),
            line(
                Sentence(
                    en: "not at their end, so somebody must settle them first",
                    de: "noch nicht abgeschlossen; zuerst muss sich jemand darum kümmern"
                ),
                unsettled
            ),
        ].compactMap(\.self)
        return lines.isEmpty
            ? Sentence(en: "Nothing is due.", de: "Nichts ist fällig.") : lines.lines
    }

    private func line(_ what: Sentence, _ campaigns: [String]) -> Sentence? {
        campaigns.isEmpty
            ? nil : Sentence(same: "\(what): \(campaigns.joined(separator: ", "))")
    }
}
