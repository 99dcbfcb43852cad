package import MailCore
import MailJournal

extension Verification {
    package var text: Sentence {
        let erased = Sentence(
            en: "The personal data is not there any more, so no message was written again.",
            de:
                "Die personenbezogenen Daten sind nicht mehr da; deshalb wurde keine Nachricht noch einmal geschrieben."
        )
        let unsent = Sentence(
            en:
                "The relay is not known to have taken anything, so this says nothing about what went to people.",
            de:
                "Von keiner Nachricht ist bekannt, dass der Mailserver sie angenommen hat; deshalb sagt das nichts darüber, was "
                + "bei Personen angekommen ist."
        )
        let failed = failures.map { failure in
            Sentence(en: "failed: \(failure)", de: "Nicht erfüllt: \(Sentence(stored: failure))")
        }
        return
            ([head]
            + (evidence.transactions == 0 && messages > 0 ? [unsent] : [])
            + (rendered == 0 && messages > 0 ? [erased] : []) + failed + advice).lines
    }

    private var head: Sentence {
        let verdict =
            isOK
            ? Sentence(
                en: "all promises that can be checked here are kept",
                de: "Alle Zusagen, die sich hier prüfen lassen, sind eingehalten"
            )
            : isOnlyIncomplete
                ? Sentence(en: "CANNOT BE CHECKED WHOLLY", de: "NICHT VOLLSTÄNDIG PRÜFBAR")
                : Sentence(en: "FAILED", de: "NICHT BESTANDEN")
        let tally = evidence.tally
        return [
            Sentence(same: "\(campaign.id): \(verdict)"),
            line(messages, Sentence(en: "messages", de: "Nachrichten")),
            line(
                evidence.transactions,
                Sentence(
                    en: "SMTP transactions accepted by the relay",
                    de: "Nachrichten, die der Mailserver angenommen hat"
                )
            ),
            line(
                evidence.maxRecipients,
                Sentence(
                    en: "recipient per transaction, at most",
                    de: "Empfänger je Übergabe, höchstens"
                )
            ),
            line(
                tally.sameRecipients,
                Sentence(
                    en: "of them whose RCPT, as written, was compared with the plan",
                    de: "davon ist der Empfänger, wie übergeben, mit dem Plan verglichen"
                )
            ),
            line(
                tally.sameDigests,
                Sentence(
                    en: "of them whose octets, as written, were compared with the plan",
                    de: "davon ist der Inhalt, wie übergeben, mit dem Plan verglichen"
                )
            ),
            line(
                foreignValues,
                Sentence(
                    en: "foreign values found in them",
                    de: "Angaben über andere Personen darin gefunden"
                )
            ),
            hashes,
        ].lines
    }

    /// English has always told them; a clerk of an office has nothing to compare them with.
    private var hashes: Sentence {
        let (root, head) = (evidence.merkleRoot, evidence.chainHead)
        return isTechnical
            ? Sentence(
                en: "merkle root \(root)\nchain head \(head)",
                de: "Prüfsumme des Plans (Merkle-Wurzel) \(root)\nEnde der Ereigniskette \(head)"
            )
            : Sentence(
                en: "merkle root \(root)\nchain head \(head)",
                de:
                    "Prüfsummen für eine Nachprüfung zeigt: einzelpost verify \(campaign.id) --technical"
            )
    }

    /// What to do now, in the order in which it must be done.
    private var advice: [Sentence] {
        guard !isOK else { return [] }
        guard !isOnlyIncomplete else { return [completion] }
        return [
            Sentence(
                en: """

                    What to do now:
                      1. Send nothing more of it, and change nothing: keep journal, key store and witness as they are.
                      2. Tell whoever is responsible for data protection. They freeze it, and get a draft of the report for which
                         the law gives 72 hours: einzelpost incident \(campaign.id) --aware-at TIME
                      3. Let whoever runs this machine look at what failed.
                    """,
                de: """

                    Was jetzt zu tun ist:
                      1. Senden Sie nichts mehr davon, und ändern Sie nichts: Journal, Schlüsselablage und Zeuge bleiben, wie sie sind.
                      2. Verständigen Sie die oder den Datenschutzbeauftragten. Dort wird die Aktion angehalten, und es entsteht ein
                         Entwurf der Meldung, für die das Gesetz 72 Stunden lässt: einzelpost incident \(campaign.id) --aware-at ZEIT
                      3. Lassen Sie die Systembetreuung ansehen, was nicht erfüllt ist.
                    """
            )
        ]
    }

    private var completion: Sentence {
        Sentence(
            en: """

                No promise was found broken. What is missing is said above: put the newest journal and its key store back, and check
                again. If they are lost, einzelpost check says what to do.
                """,
            de: """

                Keine Zusage ist verletzt. Was zur Prüfung fehlt, steht oben: Legen Sie das neueste Journal und seine
                Schlüsselablage zurück, und prüfen Sie noch einmal. Sind sie verloren, sagt einzelpost check, was zu tun ist.
                """
        )
    }

    private func line(_ value: Int, _ what: Sentence) -> Sentence {
        Sentence(same: "\(count: value)").leftPadded(to: 8) + Sentence(same: "  \(what)")
    }
}
