/// How the program shows a relay who it is (RFC 4954): one case for each way that it knows.
package enum LoginMechanism: String, CaseIterable, Hashable, Sendable {
    /// RFC 4616: user name and password in one word.
    case plain
    /// The same in two answers; never standardised, and wide-spread.
    case login
    /// A token, as Google and Microsoft ask for it.
    case xoauth2
    /// RFC 7628: a token.
    case oauthbearer

    /// As relays write it.
    package var name: String { rawValue.uppercased() }

    /// Whether its proof is a token; otherwise it is a password.
    package var needsToken: Bool {
        switch self {
        case .plain, .login: false
        case .xoauth2, .oauthbearer: true
        }
    }
}

/// Whom the relay lets in, and with which proof.
package struct Login: Hashable, Sendable {
    package enum Proof: Hashable, Sendable {
        case password(Password)
        case token(AccessToken)
    }

    package let username: String
    package let proof: Proof
    /// The only one that is tried; nil for whichever of those that fit the proof the relay offers.
    private let chosen: LoginMechanism?

    /// - Parameters:
    ///   - username: The account at the relay.
    ///   - proof: What shows that it is ours.
    ///   - chosen: Must fit the proof; nil for any that does.
    package init(username: String, proof: Proof, by chosen: LoginMechanism? = nil) {
        self.username = username
        self.proof = proof
        self.chosen = chosen
    }

    package init(username: String, password: Password) {
        self.init(username: username, proof: .password(password))
    }

    /// What may be tried; never empty.
    package var mechanisms: [LoginMechanism] {
        if let chosen { return [chosen] }
        return LoginMechanism.allCases.filter { $0.needsToken == isByToken }
    }

    package var isByToken: Bool {
        switch proof {
        case .password: false
        case .token: true
        }
    }
}
