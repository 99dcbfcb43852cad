/// One connection to a relay: the one dangerous effect of the program, behind the only protocol
/// of the package.
package protocol MessageTransport: Sendable {
    /// Connects, encrypts and logs in. Called once, before the first `submit`.
    ///
    /// - Throws: `RelayError`, with what happened and what to do next.
    func open() async throws -> RelaySession

    /// Submits one message and waits for its verdict.
    ///
    /// - Parameters:
    ///   - message: What to send now. If another one was announced by the last call, it must be
    ///     that one.
    ///   - next: The message that will certainly be submitted next on this connection; its
    ///     envelope may travel with this one's body (RFC 2920). Nil if none is due yet.
    ///   - phase: Told the phase before its first byte is written, on the connection's thread.
    /// - Returns: The verdict on `message`, and what was written for it. After one that
    ///   `endsConnection`, and where the submission says so, the connection is gone: close it, open a new
    ///   one.
    func submit(
        _ message: OutgoingMessage,
        announcing next: OutgoingMessage?,
        phase: @escaping @Sendable (SubmissionPhase) -> Void
    ) async -> Submission

    /// Asks whether the relay takes mail from a sender to its own address, and takes the question
    /// back: nothing is sent.
    ///
    /// For the sake of a message that was refused right before on this connection.
    ///
    /// - Returns: The reply to RCPT, or to MAIL if that was refused; nil if there was none, or if an
    ///   announced message stands in the way.
    func probe(_ sender: EmailAddress) async -> Reply?

    /// Says QUIT if the connection still stands, and frees it.
    func close() async
}

/// How far a submission has come; the flight record keeps it.
package enum SubmissionPhase: Hashable, Sendable {
    /// The connection turned to this message; nothing that could make it accepted has left.
    case began
    /// Must be told before the first byte of the final dot is handed to the kernel: a death
    /// afterwards is in doubt.
    case bodyFinished
    /// A complete reply to the final dot has arrived.
    case replied(code: Int, enhancedCode: String?)
}

/// What the relay said of itself when the connection was opened.
package struct RelaySession: Hashable, Sendable {
    /// Host and port as configured.
    package let relay: String
    /// Whether RFC 2920 was offered, so that envelopes may travel ahead.
    package let pipelining: Bool
    /// RFC 6531.
    package let smtpUTF8: Bool
    /// RFC 1870, octets; nil if not offered or without limit.
    package let sizeLimit: Int?
    /// Whether the connection is encrypted.
    package let encrypted: Bool
    /// How it is encrypted; nil without TLS, or if libcurl does not let us look.
    package let tls: TLSFacts?
    /// Whether the relay accepted our login; false if none is configured.
    package let loggedIn: Bool

    package init(
        relay: String,
        pipelining: Bool,
        smtpUTF8: Bool,
        sizeLimit: Int?,
        encrypted: Bool,
        loggedIn: Bool,
        tls: TLSFacts? = nil
    ) {
        self.relay = relay
        self.pipelining = pipelining
        self.smtpUTF8 = smtpUTF8
        self.sizeLimit = sizeLimit
        self.encrypted = encrypted
        self.loggedIn = loggedIn
        self.tls = tls
    }
}

/// Why no connection to the relay could be had (exit code 69).
///
/// Holds no secret.
package struct RelayError: PrintableError, Hashable, Sendable {
    /// What failed.
    package enum Kind: Hashable, Sendable {
        case unreachable
        /// Nothing was said in time.
        case silent
        case tlsMissing
        case tlsFailed
        case loginRefused
        /// The token has ended, or never was one; another may do.
        case tokenRefused
        /// Another key than the pinned one: somebody else may answer in the relay's place.
        case keyChanged
        case greetingRefused
    }

    package let kind: Kind
    /// What happened, with which host.
    package let trouble: RelayTrouble
    /// Whether trying again later may help (no connection, 4xx).
    package let isTransient: Bool

    package init(kind: Kind, _ trouble: RelayTrouble, isTransient: Bool) {
        self.kind = kind
        self.trouble = trouble
        self.isTransient = isTransient
    }

    /// And what to do next.
    package var words: Sentence { trouble.words }
}
