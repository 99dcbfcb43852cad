extension RelayTrouble {
    var ofLogin: Sentence {
        switch self {
        case .loginRefused(let relay, let byToken, let reply, let mayPass):
            Self.loginRefused(relay, byToken, reply, mayPass)
        case .loginNotOffered(let relay):
            Sentence(
                en:
                    "\(relay) offers no login, but one is configured. Use the relay's submission port, or remove "
                    + "[relay] username.",
                de:
                    "Der Mailserver \(relay) bietet keine Anmeldung an, obwohl eine eingetragen ist. Nehmen Sie den Port für die "
                    + "Einlieferung (meist 587), oder entfernen Sie username aus [relay]."
            )
        case .otherLogins(let relay, let byToken, let ours, let offered):
            Self.otherLogins(relay, byToken, ours, offered)
        case .noToken(let error): error.words
        case .noOtherToken(let trouble):
            Sentence(
                en:
                    "\(trouble) What gives the tokens ([relay] token_file or token_command) has no newer one.",
                de:
                    "\(trouble) Was die Token liefert ([relay] token_file oder token_command), hat kein neueres."
            )
        default: .empty
        }
    }

    private static func loginRefused(
        _ relay: String,
        _ byToken: Bool,
        _ reply: Int?,
        _ mayPass: Bool
    ) -> Sentence {
        let what =
            byToken
            ? Sentence(en: "token", de: "das Token") : Sentence(en: "login", de: "die Anmeldung")
        let advice =
            if mayPass {
                Sentence(
                    en: "Try again later.",
                    de: "Versuchen Sie es später noch einmal."
                )
            } else if byToken {
                Sentence(
                    en:
                        "See whether the account may send at all (SMTP AUTH), and whether what makes the token is "
                        + "still let in itself; then go on with resume.",
                    de:
                        "Prüfen Sie, ob das Konto überhaupt senden darf (SMTP AUTH), und ob sich das Programm für die Token noch "
                        + "anmelden kann; dann geht es weiter mit resume."
                )
            } else {
                Sentence(
                    en: "Check [relay] username and password before trying again.",
                    de:
                        "Prüfen Sie username und Passwort in [relay], bevor Sie es noch einmal versuchen."
                )
            }
        return Sentence(
            en: "\(relay) did not accept the \(what); it \(answer(reply)). \(advice)",
            de:
                "Der Mailserver \(relay) hat \(what) nicht angenommen; er \(answer(reply)). \(advice)"
        )
    }

    /// - Parameters:
    ///   - relay: Where.
    ///   - byToken: Whether we log in with a token.
    ///   - ours: Ways that we know for it.
    ///   - offered: Known ways of the relay.
    /// - Returns: With what to do about it.
    private static func otherLogins(
        _ relay: String,
        _ byToken: Bool,
        _ ours: [String],
        _ offered: [String]
    ) -> Sentence {
        let (mine, theirs) = (ours.joined(separator: ", "), offered.joined(separator: ", "))
        let others =
            offered.isEmpty
            ? Sentence(en: "other ways", de: "auf andere Weise")
            : Sentence(en: "\(theirs)", de: "mit \(theirs)")
        let isOurs = LoginMechanism.allCases.map(\.name).contains(where: offered.contains)
        let advice =
            isOurs
            ? Sentence(
                en:
                    "See login, password_file and token_command in [relay] for the ways that it offers "
                    + "(docs/relay-login.md).",
                de:
                    "Wie es mit dem geht, was er anbietet, steht in docs/relay-login.md (login, password_file und token_command "
                    + "in [relay])."
            )
            : Sentence(
                en:
                    "Ask its operator for a submission account with a password (SMTP AUTH), or for a relay that "
                    + "takes mail from this host without a login.",
                de:
                    "Bitten Sie seinen Betreiber um ein Konto mit Passwort (SMTP AUTH), oder um einen Mailserver, der von diesem "
                    + "Rechner ohne Anmeldung Post annimmt."
            )
        let way =
            byToken
            ? Sentence(en: "token", de: "einem Token")
            : Sentence(en: "user name and password", de: "Benutzername und Passwort")
        return Sentence(
            en:
                "\(relay) lets nobody log in with a \(way) (\(mine)); it offers only \(others). \(advice)",
            de:
                "Am Mailserver \(relay) kann sich niemand mit \(way) anmelden (\(mine)), nur \(others). \(advice)"
        )
    }
}
