import MailCore

/// What is said when the relay does not let us in.
extension RelayError {
    /// - Parameters:
    ///   - login: What was tried.
    ///   - relay: Where.
    ///   - lastReply: Code of its last reply.
    ///   - offered: What it offered last.
    init(to login: Login, of relay: Relay, lastReply: Int?, offered: RelayCapabilities?) {
        if let offered, offered.wantsAnotherLogin(than: login.mechanisms) {
            self = .otherLogins(offered.logins, than: login, of: relay)
            return
        }
        let mayPass = lastReply.map { (400..<500).contains($0) } ?? false
        let answer = lastReply.map { "answered \($0)" } ?? "gave no answer"
        // Inside XOAUTH2 a refusal is a 334 with the reason in it, which names accounts.
        self.init(
            login.isByToken && !mayPass ? .tokenRefused : .loginRefused,
            "\(relay.name) did not accept the \(login.isByToken ? "token" : "login"); it \(answer).",
            mayPass ? "Try again later." : login.advice,
            isTransient: mayPass
        )
    }

    static func loginNotOffered(_ relay: Relay) -> RelayError {
        RelayError(
            .loginRefused,
            "\(relay.name) offers no login, but one is configured.",
            "Use the relay's submission port, or remove [relay] username.",
            isTransient: false
        )
    }

    /// Names of mechanisms come from the relay; only known ones are told.
    private static func otherLogins(
        _ offered: [String],
        than login: Login,
        of relay: Relay
    ) -> RelayError {
        let ours = LoginMechanism.allCases.map(\.name)
        let known = ours + ["NTLM", "GSSAPI", "CRAM-MD5", "DIGEST-MD5", "EXTERNAL"]
        let names = known.filter(offered.contains)
        return RelayError(
            .loginRefused,
            "\(relay.name) lets nobody log in with a "
                + "\(login.isByToken ? "token" : "user name and password") "
                + "(\(login.mechanisms.map(\.name).joined(separator: ", "))); it offers "
                + "only \(names.isEmpty ? "other ways" : names.joined(separator: ", ")).",
            names.contains(where: ours.contains)
                ? "See login, password_file and token_command in [relay] for the ways that it offers "
                    + "(docs/relay-login.md)."
                : "Ask its operator for a submission account with a password (SMTP AUTH), or for a relay that "
                    + "takes mail from this host without a login.",
            isTransient: false
        )
    }

    static func keyChanged(_ relay: Relay) -> RelayError {
        RelayError(
            .keyChanged,
            "\(relay.name) showed another key than pinned_key in [relay] names.",
            "Nothing was sent to it since. Somebody may answer in its place: ask the relay's operator whether the "
                + "key was changed, and set pinned_key only to what they say.",
            isTransient: false
        )
    }
}

extension Login {
    /// What to do when it is refused for good.
    fileprivate var advice: String {
        isByToken
            ? "See whether the account may send at all (SMTP AUTH), and whether what makes the token is "
                + "still let in itself; then go on with resume."
            : "Check [relay] username and password before trying again."
    }
}
