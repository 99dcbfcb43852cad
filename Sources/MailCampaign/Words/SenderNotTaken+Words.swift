package import MailCore

extension SenderNotTaken: PrintableError {
    package var words: Printable {
        guard let answer else {
            return
                "the relay \(relay.name) ended the connection when it was asked about sender.envelope_from; "
                + "ask its operator whether this account may use that address"
        }
        return "the relay \(relay.name) answers \(answer.reply.name) to "
            + "\(answer.stage == .sender ? "MAIL" : "RCPT"): " + sentence(of: answer.flaw ?? .other)
    }

    private func sentence(of flaw: SenderAnswer.Flaw) -> Printable {
        switch flaw {
        case .loginWanted:
            relay.login == nil
                ? "it wants a login first; set username and password_file in [relay]"
                    + (relay.security == .none
                        ? ", and leave out security = \"none\": a login needs TLS" : "")
                : "it wants a login first, though it took ours; ask its operator"
        case .clientName:
            "it does not like the name that it is greeted with"
                + (relay.clientName.map { " (“\($0.text)”)" } ?? "")
                + "; set helo in [relay] to this host's full name, for example helo = "
                + "\"termine.kreis.example\""
        case .sender:
            "it does not take sender.envelope_from; ask its operator whether this account may use that "
                + "address"
        case .relaying:
            relay.login == nil
                ? "it passes on no mail for this host (“Relay access denied”); it may want a login (username in "
                    + "[relay]), another port (587), or this host on its list: ask its operator"
                : "it passes on no mail for this account (“Relay access denied”); ask its operator which "
                    + "addresses the account may use"
        case .ownAddressUnknown:
            "it knows nobody at sender.envelope_from, so that what comes back would reach nobody; give an "
                + "address that is read"
        case .passing: "not now; try again in a few minutes, and ask its operator if that lasts"
        case .other:
            "it does not take mail from sender.envelope_from to that address itself; ask its operator "
                + "whether this account may use that address"
        }
    }
}
