/// The relay as configured; secrets are still where they are kept.
package struct RelaySettings: Hashable, Sendable {
    /// Where the relay's password is.
    package enum PasswordSource: Hashable, Sendable {
        case file(String)
        case environment(String)
        /// A name; the service manager knows the file.
        case credential(String)
    }

    /// Where tokens come from, one after the other.
    package enum TokenSource: Hashable, Sendable {
        /// Somebody else writes them into it.
        case file(String)
        /// A program that prints one, with its arguments; no shell reads them.
        case command([String])
    }

    /// What shows that the account is ours.
    package enum ProofSource: Hashable, Sendable {
        case password(PasswordSource)
        case token(TokenSource)
    }

    /// How to log in.
    package struct Account: Hashable, Sendable {
        package let username: String
        package let proof: ProofSource
        /// Nil for whichever the relay offers of those that fit the proof.
        package let mechanism: LoginMechanism?

        package init(
            username: String,
            proof: ProofSource,
            mechanism: LoginMechanism? = nil
        ) {
            self.username = username
            self.proof = proof
            self.mechanism = mechanism
        }
    }

    package let host: String
    package let port: Int
    package let security: Relay.Security
    /// Nil for a relay that takes mail from this host without a login.
    package let account: Account?
    package let caFile: String?
    /// What to greet the relay with; nil for the host's own name.
    package let clientName: ClientName?
    package let tls: TLSDemands
    /// Connections at a time, 1 to 64.
    package let connections: Int

    package init(
        host: String,
        port: Int,
        security: Relay.Security,
        account: Account? = nil,
        caFile: String? = nil,
        clientName: ClientName? = nil,
        tls: TLSDemands = TLSDemands(),
        connections: Int = 1
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.account = account
        self.caFile = caFile
        self.clientName = clientName
        self.tls = tls
        self.connections = connections
    }
}

extension RelaySettings {
    /// What an approval is bound to: where the mail goes, and how it is protected.
    ///
    /// Of secrets only where tokens come from: a password is the account's, whereas whoever names another
    /// program lets it run.
    package var digest: Digest {
        var hasher = FieldHasher(version: "einzelpost relay 2")
        let username = account?.username ?? ""
        for field in [host, String(port), security.rawValue, username, caFile ?? ""] {
            hasher.add(field)
        }
        // Only what is set: an approval given before these keys were known still counts.
        for (name, value) in further {
            hasher.add(name)
            hasher.add(value)
        }
        return hasher.finalize()
    }

    private var further: [(name: String, value: String)] {
        var fields: [(SettingsKey, String?)] = [
            (.relayLogin, account?.mechanism?.rawValue),
            (.relayProfile, tls.profile == .usual ? nil : tls.profile.rawValue),
            (.relayPinnedKey, tls.pinnedKey?.text),
            (.relayClientCertificate, tls.clientCertificate?.path),
            (.relayClientKey, tls.clientCertificate?.key),
        ]
        switch account?.proof {
        case nil, .password: break
        case .token(.file(let path)): fields.append((.relayTokenFile, path))
        case .token(.command(let words)): fields += words.map { (.relayTokenCommand, $0) }
        }
        return fields.compactMap { key, value in value.map { (key.rawValue, $0) } }
    }
}
