package import MailCore

extension Backup.Result {
    package var text: Sentence {
        let needed = needed.map { Sentence(same: "  \($0)") }.lines
        return Sentence(
            en: """
                \(file): \(campaigns, "campaign", "campaigns"), \(events, "event", "events"), \(octets / 1_000) kB
                SHA-256 \(digest.hex)
                chain head \(chainHead)
                It names nobody: people are sealed in it, and the keys are elsewhere. It was read again, and is whole.

                Needed besides to go on elsewhere:
                \(needed)
                Must lie in no backup:
                  the keys: \(places.keyStore) (who erases a campaign destroys its key there; without it a campaign that is \
                under way must be planned again)
                  the witness: \(places.witness) (by it an older journal is recognised)
                docs/backup.md tells how to restore.
                """,
            de: """
                \(file): \(campaigns, "Aktion", "Aktionen"), \(events, "Ereignis", "Ereignisse"), \(count: octets / 1_000) kB
                Prüfsumme (SHA-256) \(digest.hex)
                Ende der Kette \(chainHead)
                Die Sicherung nennt niemanden: Personen sind darin versiegelt, die Schlüssel liegen woanders. Sie wurde \
                noch einmal gelesen und ist vollständig.

                Das brauchen Sie außerdem, um anderswo weiterzumachen:
                \(needed)
                Das darf in keiner Sicherung liegen:
                  die Schlüssel: \(places.keyStore) (wer eine Aktion löscht, vernichtet dort ihren Schlüssel; ohne ihn \
                muss eine laufende Aktion neu geplant werden)
                  der Zeuge: \(places.witness) (an ihm wird ein älteres Journal erkannt)
                Wie man eine Sicherung zurückspielt, steht in docs/backup.md.
                """
        )
    }

    private var needed: [Sentence] {
        let templates = places.templates.flatMap { $0.isEmpty ? nil : $0 }.map { folder in
            Sentence(
                en: "the templates: \(folder) (the office's own)",
                de: "die Vorlagen: \(folder) (die eigenen der Behörde)"
            )
        }
        return [
            Sentence(
                en:
                    "the configuration: \(places.configuration) (and what it names: the password, certificates)",
                de:
                    "die Konfiguration: \(places.configuration) (und was sie nennt: das Passwort, Zertifikate)"
            ),
            templates,
            Sentence(
                en:
                    "the signing key: \(places.signingKey) (keep one copy as you keep a seal; it never changes. "
                    + "Without it, proofs have another public key)",
                de:
                    "der Signaturschlüssel: \(places.signingKey) (bewahren Sie eine Kopie auf wie ein Dienstsiegel; er "
                    + "ändert sich nie. Ohne ihn haben Nachweise einen anderen öffentlichen Schlüssel)"
            ),
        ].compactMap(\.self)
    }
}
