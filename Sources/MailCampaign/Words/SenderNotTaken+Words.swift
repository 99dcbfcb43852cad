package import MailCore

extension SenderNotTaken: PrintableError {
    package var words: Sentence {
        guard let answer else {
            return Sentence(
                en:
                    "the relay \(relay.name) ended the connection when it was asked about sender.envelope_from; "
                    + "ask its operator whether this account may use that address",
                de:
                    "Der Mailserver \(relay.name) hat die Verbindung beendet, als er nach sender.envelope_from gefragt wurde. "
                    + "Fragen Sie seinen Betreiber, ob dieses Konto die Adresse verwenden darf"
            )
        }
        let command = answer.stage == .sender ? "MAIL" : "RCPT"
        let why = sentence(of: answer.flaw ?? .other)
        return Sentence(
            en: "the relay \(relay.name) answers \(answer.reply.name) to \(command): \(why)",
            de: "Der Mailserver \(relay.name) antwortet \(answer.reply.name): \(why)"
        )
    }

    private func sentence(of flaw: SenderAnswer.Flaw) -> Sentence {
        switch flaw {
        case .loginWanted: loginWanted
        case .clientName: clientName
        case .sender:
            Sentence(
                en:
                    "it does not take sender.envelope_from; ask its operator whether this account may use that "
                    + "address",
                de:
                    "Er nimmt sender.envelope_from nicht an. Fragen Sie seinen Betreiber, ob dieses Konto die Adresse "
                    + "verwenden darf"
            )
        case .relaying: relaying
        case .ownAddressUnknown:
            Sentence(
                en:
                    "it knows nobody at sender.envelope_from, so that what comes back would reach nobody; give an "
                    + "address that is read",
                de:
                    "Er kennt die Adresse in sender.envelope_from nicht; was zurückkommt, würde niemanden erreichen. Nennen "
                    + "Sie eine Adresse, die gelesen wird"
            )
        case .passing:
            Sentence(
                en: "not now; try again in a few minutes, and ask its operator if that lasts",
                de:
                    "Im Augenblick nicht. Versuchen Sie es in einigen Minuten noch einmal, und fragen Sie seinen Betreiber, "
                    + "wenn es dabei bleibt"
            )
        case .other:
            Sentence(
                en:
                    "it does not take mail from sender.envelope_from to that address itself; ask its operator "
                    + "whether this account may use that address",
                de:
                    "Er nimmt von sender.envelope_from keine Nachricht an diese Adresse an. Fragen Sie seinen Betreiber, ob "
                    + "dieses Konto die Adresse verwenden darf"
            )
        }
    }

    private var loginWanted: Sentence {
        guard relay.login == nil else {
            return Sentence(
                en: "it wants a login first, though it took ours; ask its operator",
                de:
                    "Er verlangt eine Anmeldung, obwohl er unsere angenommen hat. Fragen Sie seinen Betreiber"
            )
        }
        let tls =
            relay.security == .none
            ? Sentence(
                en: ", and leave out security = \"none\": a login needs TLS",
                de:
                    ", und lassen Sie security = \"none\" weg: Eine Anmeldung braucht Verschlüsselung"
            ) : .empty
        return Sentence(
            en: "it wants a login first; set username and password_file in [relay]\(tls)",
            de:
                "Er verlangt eine Anmeldung. Tragen Sie username und password_file in [relay] ein\(tls)"
        )
    }

    private var clientName: Sentence {
        let name = relay.clientName.map { "\($0.text)" }
        return Sentence(
            en: "it does not like the name that it is greeted with"
                + "\(name.map { " (“\($0)”)" } ?? "")"
                + "; set helo in [relay] to this host's full name, for example helo = "
                + "\"termine.kreis.example\"",
            de: "Er nimmt den Namen nicht an, mit dem sich dieser Rechner meldet"
                + "\(name.map { " („\($0)“)" } ?? "")"
                + ". Tragen Sie in [relay] unter helo den vollständigen Namen dieses Rechners ein, zum Beispiel "
                + "helo = \"termine.kreis.example\""
        )
    }

    private var relaying: Sentence {
        relay.login == nil
            ? Sentence(
                en:
                    "it passes on no mail for this host (“Relay access denied”); it may want a login (username in "
                    + "[relay]), another port (587), or this host on its list: ask its operator",
                de:
                    "Er leitet für diesen Rechner keine Post weiter. Vielleicht verlangt er eine Anmeldung (username in "
                    + "[relay]), einen anderen Port (587), oder dass dieser Rechner eingetragen wird: Fragen Sie seinen Betreiber"
            )
            : Sentence(
                en:
                    "it passes on no mail for this account (“Relay access denied”); ask its operator which "
                    + "addresses the account may use",
                de:
                    "Er leitet für dieses Konto keine Post weiter. Fragen Sie seinen Betreiber, welche Adressen das Konto "
                    + "verwenden darf"
            )
    }
}
