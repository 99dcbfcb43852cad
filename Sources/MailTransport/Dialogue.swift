import MailCore

/// Our side of the SMTP dialogue on one open connection, message by message.
///
/// Keeps two things between messages: whether the connection still stands, and the envelope that
/// already left. Every reply is awaited by exactly one command; as soon as that is in doubt the
/// connection is dropped, because a reply booked on the wrong recipient is worse than a lost one.
final class Dialogue {
    private let wire: Wire
    private let capabilities: RelayCapabilities
    private let timeouts: RelayTimeouts
    private var stands = true
    /// Written behind the last body; the relay's replies to it are still to be read.
    private var ahead: (envelope: Envelope, receipt: WireReceipt)?
    /// Replies to it that have been read already.
    private var readAhead: [SubmissionOutcome.Answer] = []
    /// What was written for the message in hand.
    private var receipt = WireReceipt()
    /// A transaction was refused half-way; MAIL alone would be a nested one.
    private var needsReset = false

    init(wire: Wire, capabilities: RelayCapabilities, timeouts: RelayTimeouts) {
        self.wire = wire
        self.capabilities = capabilities
        self.timeouts = timeouts
    }

    func submit(
        _ message: OutgoingMessage,
        announcing next: OutgoingMessage?,
        phase: (SubmissionPhase) -> Void
    ) -> Submission {
        // Without it the dot would not end the body, and the next envelope would become a part of
        // this person's message.
        precondition(message.bytes.suffix(2) == Array("\r\n".utf8)[...], "no CRLF at the end")
        receipt = WireReceipt()
        guard stands else {
            return Submission(verdict: .deferred(.connectionLost), receipt: receipt)
        }
        phase(.began)
        let outcome =
            openTransaction(for: message)
            ?? transferBody(of: message, announcing: next, phase: phase)
        let verdict = Verdict(outcome)
        if verdict.endsConnection { drop() }
        return Submission(verdict: verdict, receipt: receipt, isConnectionOver: !stands)
    }

    /// MAIL and RCPT to the sender itself, and then RSET: a transaction that is opened and taken back.
    func probe(_ sender: EmailAddress) -> Reply? { ask(about: sender)?.reply }

    /// The same, and takes it back at once.
    func examine(_ sender: EmailAddress) -> SenderAnswer? {
        guard let answer = ask(about: sender) else { return nil }
        guard wire.write(Array("RSET\r\n".utf8)).interruption == nil,
            case .reply = wire.reply(within: timeouts.farewell)
        else {
            drop()
            return answer
        }
        needsReset = false
        return answer
    }

    private func ask(about sender: EmailAddress) -> SenderAnswer? {
        guard stands, ahead == nil else { return nil }
        guard wire.isQuiet() else {
            drop()
            return nil
        }
        var last: SenderAnswer?
        for command in Envelope.probe(of: sender, afterReset: needsReset) {
            needsReset = true
            guard wire.write(command.line).interruption == nil,
                case .reply(let reply) = wire.reply(within: timeout(for: command.stage))
            else {
                drop()
                return nil
            }
            last = SenderAnswer(to: command.stage, reply)
            if !command.isGranted(by: .reply(reply)) { break }
        }
        return last
    }

    /// Says QUIT, unless the relay waits for a body: then hanging up is the only safe word.
    func quit() {
        defer { stands = false }
        guard stands, ahead == nil, wire.isQuiet(),
            wire.write(Array("QUIT\r\n".utf8)).interruption == nil,
            case .reply = wire.reply(within: timeouts.farewell)
        else { return drop() }
    }

    private func drop() {
        guard stands else { return }
        stands = false
        wire.abandon()
    }

    /// Nil once the relay waits for this message's body.
    private func openTransaction(for message: OutgoingMessage) -> SubmissionOutcome? {
        if let (envelope, written) = ahead {
            ahead = nil
            receipt = written
            // The relay waits for the body of that other person: this one must never reach it.
            guard envelope.belongs(to: message) else {
                return SubmissionOutcome(.sender, .connectionLost)
            }
            return awaitReplies(to: envelope)
        }
        // A relay that spoke or hung up while nobody asked, as with `421 timeout`, blames no one.
        guard wire.isQuiet() else { return SubmissionOutcome(.sender, .connectionLost) }
        let envelope = envelope(of: message, afterReset: needsReset)
        needsReset = false
        if capabilities.pipelining, let interruption = write(envelope.group) {
            return SubmissionOutcome(.sender, interruption)
        }
        return awaitReplies(to: envelope)
    }

    /// Reads one reply a command; without PIPELINING writes each command first.
    private func awaitReplies(to envelope: Envelope) -> SubmissionOutcome? {
        for command in envelope.commands {
            if !capabilities.pipelining {
                // A reply that nobody has asked for would pass for the answer to this command.
                guard wire.isQuiet() else {
                    return SubmissionOutcome(command.stage, .connectionLost)
                }
                if let interruption = write(command.line) {
                    return SubmissionOutcome(command.stage, interruption)
                }
            }
            let answer =
                readAhead.isEmpty
                ? wire.reply(within: timeout(for: command.stage)) : readAhead.removeFirst()
            guard !command.isGranted(by: answer) else { continue }
            let outcome = SubmissionOutcome(command.stage, answer)
            needsReset = true
            if command.stage == .recipient, !Verdict(outcome).endsConnection, !takeBackData() {
                return SubmissionOutcome(.recipient, .connectionLost)
            }
            return outcome
        }
        return nil
    }

    /// Writes commands of the message in hand, and notes the recipients among them.
    private func write(_ commands: [UInt8]) -> SubmissionOutcome.Answer? {
        let written = wire.write(commands)
        receipt.note(recipients: Envelope.recipients(in: commands.prefix(written.count)))
        return written.interruption
    }

    /// Reads the reply to the DATA that travelled with a refused RCPT.
    ///
    /// False if it is missing or makes no sense there: the replies are out of step, and the refusal
    /// may belong to another command.
    private func takeBackData() -> Bool {
        guard capabilities.pipelining else { return true }
        let answer = readAhead.isEmpty ? wire.reply(within: timeouts.data) : readAhead.removeFirst()
        guard case .reply(let reply) = answer else { return false }
        switch reply.code {
        case 354: endEmptyBody()
        case 421: drop()
        case 400..<600: break
        default: return false
        }
        return true
    }

    /// RFC 2920 section 3.1: a relay may answer 354 although it refused the only recipient.
    ///
    /// A lone dot ends the empty message to nobody; what the relay thinks of it does not matter.
    private func endEmptyBody() {
        guard wire.write(Array(".\r\n".utf8)).interruption == nil,
            case .reply = wire.reply(within: timeouts.finalDot)
        else { return drop() }
    }

    private func transferBody(
        of message: OutgoingMessage,
        announcing next: OutgoingMessage?,
        phase: (SubmissionPhase) -> Void
    ) -> SubmissionOutcome {
        let following = capabilities.pipelining ? next.map { envelope(of: $0) } : nil
        let finalDot = message.bytes.count
        let bytes = message.bytes + Array(".\r\n".utf8) + (following?.group ?? [])
        let written = wire.write(bytes, finalDot: finalDot) { phase(.bodyFinished) }
        receipt.note(message: bytes.prefix(min(written.count, finalDot)))
        if let interruption = written.interruption, written.count <= finalDot {
            return SubmissionOutcome(.body, interruption)
        }
        let answer = wire.reply(within: timeouts.finalDot)
        if written.interruption != nil {
            drop()
        } else if let following {
            var sent = WireReceipt()
            sent.note(recipients: Envelope.recipients(in: bytes[finalDot..<written.count]))
            ahead = (following, sent)
        }
        if case .reply(let reply) = answer {
            guard reply.code < 400 || isLastWord(reply) else {
                drop()
                return SubmissionOutcome(.finalDot, .contradiction)
            }
            phase(.replied(code: reply.code, enhancedCode: reply.enhancedCode))
        }
        return SubmissionOutcome(.finalDot, answer)
    }

    /// Whether a no to the dot is all that the relay has to say to this message.
    ///
    /// A relay that gives up in the middle of a body, when the dot has left already, may take the message
    /// all the same: then one reply more comes than was asked for.
    private func isLastWord(_ reply: Reply) -> Bool {
        guard stands else { return true }
        // It hangs up (RFC 5321 section 3.8), unless it goes on.
        if reply.code == 421 { return !isTaken(wire.reply(within: timeouts.farewell)) }
        if let ahead { return areInStep(ahead.envelope.commands) }
        // The next reply must be the one to QUIT.
        let isSaid = wire.write(Array("QUIT\r\n".utf8)).interruption == nil
        let farewell = isSaid ? wire.reply(within: timeouts.farewell) : .connectionLost
        drop()
        return !isTaken(farewell)
    }

    /// Whether it may be the answer to a dot that was accepted; 221 is a farewell.
    private func isTaken(_ answer: SubmissionOutcome.Answer) -> Bool {
        guard case .reply(let reply) = answer else { return false }
        return (200..<300).contains(reply.code) && reply.code != 221
    }

    /// Reads the replies to the envelope that travelled behind the body: one too many means that the first
    /// of them was to the dot.
    private func areInStep(_ commands: [Envelope.Command]) -> Bool {
        for command in commands {
            let answer = wire.reply(within: timeout(for: command.stage))
            readAhead.append(answer)
            // A no cannot take the message before; and nothing comes behind what is no reply.
            guard case .reply(let reply) = answer else { return readAhead.count == 1 }
            if readAhead.count == 1, !isTaken(answer) { return true }
            // Nothing but DATA is answered so.
            if reply.code == 354 { return true }
        }
        return !isTaken(readAhead[commands.count - 1]) && wire.staysQuiet(for: timeouts.surplus)
    }

    private func envelope(of message: OutgoingMessage, afterReset: Bool = false) -> Envelope {
        Envelope(
            of: message,
            declaringSize: capabilities.size,
            askingForReports: capabilities.dsn,
            afterReset: afterReset
        )
    }

    private func timeout(for stage: SubmissionOutcome.Stage) -> Duration {
        switch stage {
        case .sender: timeouts.sender
        case .recipient: timeouts.recipient
        case .data: timeouts.data
        case .body: timeouts.block
        case .finalDot: timeouts.finalDot
        }
    }
}
