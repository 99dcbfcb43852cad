package import MailCore

/// What is needed to get into the relay: where it is, and a login that lasts, or tokens that do not.
package struct RelayAccess: Sendable {
    private let relay: Relay
    private let tokens: TokenKeeper?

    init(to relay: Relay, with tokens: TokenKeeper? = nil) {
        self.relay = relay
        self.tokens = tokens
    }

    /// A connection that has not been opened yet.
    ///
    /// - Parameter makeTransport: Makes one with a login as it is.
    /// - Returns: One that logs in.
    package func transport(
        _ makeTransport: @escaping @Sendable (Relay) -> any MessageTransport
    ) -> any MessageTransport {
        guard let tokens else { return makeTransport(relay) }
        return TokenTransport(to: relay, with: tokens, makeTransport: makeTransport)
    }
}
