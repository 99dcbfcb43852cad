import MailCore

/// A connection that logs in with a token, and gets another one, once, if the relay refuses it.
actor TokenTransport: MessageTransport {
    private let relay: Relay
    private let tokens: TokenKeeper
    private let makeTransport: @Sendable (Relay) -> any MessageTransport
    private var opened: (any MessageTransport)?

    init(
        to relay: Relay,
        with tokens: TokenKeeper,
        makeTransport: @escaping @Sendable (Relay) -> any MessageTransport
    ) {
        self.relay = relay
        self.tokens = tokens
        self.makeTransport = makeTransport
    }

    func open() async throws -> RelaySession {
        let first = try await login(insteadOf: nil)
        do {
            return try await open(with: first)
        } catch let error as RelayError where error.kind == .tokenRefused {
            // The same token again would only count as one more wrong login.
            guard let second = try await login(insteadOf: first) else {
                throw error.withoutAnotherToken
            }
            return try await open(with: second)
        }
    }

    private func open(with login: Login?) async throws -> RelaySession {
        let transport = makeTransport(relay.with(login))
        do {
            let session = try await transport.open()
            opened = transport
            return session
        } catch {
            await transport.close()
            throw error
        }
    }

    /// - Throws: `RelayError`: what sending does without a token is what it does without a relay.
    private func login(insteadOf refused: Login?) async throws(RelayError) -> Login? {
        do {
            return try await tokens.login(insteadOf: refused)
        } catch {
            throw RelayError(
                kind: .loginRefused,
                .noToken(error: error),
                isTransient: error.mayPass
            )
        }
    }

    func submit(
        _ message: OutgoingMessage,
        announcing next: OutgoingMessage?,
        phase: @escaping @Sendable (SubmissionPhase) -> Void
    ) async -> Submission {
        guard let opened else {
            return Submission(verdict: .deferred(.connectionLost), receipt: WireReceipt())
        }
        return await opened.submit(message, announcing: next, phase: phase)
    }

    func probe(_ sender: EmailAddress) async -> Reply? { await opened?.probe(sender) }

    func close() async {
        await opened?.close()
        opened = nil
    }
}

extension RelayError {
    fileprivate var withoutAnotherToken: RelayError {
        RelayError(kind: kind, .noOtherToken(after: trouble), isTransient: false)
    }
}
