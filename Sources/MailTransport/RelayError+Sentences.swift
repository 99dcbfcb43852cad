import MailCore

/// What failed, as it is told: with the host, and without the relay's own text.
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
        let name = relay.name
        switch failure {
        case .hostUnknown:
            self.init(kind: .unreachable, .hostUnknown(host: relay.host), isTransient: true)
        case .cannotConnect:
            self.init(
                kind: .unreachable,
                .unreachable(relay: name, detail: detail),
                isTransient: true
            )
        case .timeout: self.init(kind: .silent, .silent(relay: name), isTransient: true)
        case .connectionLost:
            self.init(kind: .unreachable, .closed(relay: name, detail: detail), isTransient: true)
        case .notExpected where lastReply == 220:
            self.init(kind: .tlsFailed, .tooMuchBeforeTLS(relay: name), isTransient: false)
        case .notExpected, .ehloRefused:
            self.init(
                kind: .greetingRefused,
                .unwanted(relay: name, reply: lastReply),
                isTransient: mayPass
            )
        case .noTLS:
            self.init(kind: .tlsMissing, .notEncrypting(relay: name), isTransient: mayPass)
        case .certificate:
            let isStrict = relay.tls.profile == .bsi
            self.init(
                kind: .tlsFailed,
                .certificate(relay: name, detail: detail, strict: isStrict),
                isTransient: false
            )
        case .caFile: self.init(kind: .tlsFailed, .caFile, isTransient: false)
        case .handshake:
            self.init(
                kind: .tlsFailed,
                .noCommonTLS(relay: name, detail: detail, advice: relay.adviceWithoutTLS),
                isTransient: false
            )
        case .pinnedKey: self = .keyChanged(relay)
        case .clientCertificate:
            self.init(
                kind: .tlsFailed,
                .ownCertificate(relay: name, detail: detail),
                isTransient: false
            )
        case .login:
            self =
                relay.login.map { login in
                    RelayError(to: login, of: relay, lastReply: lastReply, offered: offered)
                } ?? .loginNotOffered(relay)
        case .impossible: self = .noHandle(relay)
        }
    }

    /// The port speaks TLS from the first byte, and the configuration waits for a greeting.
    static func waitsForTLS(_ relay: Relay) -> RelayError {
        RelayError(kind: .tlsFailed, .waitsForTLS(relay: relay.name), isTransient: false)
    }

    static func notSMTP(_ relay: Relay) -> RelayError {
        RelayError(kind: .greetingRefused, .notSMTP(relay: relay.name), isTransient: false)
    }

    static func clearText(_ relay: Relay) -> RelayError {
        RelayError(kind: .tlsMissing, .clearText(relay: relay.name), isTransient: false)
    }

    static func impossibleName(_ relay: Relay) -> RelayError {
        RelayError(kind: .unreachable, .impossibleName, isTransient: false)
    }

    static func noHandle(_ relay: Relay) -> RelayError {
        RelayError(kind: .unreachable, .noHandle(relay: relay.name), isTransient: false)
    }
}

extension Relay {
    fileprivate var adviceWithoutTLS: RelayTrouble.TLSAdvice {
        switch tls.profile {
        case .bsi: .lessStrict
        case .usual: security == .implicitTLS ? .startTLS : .port
        }
    }
}
