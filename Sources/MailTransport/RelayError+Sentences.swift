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
                "\(relay.name) closed the connection before it was ready\(detail.isEmpty ? "" : " (\(detail))").",
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
                relay.tls.profile == .bsi
                    ? "Check the host name in [relay] url; for an authority's own CA set ca_file. tls_profile = "
                        + "\"bsi\" also refuses RSA keys below 3072 bits, of any certificate that was shown."
                    : "Check the host name in [relay] url; for an authority's own CA set ca_file.",
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
                "\(relay.name) and this host found no common TLS, \(relay.tls.profile.words) (\(detail)).",
                relay.tls.profile == .bsi
                    ? "Nothing was sent. Ask the relay's operator for more, or take tls_profile out of [relay] if "
                        + "the office may do with less."
                    : relay.security == .implicitTLS
                        ? "Ports 587 and 25 mostly begin in clear text: then write smtp:// in [relay] url, which "
                            + "encrypts all the same (STARTTLS). Otherwise ask the relay's operator."
                        : "Check the port, or ask the relay's operator.",
                isTransient: false
            )
        case .pinnedKey: self = .keyChanged(relay)
        case .clientCertificate:
            self.init(
                .tlsFailed,
                "Our own certificate for \(relay.name) cannot be used (\(detail)).",
                "Check that client_certificate and client_key in [relay] are PEM, that they belong together, and "
                    + "that the key has no passphrase.",
                isTransient: false
            )
        case .login:
            self =
                relay.login.map { login in
                    RelayError(to: login, of: relay, lastReply: lastReply, offered: offered)
                } ?? .loginNotOffered(relay)
        case .impossible:
            self = .noHandle(relay)
        }
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

    init(_ kind: Kind, _ whatHappened: String, _ whatToDo: String, isTransient: Bool) {
        self.init(kind: kind, message: "\(whatHappened) \(whatToDo)", isTransient: isTransient)
    }
}

extension TLSDemands.Profile {
    /// What must be agreed on.
    fileprivate var words: String {
        switch self {
        case .usual: "1.2 or newer"
        case .bsi: "as BSI TR-02102-2 asks for it"
        }
    }
}
