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
        // Inside XOAUTH2 a refusal is a 334 with the reason in it, which names accounts.
        self.init(
            kind: login.isByToken && !mayPass ? .tokenRefused : .loginRefused,
            .loginRefused(
                relay: relay.name,
                byToken: login.isByToken,
                reply: lastReply,
                mayPass: mayPass
            ),
            isTransient: mayPass
        )
    }

    static func loginNotOffered(_ relay: Relay) -> RelayError {
        RelayError(kind: .loginRefused, .loginNotOffered(relay: relay.name), isTransient: false)
    }

    /// Names of mechanisms come from the relay; only known ones are told.
    private static func otherLogins(
        _ offered: [String],
        than login: Login,
        of relay: Relay
    ) -> RelayError {
        let known =
            LoginMechanism.allCases.map(\.name)
            + ["NTLM", "GSSAPI", "CRAM-MD5", "DIGEST-MD5", "EXTERNAL"]
        return RelayError(
            kind: .loginRefused,
            .otherLogins(
                relay: relay.name,
                byToken: login.isByToken,
                ours: login.mechanisms.map(\.name),
                offered: known.filter(offered.contains)
            ),
            isTransient: false
        )
    }

    static func keyChanged(_ relay: Relay) -> RelayError {
        RelayError(kind: .keyChanged, .keyChanged(relay: relay.name), isTransient: false)
    }
}
