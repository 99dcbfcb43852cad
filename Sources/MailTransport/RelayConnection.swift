package import MailCore

/// One connection to the relay, on a thread of its own: libcurl opens it, `Dialogue` speaks.
///
/// An actor, so that a handle never serves two threads at once; its executor is its own thread
/// instead of the shared pool, because every step blocks.
package actor RelayConnection: MessageTransport {
    private let relay: Relay
    private let timeouts: RelayTimeouts
    private let thread = ConnectionThread()
    private var dialogue: Dialogue?

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        // The executor lives as long as this actor, or longer: its thread holds it.
        unsafe thread.asUnownedSerialExecutor()
    }

    /// - Parameters:
    ///   - relay: The only host that is contacted.
    ///   - timeouts: Limits for each step.
    package init(
        to relay: Relay,
        timeouts: RelayTimeouts = RelayTimeouts()
    ) {
        self.relay = relay
        self.timeouts = timeouts
    }

    deinit {
        thread.end()
    }

    package func open() throws -> RelaySession {
        precondition(dialogue == nil, "a connection is opened once")
        let url = try urlText()
        guard let curl = CurlHandle() else { throw RelayError.noHandle(relay) }
        if let failure = curl.connect(to: relay, url: url, within: timeouts.connect) {
            throw RelayError(
                failure,
                relay: relay,
                lastReply: curl.replies.last?.code,
                offered: curl.replies.last { $0.code == 250 }.map(RelayCapabilities.init(ehlo:)),
                detail: curl.failureText
            )
        }
        let opening = try Opening(
            of: relay,
            replies: curl.replies,
            sawGarbage: curl.sawGarbage,
            tls: curl.tls
        )
        guard let socket = curl.socket else { throw RelayError.noHandle(relay) }
        dialogue = Dialogue(
            wire: Wire(curl, socket: socket, timeouts: timeouts),
            capabilities: opening.capabilities,
            timeouts: timeouts
        )
        return opening.session
    }

    /// Whether the relay answers TLS from the first byte, trusted or not; the connection ends with it.
    func speaksTLS() -> Bool {
        guard let url = try? urlText(), let curl = CurlHandle() else { return false }
        switch curl.connect(to: relay, url: url, within: timeouts.connect) {
        case nil, .certificate, .pinnedKey, .clientCertificate, .login, .notExpected, .ehloRefused,
            .noTLS:
            return true
        case .hostUnknown, .cannotConnect, .timeout, .connectionLost, .handshake, .caFile,
            .impossible:
            return false
        }
    }

    /// - Throws: `RelayError` for a host, port or client name that cannot be one, and for clear text
    ///   to any host but this one.
    private func urlText() throws(RelayError) -> String {
        guard
            let url = try? RelayURL(
                host: relay.host,
                port: relay.port,
                isImplicitTLS: relay.security == .implicitTLS
            )
        else { throw .impossibleName(relay) }
        guard relay.security != .none || url.isLoopback else { throw .clearText(relay) }
        return url.text(clientName: relay.clientName)
    }

    package func submit(
        _ message: OutgoingMessage,
        announcing next: OutgoingMessage?,
        phase: @escaping @Sendable (SubmissionPhase) -> Void
    ) -> Submission {
        guard let dialogue else {
            return Submission(verdict: .deferred(.connectionLost), receipt: WireReceipt())
        }
        return dialogue.submit(message, announcing: next, phase: phase)
    }

    package func probe(_ sender: EmailAddress) -> Reply? {
        dialogue?.probe(sender)
    }

    /// The same with the command that was answered, and taken back before anything else is said.
    package func examine(_ sender: EmailAddress) -> SenderAnswer? {
        dialogue?.examine(sender)
    }

    package func close() {
        dialogue?.quit()
        dialogue = nil
    }
}
