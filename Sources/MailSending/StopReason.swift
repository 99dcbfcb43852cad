package import MailCore

/// Why sending ended before the end.
package enum StopReason: Hashable, Sendable {
    /// The operator asked (SIGINT, SIGTERM).
    case asked
    /// No connection could be had at all.
    case relayUnreachable(RelayError)
    /// The relay went away, or refuses the sender or the session.
    case relayFailed(String)
    /// Messages were left open because the relay hung up on them again and again.
    case setAside(String)
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
        case .relayFailed(let text), .setAside(let text), .refusals(let text),
            .safety(let text), .journal(let text):
            text
        }
    }
}

extension StopReason {
    /// What must not be hidden behind an earlier reason has a higher number: that somebody else's message may
    /// have gone out, and that the journal does not know how the last attempts ended.
    var gravity: Int {
        switch self {
        case .asked, .relayUnreachable, .relayFailed, .setAside, .refusals: 0
        case .safety: 1
        case .journal: 2
        }
    }

    /// Nil if no message was set aside.
    init?(setAside rows: [Int]) {
        guard !rows.isEmpty else { return nil }
        let shown = rows.sorted().prefix(20).map(String.init).joined(separator: ", ")
        let more = rows.count > 20 ? " and \(rows.count - 20) more" : ""
        self = .setAside(
            "the relay hung up on \(rows.count.with("message")) again and again and took the others: "
                + "row \(shown)\(more). They are still open: try them again with resume, or reach "
                + "these people another way"
        )
    }
}
