package import MailCore

/// Looks how far one gets with a relay, and sends nothing.
package struct RelayExamination: Sendable {
    private let relay: Relay
    private let sender: EmailAddress
    /// So long a greeting may take before TLS is tried instead.
    private let patience: Duration

    package init(
        of relay: Relay,
        for sender: EmailAddress,
        patience: Duration = .seconds(7)
    ) {
        self.relay = relay
        self.sender = sender
        self.patience = patience
    }

    /// - Returns: What it said of itself, and to the sender.
    /// - Throws: `RelayError`.
    package func run() async throws -> (session: RelaySession, answer: SenderAnswer?) {
        guard relay.security == .startTLS else { return try await examine(relay) }
        do {
            return try await examine(relay, within: patience)
        } catch let error as RelayError where error.kind == .silent {
            // A port that waits for TLS says nothing: neither does one that is only slow.
            guard await !speaksTLS() else { throw RelayError.waitsForTLS(relay) }
            return try await examine(relay)
        }
    }

    private func examine(
        _ relay: Relay,
        within limit: Duration? = nil
    ) async throws -> (session: RelaySession, answer: SenderAnswer?) {
        var timeouts = RelayTimeouts()
        if let limit { timeouts.connect = limit }
        let connection = RelayConnection(to: relay, timeouts: timeouts)
        do {
            let session = try await connection.open()
            let answer = await connection.examine(sender)
            await connection.close()
            return (session, answer)
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Whether the relay answers TLS at once, whatever it thinks of us.
    private func speaksTLS() async -> Bool {
        var timeouts = RelayTimeouts()
        timeouts.connect = .seconds(2)
        let encrypted = Relay(
            host: relay.host,
            port: relay.port,
            security: .implicitTLS,
            caFile: relay.caFile,
            clientName: relay.clientName,
            tls: relay.tls
        )
        return await RelayConnection(to: encrypted, timeouts: timeouts).speaksTLS()
    }
}
