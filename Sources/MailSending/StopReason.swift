package import MailCore

/// Why sending ended before the end.
package enum StopReason: Hashable, Sendable {
    /// The operator asked (SIGINT, SIGTERM).
    case asked
    /// No connection could be had at all.
    case relayUnreachable(RelayError)
    /// The relay went away, or refuses the sender or the session.
    case relayFailed(String)
    /// Too many refusals.
    case refusals(String)
    /// A safety check said no.
    case safety(String)
    /// The journal cannot be written.
    case journal(String)

    /// For people and for `stopped_because`.
    package var text: String {
        switch self {
        case .asked: "stopped by the operator"
        case .relayUnreachable(let error): error.message
        case .relayFailed(let text), .refusals(let text), .safety(let text), .journal(let text):
            text
        }
    }
}
