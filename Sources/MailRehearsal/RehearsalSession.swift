/// One SMTP conversation as a value: octets in, replies and transactions out.
///
/// It knows neither sockets nor files. The caller hands over octets in any portions with
/// `receive(_:)`, then takes steps with `next()` until there are no more.
package struct RehearsalSession {
    /// What the caller has to do next.
    package enum Step: Equatable, Sendable {
        case reply(Reply)
        /// Keep this transaction, then call `conclude(keptAs:)`; until then there are no steps.
        case keep(RehearsalTransaction)
        /// Close the connection after the replies so far are out.
        case close
    }

    private enum Phase {
        case connected, ready, envelope, body, keeping, leaving, closed
    }

    private let maximumSize: Int
    private let refusesRecipient: @Sendable () -> Bool
    private var phase = Phase.connected
    private var input = InputBuffer()
    private var body: MessageBody
    private var clientName = ""
    private var envelope = OpenEnvelope()

    /// - Parameters:
    ///   - maximumSize: the longest message that is accepted, in octets after unstuffing.
    ///   - refusesRecipient: asked at every valid RCPT; true makes its reply a 550.
    package init(
        maximumSize: Int = RehearsalServer.usualMaximumSize,
        refusesRecipient: @escaping @Sendable () -> Bool = { false }
    ) {
        self.maximumSize = maximumSize
        self.refusesRecipient = refusesRecipient
        body = MessageBody(maximumSize: maximumSize, expectedSize: 0)
    }

    /// What the server says first.
    package var greeting: Reply { .greeting }

    /// Whether a transaction waits for `conclude(keptAs:)`.
    package var isKeeping: Bool { phase == .keeping }

    package mutating func receive(_ bytes: some Collection<UInt8>) {
        input.append(bytes)
    }

    /// The next step, or nil when more octets or the end of keeping must come first.
    package mutating func next() -> Step? {
        switch phase {
        case .connected, .ready, .envelope:
            return input.nextLine().map { .reply(answer($0)) }
        case .body:
            input.feed(&body)
            return body.isComplete ? endOfMessage() : nil
        case .leaving:
            phase = .closed
            return .close
        case .keeping, .closed:
            return nil
        }
    }

    /// Ends the keeping that a `keep` step asked for.
    ///
    /// - Parameter number: the transaction's number, or nil if it could not be kept.
    /// - Returns: the reply to the final dot.
    package mutating func conclude(keptAs number: Int?) -> Reply {
        precondition(phase == .keeping, "only a transaction that was handed out can be concluded")
        phase = .ready
        return number.map(Reply.queued) ?? .notKept
    }

    /// The envelope of a message that was refused is forgotten too: the client begins again.
    private mutating func endOfMessage() -> Step {
        let transaction = RehearsalTransaction(
            sender: envelope.sender,
            recipients: envelope.recipients,
            clientName: clientName,
            message: body.bytes
        )
        let isTooBig = body.isTooBig
        reset()
        guard !isTooBig else { return .reply(.tooBig) }
        phase = .keeping
        return .keep(transaction)
    }

    private mutating func answer(_ line: InputBuffer.Line) -> Reply {
        switch line {
        case .tooLong: return .lineTooLong
        case .unreadable: return .unreadable
        case .text(let text):
            do throws(Reply) {
                return answer(try Command(parsing: text))
            } catch {
                return error
            }
        }
    }

    private mutating func answer(_ command: Command) -> Reply {
        switch command {
        case .ehlo(let name): return open(name, .ehlo(maximumSize: maximumSize))
        case .helo(let name): return open(name, .helo)
        case .mail(let sender, let size): return begin(sender: sender, size: size)
        case .rcpt(let recipient): return add(recipient)
        case .data: return beginBody()
        case .rset:
            reset()
            return .ok
        case .noop: return .ok
        case .vrfy: return .cannotVerify
        case .quit:
            phase = .leaving
            return .bye
        }
    }

    /// RFC 5321 section 4.1.4: a later EHLO acts as RSET does.
    private mutating func open(_ name: String, _ reply: Reply) -> Reply {
        phase = .ready
        reset()
        clientName = name
        return reply
    }

    private mutating func begin(sender: String, size: Int) -> Reply {
        guard phase == .ready else { return .wrongOrder }
        guard size <= maximumSize else { return .tooBig }
        phase = .envelope
        envelope = OpenEnvelope(sender: sender, announcedSize: size)
        return .senderOk
    }

    private mutating func add(_ recipient: String) -> Reply {
        guard phase == .envelope else { return .wrongOrder }
        return envelope.add(recipient, isRefused: refusesRecipient())
    }

    private mutating func beginBody() -> Reply {
        guard phase == .envelope else { return .wrongOrder }
        if let reason = envelope.reasonAgainstBody { return reason }
        phase = .body
        body = MessageBody(maximumSize: maximumSize, expectedSize: envelope.announcedSize)
        return .goAhead
    }

    private mutating func reset() {
        if phase != .connected { phase = .ready }
        envelope = OpenEnvelope()
        body = MessageBody(maximumSize: maximumSize, expectedSize: 0)
    }
}
