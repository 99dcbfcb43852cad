/// Why no connection to the relay could be had, with the host, and libcurl's words where it has some;
/// they name hosts and certificates only.
///
/// None quotes a reply but its code.
package indirect enum RelayTrouble: Coded {
    case hostUnknown(host: String)
    case unreachable(relay: String, detail: String)
    case silent(relay: String)
    case closed(relay: String, detail: String)
    case tooMuchBeforeTLS(relay: String)
    case unwanted(relay: String, reply: Int?)
    case notEncrypting(relay: String)
    /// `strict`: whether the profile of the BSI is demanded.
    case certificate(relay: String, detail: String, strict: Bool)
    case caFile
    case noCommonTLS(relay: String, detail: String, advice: TLSAdvice)
    case ownCertificate(relay: String, detail: String)
    case keyChanged(relay: String)
    /// `mayPass`: whether the relay says that it may be different later.
    case loginRefused(relay: String, byToken: Bool, reply: Int?, mayPass: Bool)
    case loginNotOffered(relay: String)
    /// Which ways we have, and which of those that are known the relay has.
    case otherLogins(relay: String, byToken: Bool, ours: [String], offered: [String])
    case waitsForTLS(relay: String)
    case notSMTP(relay: String)
    case clearText(relay: String)
    case impossibleName
    case noHandle(relay: String)
    /// There is no token to log in with.
    case noToken(error: TokenError)
    /// What brings the tokens has none but the one that was refused.
    case noOtherToken(after: RelayTrouble)

    /// What to do when no TLS can be agreed on.
    package enum TLSAdvice: String, Codable, Hashable, Sendable {
        case lessStrict = "less-strict"
        case startTLS = "starttls"
        case port
    }

    private enum CodingKeys: String, CodingKey {
        case hostUnknown = "host-unknown"
        case unreachable, silent, closed
        case tooMuchBeforeTLS = "too-much-before-tls"
        case unwanted
        case notEncrypting = "not-encrypting"
        case certificate
        case caFile = "ca-file"
        case noCommonTLS = "no-common-tls"
        case ownCertificate = "own-certificate"
        case keyChanged = "key-changed"
        case loginRefused = "login-refused"
        case loginNotOffered = "login-not-offered"
        case otherLogins = "other-logins"
        case waitsForTLS = "waits-for-tls"
        case notSMTP = "not-smtp"
        case clearText = "clear-text"
        case impossibleName = "impossible-name"
        case noHandle = "no-handle"
        case noToken = "no-token"
        case noOtherToken = "no-other-token"
    }
}
