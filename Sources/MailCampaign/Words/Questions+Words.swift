package import MailCore

extension ConfirmationQuestion {
    /// What whoever approves is asked.
    package var approvalPrompt: Sentence {
        switch self {
        case .messages:
            Sentence(
                en: "\nTo approve, type the number of messages: ",
                de: "\nZur Freigabe tippen Sie die Zahl der Nachrichten ein: "
            )
        case .lastDay:
            Sentence(
                en: "And the day of the last appointment (as 31.12.2026): ",
                de: "Und den Tag des letzten Termins (so: 31.12.2026): "
            )
        }
    }

    /// What whoever sends at once is asked; there it is the number alone.
    package var sendingPrompt: Sentence {
        switch self {
        case .messages:
            Sentence(
                en: "\nTo send, type the number of messages (Ctrl-C stops): ",
                de: "\nZum Senden tippen Sie die Zahl der Nachrichten ein (Strg-C bricht ab): "
            )
        case .lastDay: approvalPrompt
        }
    }

    /// What whoever erases a campaign is asked.
    package var erasingPrompt: Sentence {
        switch self {
        case .messages:
            Sentence(
                en: "Nothing brings people's data back, and no list can be written afterwards.\n"
                    + "To erase, type the number of messages (Ctrl-C stops): ",
                de:
                    "Gelöschte Daten kommen nicht zurück, und danach lässt sich keine Liste mehr schreiben.\n"
                    + "Zum Löschen tippen Sie die Zahl der Nachrichten ein (Strg-C bricht ab): "
            )
        case .lastDay: approvalPrompt
        }
    }

    /// What whoever rules on everything that is unknown is asked.
    package func rulingPrompt(_ isAccepted: Bool) -> Sentence {
        switch self {
        case .messages(let count):
            isAccepted
                ? Sentence(
                    en:
                        "\(count, "message is", "messages are") unknown, and you say that the relay has taken "
                        + "\(count == 1 ? "it" : "all of them"): nobody of them is told again.\n"
                        + "To record that, type the number (Ctrl-C stops): ",
                    de:
                        "\(count, "Nachricht ist", "Nachrichten sind") ungewiss, und Sie sagen, dass der Mailserver "
                        + "\(count == 1 ? "sie" : "alle") angenommen hat: Niemand davon bekommt noch einmal Nachricht.\n"
                        + "Um das zu vermerken, tippen Sie die Zahl ein (Strg-C bricht ab): "
                )
                : Sentence(
                    en:
                        "\(count, "message is", "messages are") unknown, and you say that the relay has none of them; whoever has "
                        + "one all the same is told twice.\nTo have them sent again, type the number (Ctrl-C stops): ",
                    de:
                        "\(count, "Nachricht ist", "Nachrichten sind") ungewiss, und Sie sagen, dass der Mailserver keine davon "
                        + "hat; wer doch eine hat, bekommt sie zweimal.\nDamit sie noch einmal gesendet werden, tippen Sie die "
                        + "Zahl ein (Strg-C bricht ab): "
                )
        case .lastDay: approvalPrompt
        }
    }

    package static var wrongAnswer: Sentence {
        Sentence(
            en: "That is not what the view above says.",
            de: "Das steht nicht in der Ansicht oben."
        )
    }
}

extension SharedAddressQuestion {
    package var prompt: Sentence {
        let rows = others.map { "\($0)" }.joined(separator: ", ")
        return Sentence(
            en:
                "That is the address of somebody else, in row \(rows). If both share it, type that row: ",
            de:
                "Diese Adresse steht schon bei jemand anderem, in Zeile \(rows). Teilen sich beide die Adresse, tippen "
                + "Sie die Nummer dieser Zeile ein: "
        )
    }
}

extension GivenAddress {
    /// What is asked for where the address is not typed with the command.
    package static var prompt: Sentence { Sentence(en: "Address: ", de: "Adresse: ") }

    /// What looks odd about it.
    package var note: Sentence? {
        doubt.map { Sentence(same: "--send: \($0)") }
    }
}

extension PersonAnswer {
    /// What is asked for at a terminal.
    package static var prompt: Sentence {
        Sentence(
            en: "Address or booking reference, then Ctrl-D:",
            de: "Adresse oder Buchungsnummer, dann Strg-D:"
        )
    }
}
