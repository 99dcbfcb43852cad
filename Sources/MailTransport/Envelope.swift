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
    ///   - askingForReports: Whether the relay offered DSN (RFC 3461).
    ///   - afterReset: Whether an unfinished transaction must be cleared first.
    init(
        of message: OutgoingMessage,
        declaringSize: Bool,
        askingForReports: Bool = false,
        afterReset: Bool = false
    ) {
        self.message = message.id
        recipient = message.recipient
        let size = declaringSize ? " SIZE=\(message.bytes.count)" : ""
        let report = askingForReports ? message.envelopeID.map(FailureReport.init) : nil
        let notification =
            report.map { _ in FailureReport.parameters(for: message.recipient) } ?? ""
        commands =
            (afterReset ? [Command(.sender, "RSET")] : []) + [
                Command(
                    .sender,
                    "MAIL FROM:<\(message.sender.text)>\(size)\(report?.ofSender ?? "")"
                ),
                Command(.recipient, "RCPT TO:<\(message.recipient.text)>\(notification)"),
                Command(.data, "DATA"),
            ]
    }

    /// The commands that ask whether the relay takes mail from a sender to its own address; no DATA.
    static func probe(of sender: EmailAddress, afterReset: Bool) -> [Command] {
        (afterReset ? [Command(.sender, "RSET")] : []) + [
            Command(.sender, "MAIL FROM:<\(sender.text)>"),
            Command(.recipient, "RCPT TO:<\(sender.text)>"),
        ]
    }

    /// All commands in one group (RFC 2920): DATA stands last, as section 3.1 demands.
    var group: [UInt8] { commands.flatMap(\.line) }

    /// The `RCPT` commands among these octets, as they were written to the relay: the address each
    /// names, nil where it cannot be read.
    static func recipients(in written: some Collection<UInt8>) -> [EmailAddress?] {
        written.split(separator: UInt8(ascii: "\n"))
            .filter { $0.starts(with: "RCPT ".utf8) }
            .map { recipient(in: String(decoding: $0, as: UTF8.self)) }
    }

    /// Nil unless the line, of which only the line feed is gone, names exactly one mailbox in the
    /// form we write it.
    private static func recipient(in line: String) -> EmailAddress? {
        guard line.hasPrefix("RCPT TO:<"), line.hasSuffix("\r"),
            let end = line.firstIndex(of: ">")
        else { return nil }
        let text = String(line[..<end].dropFirst("RCPT TO:<".count))
        guard let address = try? EmailAddress(parsing: text), address.text == text else {
            return nil
        }
        // Whatever else stands there must follow from that very address.
        let rest = line[line.index(after: end)...].dropLast()
        return rest.isEmpty || rest == FailureReport.parameters(for: address) ? address : nil
    }

    func belongs(to message: OutgoingMessage) -> Bool {
        self.message == message.id && recipient == message.recipient
    }
}
