import MailCore

/// The commands in front of one message: one sender, one recipient, taken from one message.
///
/// The only place of the program that spells RCPT.
struct Envelope {
    struct Command {
        let stage: SubmissionOutcome.Stage
        let line: [UInt8]

        fileprivate init(_ stage: SubmissionOutcome.Stage, _ text: String) {
            self.stage = stage
            line = Array((text + "\r\n").utf8)
        }

        /// Whether the relay lets us go on.
        func isGranted(by answer: SubmissionOutcome.Answer) -> Bool {
            guard case .reply(let reply) = answer else { return false }
            // RFC 5321 section 4.3.2: DATA is granted by 354 alone, the others by 2xx.
            return stage == .data ? reply.code == 354 : (200..<300).contains(reply.code)
        }
    }

    let message: MessageID
    let recipient: EmailAddress
    let commands: [Command]

    /// - Parameters:
    ///   - message: Its sender and its one recipient become the envelope.
    ///   - declaringSize: Whether the relay offered SIZE (RFC 1870), so that it can refuse a message
    ///     that is too large before the body travels.
    ///   - afterReset: Whether an unfinished transaction must be cleared first.
    init(of message: OutgoingMessage, declaringSize: Bool, afterReset: Bool = false) {
        self.message = message.id
        recipient = message.recipient
        let size = declaringSize ? " SIZE=\(message.bytes.count)" : ""
        commands =
            (afterReset ? [Command(.sender, "RSET")] : []) + [
                Command(.sender, "MAIL FROM:<\(message.sender.text)>\(size)"),
                Command(.recipient, "RCPT TO:<\(message.recipient.text)>"),
                Command(.data, "DATA"),
            ]
    }

    /// All commands in one group (RFC 2920): DATA stands last, as section 3.1 demands.
    var group: [UInt8] { commands.flatMap(\.line) }

    /// How many recipients these octets, as they were written to the relay, name.
    static func recipients(in written: some Collection<UInt8>) -> Int {
        written.split(separator: UInt8(ascii: "\n")).count { $0.starts(with: "RCPT ".utf8) }
    }

    func belongs(to message: OutgoingMessage) -> Bool {
        self.message == message.id && recipient == message.recipient
    }
}
