package import MailCore

extension TestMail.Result {
    package var text: Sentence {
        [outcome, madeUp].joined(separator: Sentence(same: "\n"))
    }

    private var outcome: Sentence {
        let mail = Sentence(
            en: "Test mail with the letter of row \(row) to \(address.text):",
            de: "Testnachricht mit dem Schreiben aus Zeile \(row) an \(address.text):"
        )
        guard let reason = verdict.reason else {
            return Sentence(
                en: "\(mail) accepted. Look for it in that mailbox.",
                de: "\(mail) angenommen. Sehen Sie in diesem Postfach nach."
            )
        }
        return Sentence(
            en: "\(mail) not accepted: \(reason).",
            de: "\(mail) nicht angenommen: \(reason)."
        )
    }

    /// So that nobody takes it for what the person will read.
    private var madeUp: Sentence {
        let more = [
            isDayMadeUp ? Sentence(en: "day", de: "Tag") : nil,
            isSiteMadeUp ? Sentence(en: "site", de: "Ort") : nil,
        ].compactMap(\.self)
        let parts =
            ([
                Sentence(en: "name", de: "Name"), Sentence(en: "time", de: "Uhrzeit"),
                Sentence(en: "reference", de: "Buchungsnummer"),
            ] + more).commas
        return Sentence(
            en: "Made up in it: \(parts). Nobody was told; the campaign is as it was.",
            de:
                "Darin erfunden: \(parts). Niemand ist damit benachrichtigt; die Aktion ist, wie sie war."
        )
    }
}

extension TestMailError: PrintableError {
    package var words: Sentence {
        switch self {
        case .noAddresses:
            Sentence(
                en:
                    "test mails go to mailboxes of the authority only, and the configuration names none: set "
                    + "test_addresses in [content]",
                de:
                    "Testnachrichten gehen nur an Postfächer der Behörde, und in der Konfiguration steht keines: Tragen Sie "
                    + "test_addresses in [content] ein"
            )
        case .noAddress:
            Sentence(
                en: "--test: that is no address; nothing was sent",
                de: "--test: Das ist keine E-Mail-Adresse; es wurde nichts gesendet"
            )
        case .notListed:
            Sentence(
                en:
                    "a test mail goes to an address of test_addresses in [content] only, and this is none of them; "
                    + "nothing was sent",
                de:
                    "Eine Testnachricht geht nur an eine Adresse aus test_addresses in [content], und diese ist keine davon; "
                    + "es wurde nichts gesendet"
            )
        case .personOfCampaign(let campaign):
            Sentence(
                en:
                    "somebody of \(campaign) has this address, and must not get a test mail; take another mailbox. "
                    + "Nothing was sent",
                de:
                    "Diese Adresse gehört zu jemandem aus \(campaign), und dort darf keine Testnachricht ankommen; nehmen "
                    + "Sie ein anderes Postfach. Es wurde nichts gesendet"
            )
        case .guarded(let finding):
            Sentence(
                en:
                    "the test mail was not sent: \(finding). Look at the template before anybody gets this letter",
                de:
                    "Die Testnachricht wurde nicht gesendet: \(finding). Sehen Sie sich die Vorlage an, bevor jemand dieses "
                    + "Schreiben bekommt"
            )
        case .written:
            Sentence(
                en:
                    "what was written to the relay is not the test mail; do not send this campaign, and "
                    + "have the machine looked at",
                de:
                    "An den Mailserver ging etwas anderes als die Testnachricht. Senden Sie diese Aktion nicht, und "
                    + "lassen Sie die Systembetreuung nachsehen"
            )
        }
    }
}
