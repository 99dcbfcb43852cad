package import MailCore

/// Why sending ended before the end.
package enum StopReason: Hashable, Sendable {
    /// The operator asked (SIGINT, SIGTERM).
    case asked
    /// No connection could be had at all.
    case relayUnreachable(RelayError)
    /// The relay went away, or refuses the sender or the session.
    case relayFailed(PauseReason)
    /// Messages were left open because the relay hung up on them again and again.
    case setAside(PauseReason)
    /// Too many refusals.
    case refusals(PauseReason)
    /// A safety check said no.
    case safety(PauseReason)
    /// The journal cannot be written.
    case journal(String)

    /// As the journal keeps it, and people are told; nil where the journal cannot be written.
    package var because: PauseReason? {
        switch self {
        case .asked: .asked
        case .relayUnreachable(let error): .unconnected(trouble: error.trouble)
        case .relayFailed(let reason), .setAside(let reason), .refusals(let reason),
            .safety(let reason):
            reason
        case .journal: nil
        }
    }
}

extension StopReason: Worded, CustomStringConvertible {
    package var words: Sentence {
        switch self {
        case .journal(let text): Sentence(same: "\(text)")
        case .asked, .relayUnreachable, .relayFailed, .setAside, .refusals, .safety:
            because?.words ?? .empty
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
        self = .setAside(.setAside(messages: rows.count, rows: Array(rows.sorted().prefix(20))))
    }
}
