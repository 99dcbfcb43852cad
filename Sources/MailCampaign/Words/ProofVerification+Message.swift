import MailCore

extension ProofVerification {
    /// What a proof for one person says.
    static func story(_ proof: MessageProof) -> [Sentence] {
        let path = proof.path
        let rows = proof.message.rows.map(String.init).joined(separator: ", ")
        let (id, campaign, authority) = (
            proof.message.id, short(proof.campaign), short(proof.authority)
        )
        let state = "\(proof.message.state)"
        return [
            Sentence(
                en: "Message \(id) of campaign \(campaign), \(authority)",
                de: "Nachricht \(id) der Aktion \(campaign), \(authority)"
            ),
            Sentence(
                en: "It was planned for one recipient, row \(rows), as leaf \(path.index) of "
                    + "\(path.size); \(path.hashes.count) hashes lead to the root of the plan",
                de:
                    "Sie war für genau einen Empfänger geplant, Zeile \(rows), als Nummer \(path.index) von \(path.size); "
                    + "\(path.hashes.count, "Prüfsumme führt", "Prüfsummen führen") zur Prüfsumme des Plans"
            ),
            Sentence(en: "Its state: \(state)", de: "Ihr Stand: \(Sentence(stored: state))"),
            proof.transaction.map(told)
                ?? Sentence(
                    en: "It was never handed to a relay",
                    de: "Sie wurde nie an einen Mailserver übergeben"
                ),
        ] + opening(proof)
    }

    private static func opening(_ proof: MessageProof) -> [Sentence] {
        switch (proof.form, proof.opening) {
        case (.unsalted, _): []
        case (.salted, let opening?):
            [
                Sentence(
                    en:
                        "SHA-256 of the mail as it was planned, without its Date line: \(opening.digest)",
                    de:
                        "Prüfsumme (SHA-256) der Mail, wie geplant, ohne ihre Zeile „Date“: \(opening.digest)"
                ),
                Sentence(
                    en:
                        "It holds the salt that leads from the hashes to this one mail: it is for the "
                        + "person who got it, and not for publication",
                    de:
                        "Er enthält, was von den Prüfsummen zu dieser einen Mail führt: Er ist für die Person bestimmt, die sie "
                        + "bekommen hat, und nicht zur Veröffentlichung"
                ),
            ]
        case (.salted, nil):
            [
                Sentence(
                    en: "The personal data has been erased: nothing leads to the mail any more",
                    de: "Die personenbezogenen Daten sind gelöscht: Nichts führt mehr zu der Mail"
                )
            ]
        }
    }

    private static func told(_ transaction: Transaction) -> Sentence {
        let recipients =
            transaction.recipients.map { count in
                Sentence(en: "\(count) recipient", de: "\(count, "Empfänger", "Empfänger")")
            }
            ?? Sentence(en: "recipients not counted", de: "Empfänger nicht gezählt")
        let relay =
            transaction.relay.map {
                Sentence(en: "relay \(short($0)), ", de: "Mailserver \(short($0)), ")
            } ?? .empty
        let queue =
            transaction.queueID.map {
                Sentence(en: ", there called \(short($0))", de: ", dort genannt \(short($0))")
            } ?? .empty
        let secured = encryption(transaction.tls, transaction.cipher, transaction.certificate)
        let (at, verdict) = (transaction.at, transaction.verdict)
        return Sentence(
            en:
                "Handed over until \(at): \(short(verdict)), \(recipients), \(relay)\(secured)\(queue)",
            de:
                "Übergeben bis \(at): \(Sentence(stored: verdict)), \(recipients), \(relay)\(secured)\(queue)"
        )
    }
}
