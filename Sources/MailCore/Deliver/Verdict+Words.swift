/// A verdict in words for people.
///
/// The relay's own text is left out, since it quotes addresses.
extension Verdict {
    package var reason: String? {
        switch self {
        case .accepted: nil
        case .refused(let reply): "refused with \(reply.name)"
        case .deferred(.reply(let reply)): "put off with \(reply.name)"
        case .deferred(.relayFault(let reply)): "the relay itself failed with \(reply.name)"
        case .deferred(.connectionLost): "the connection was lost before the message was out"
        case .unknown(let doubt): doubt.rawValue
        }
    }
}

extension Reply {
    /// `550 5.1.1`.
    package var name: String {
        [String(code), enhancedCode].compactMap(\.self).joined(separator: " ")
    }
}
