import MailCore

/// What the replies up to the login say about a connection that libcurl calls open.
struct Opening {
    let capabilities: RelayCapabilities
    let session: RelaySession

    /// - Throws: `RelayError` if the relay did not speak SMTP, or if a login is configured and was
    ///   never accepted: libcurl goes on without one when the relay offers no AUTH.
    init(
        of relay: Relay,
        replies: [ReplyLines],
        sawGarbage: Bool,
        tls: TLSFacts?
    ) throws(RelayError) {
        // Only EHLO is answered with 250 up to here, and what was offered before STARTTLS does not
        // count (RFC 3207 section 4.2): the last such reply is the one to believe.
        guard !sawGarbage, let ehlo = replies.last(where: { $0.code == 250 }) else {
            throw .notSMTP(relay)
        }
        let loggedIn = relay.login != nil && replies.contains { $0.code == 235 }
        guard loggedIn || relay.login == nil else { throw .loginNotOffered(relay) }
        capabilities = RelayCapabilities(ehlo: ehlo)
        session = RelaySession(
            relay: relay.name,
            pipelining: capabilities.pipelining,
            smtpUTF8: capabilities.smtpUTF8,
            sizeLimit: capabilities.sizeLimit,
            encrypted: relay.security != .none,
            loggedIn: loggedIn,
            tls: tls
        )
    }
}
