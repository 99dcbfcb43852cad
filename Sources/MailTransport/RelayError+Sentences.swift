import MailCore

/// Each sentence says which host, what happened, and what to do next. None quotes a reply.
extension RelayError {
    /// - Parameters:
    ///   - failure: What libcurl reported.
    ///   - relay: The relay as configured.
    ///   - lastReply: Code of the last reply before the failure.
    ///   - offered: What the relay offered last; nil if it did not come so far.
    ///   - detail: libcurl's words; they name hosts and certificates only.
    init(
        _ failure: CurlFailure,
        relay: Relay,
        lastReply: Int?,
        offered: RelayCapabilities?,
        detail: String
    ) {
        let mayPass = lastReply.map { (400..<500).contains($0) } ?? false
        let answer = lastReply.map { "answered \($0)" } ?? "gave no answer"
        switch failure {
        case .hostUnknown:
            self.init(
                .unreachable,
                "\(relay.host) is not known to the name service.",
                "Check [relay] url and the network.",
                isTransient: true
            )
        case .cannotConnect:
            self.init(
                .unreachable,
                "\(relay.name) cannot be reached (\(detail)).",
                "Check [relay] url, the network and the firewall.",
                isTransient: true
            )
        case .timeout:
            self.init(
                .silent,
                "\(relay.name) did not answer in time.",
                "Check [relay] url and the firewall, or try again later.",
                isTransient: true
            )
        case .connectionLost:
            self.init(
                .unreachable,
                "\(relay.name) closed the connection before it was ready.",
                "Try again; if the problem persists, ask the relay's operator whether this host may connect.",
                isTransient: true
            )
        case .notExpected where lastReply == 220:
            self.init(
                .tlsFailed,
                "\(relay.name) sent more than it may before encryption (RFC 3207).",
                "Somebody may sit in between; ask the relay's operator.",
                isTransient: false
            )
        case .notExpected, .ehloRefused:
            self.init(
                .greetingRefused,
                "\(relay.name) does not want this connection; it \(answer).",
                "Ask the relay's operator whether this host may send.",
                isTransient: mayPass
            )
        case .noTLS:
            self.init(
                .tlsMissing,
                "\(relay.name) offers no encryption (STARTTLS).",
                "Nothing was sent. Use the relay's submission port, or ask its operator.",
                isTransient: mayPass
            )
        case .certificate:
            self.init(
                .tlsFailed,
                "The certificate of \(relay.name) is not to be trusted (\(detail)).",
                "Check the host name in [relay] url; for an authority's own CA set ca_file.",
                isTransient: false
            )
        case .caFile:
            self.init(
                .tlsFailed,
                "The certificates in [relay] ca_file cannot be read.",
                "Check that the file exists, is readable, and holds PEM certificates.",
                isTransient: false
            )
        case .handshake:
            self.init(
                .tlsFailed,
                "\(relay.name) and this host found no common TLS, 1.2 or newer (\(detail)).",
                relay.security == .implicitTLS
                    ? "Ports 587 and 25 mostly begin in clear text: then write smtp:// in [relay] url, which "
                        + "encrypts all the same (STARTTLS). Otherwise ask the relay's operator."
                    : "Check the port, or ask the relay's operator.",
                isTransient: false
            )
        case .login where offered?.wantsAnotherLogin == true:
            self = .otherLogins(offered?.logins ?? [], of: relay)
        case .login:
            self.init(
                .loginRefused,
                "\(relay.name) did not accept the login; it \(answer).",
                mayPass
                    ? "Try again later."
                    : "Check [relay] username and password before trying again.",
                isTransient: mayPass
            )
        case .impossible:
            self = .noHandle(relay)
        }
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
    private static func otherLogins(_ offered: [String], of relay: Relay) -> RelayError {
        let known = [
            "XOAUTH2", "OAUTHBEARER", "NTLM", "GSSAPI", "CRAM-MD5", "DIGEST-MD5", "EXTERNAL",
        ]
        let names = known.filter(offered.contains)
        return RelayError(
            .loginRefused,
            "\(relay.name) lets nobody log in with a user name and password (PLAIN, LOGIN); it offers "
                + "only \(names.isEmpty ? "other ways" : names.joined(separator: ", ")).",
            "Ask its operator for a submission account with a password (SMTP AUTH), or for a relay that "
                + "takes mail from this host without a login.",
            isTransient: false
        )
    }

    /// The port speaks TLS from the first byte, and the configuration waits for a greeting.
    static func waitsForTLS(_ relay: Relay) -> RelayError {
        RelayError(
            .tlsFailed,
            "\(relay.name) says nothing and waits for TLS, while smtp:// waits for its greeting.",
            "Write smtps:// in [relay] url.",
            isTransient: false
        )
    }

    static func notSMTP(_ relay: Relay) -> RelayError {
        RelayError(
            .greetingRefused,
            "\(relay.name) does not speak SMTP as it should.",
            "Check host and port in [relay] url.",
            isTransient: false
        )
    }

    static func clearText(_ relay: Relay) -> RelayError {
        RelayError(
            .tlsMissing,
            "\(relay.name) is another host, and the connection would not be encrypted.",
            "Set [relay] security to \"tls\".",
            isTransient: false
        )
    }

    static func impossibleName(_ relay: Relay) -> RelayError {
        RelayError(
            .unreachable,
            "The host or port in [relay] url cannot be one.",
            "Write it as smtp://host:port.",
            isTransient: false
        )
    }

    static func noHandle(_ relay: Relay) -> RelayError {
        RelayError(
            .unreachable,
            "No connection to \(relay.name) could be prepared on this host.",
            "Check memory, open files, and that libcurl is 7.85 or newer with SMTP.",
            isTransient: false
        )
    }

    private init(_ kind: Kind, _ whatHappened: String, _ whatToDo: String, isTransient: Bool) {
        self.init(kind: kind, message: "\(whatHappened) \(whatToDo)", isTransient: isTransient)
    }
}
