extension Verdict {
    /// Why the message stands where the verdict puts it; nil for an accepted one.
    ///
    /// The relay's own text is left out, since it quotes addresses.
    package var reason: StateReason? {
        switch self {
        case .accepted: nil
        case .refused(let reply): .refused(reply: reply.name)
        case .deferred(.reply(let reply)): .deferred(reply: reply.name)
        case .deferred(.doubtfulRefusal(let reply)): .doubtfullyRefused(reply: reply.name)
        case .deferred(.sessionEnded(let reply)): .sessionEnded(reply: reply.name)
        case .deferred(.relayFault(let reply)): .relayFault(reply: reply.name)
        case .deferred(.connectionLost): .connectionLost
        case .unknown(let doubt): .unknown(doubt: doubt)
        }
    }
}

extension Verdict {
    /// The reply of a refusal that may be meant for the sender or the session; nil for any other
    /// verdict.
    package var doubtfulRefusal: Reply? {
        switch self {
        case .refused(let reply): reply.isAboutMailbox ? nil : reply
        case .deferred(.doubtfulRefusal(let reply)): reply
        case .accepted, .unknown, .deferred(.reply), .deferred(.connectionLost),
            .deferred(.sessionEnded), .deferred(.relayFault):
            nil
        }
    }
}

extension Deferral {
    /// What the relay did, in a word or two: `450 4.7.1`, `hung up`.
    package var name: String {
        switch self {
        case .reply(let reply), .doubtfulRefusal(let reply), .sessionEnded(let reply),
            .relayFault(let reply):
            reply.name
        case .connectionLost: "hung up"
        }
    }
}

extension Reply {
    /// `550 5.1.1`.
    package var name: String {
        [String(code), enhancedCode].compactMap(\.self).joined(separator: " ")
    }
}
