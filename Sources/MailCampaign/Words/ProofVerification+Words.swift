package import MailCore

extension ProofVerification {
    package var text: Sentence {
        let head =
            check.isOK
            ? Sentence(en: "\(name): everything in it holds", de: "\(name): Alles darin stimmt")
            : Sentence(en: "\(name): FAILED", de: "\(name): NICHT BESTANDEN")
        let failures = check.failures.map { failure in
            Sentence(en: "failed: \(failure)", de: "Nicht erfüllt: \(Sentence(stored: failure))")
        }
        return ([head] + (check.isOK ? story + signature : failures)).lines
    }

    private var story: [Sentence] {
        switch check.subject {
        case .campaign(let proof, let audit): Self.story(proof, audit)
        case .message(let proof): Self.story(proof)
        case .unreadable: []
        }
    }

    private static func story(_ proof: CampaignProof, _ audit: CampaignAudit) -> [Sentence] {
        let state = "\(audit.history.state)"
        let german = StatusReport.State(rawValue: state)?.name ?? Sentence(same: "\(state)")
        let (campaign, authority) = (short(proof.campaign), short(proof.authority))
        return [
            Sentence(
                en: "Campaign \(campaign) of \(authority): \(state)",
                de: "Aktion \(campaign) von \(authority): \(german)"
            )
        ] + figures(proof, audit) + [statement(proof)] + audit.tally.relays.map(relay)
    }

    private static func figures(_ proof: CampaignProof, _ audit: CampaignAudit) -> [Sentence] {
        let tally = audit.tally
        return [
            line(
                proof.rows.count,
                Sentence(en: "rows, each in one class", de: "Zeilen, jede in genau einer Klasse")
            ),
            line(
                proof.messages.count,
                Sentence(
                    en: "messages, each with one recipient, frozen at planning",
                    de: "Nachrichten mit je einem Empfänger, beim Planen festgelegt"
                )
            ),
            line(
                tally.transactions,
                Sentence(
                    en: "SMTP transactions accepted by the relay",
                    de: "Nachrichten, die der Mailserver angenommen hat"
                )
            ),
            line(
                tally.maxRecipients,
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
                proof.links.count,
                Sentence(
                    en: "events in an unbroken chain",
                    de: "Ereignisse in einer lückenlosen Kette"
                )
            ),
        ]
    }

    private static func statement(_ proof: CampaignProof) -> Sentence {
        let statement = proof.statement
        let at = short(statement.at)
        return Sentence(
            en:
                "The authority states: \(statement.renderedMessages) messages were written again on "
                + "\(at), and \(statement.foreignValues) foreign values found",
            de:
                "Die Behörde erklärt: \(statement.renderedMessages, "Nachricht wurde", "Nachrichten wurden") am \(Sentence(moment: at.text)) (UTC) noch "
                + "einmal geschrieben, dabei \(count: statement.foreignValues) Angaben über andere Personen gefunden"
        )
    }

    private static func relay(_ use: RelayUse) -> Sentence {
        let secured = encryption(use.tls, use.cipher, use.certificate)
        return Sentence(
            en: "Relay \(short(use.relay)): \(use.transactions) messages, \(secured)",
            de:
                "Mailserver \(short(use.relay)): \(use.transactions, "Nachricht", "Nachrichten"), \(secured)"
        )
    }

    static func encryption(
        _ tls: String?,
        _ cipher: String?,
        _ certificate: String?
    ) -> Sentence {
        guard let tls else {
            return Sentence(en: "no encryption noted", de: "keine Verschlüsselung vermerkt")
        }
        let end =
            certificate.map {
                Sentence(en: ", certificate \(short($0))", de: ", Zertifikat \(short($0))")
            } ?? .empty
        let facts = [tls, cipher].compactMap(\.self).map(short).joined(separator: ", ")
        return Sentence(same: "\(facts)\(end)")
    }

    private var signature: [Sentence] {
        let key = Sentence(
            en: "Signed with the public key \(check.publicKey)",
            de: "Unterschrieben mit dem öffentlichen Schlüssel \(check.publicKey)"
        )
        let compare = Sentence(
            en:
                "Compare it with the one the authority publishes, or give that one with --key: anybody "
                + "can sign with a key of their own.",
            de:
                "Vergleichen Sie ihn mit dem, den die Behörde veröffentlicht, oder geben Sie diesen mit --key an: Mit einem "
                + "eigenen Schlüssel kann jeder unterschreiben."
        )
        return isKeyKnown ? [key] : [key, compare]
    }

    private static func line(_ value: Int, _ what: Sentence) -> Sentence {
        Sentence(same: "\(count: value)").leftPadded(to: 8) + Sentence(same: "  \(what)")
    }

    /// A proof comes from outside, and may hold much.
    static func short(_ text: String) -> Printable { Printable(text.prefix(200)) }
}
