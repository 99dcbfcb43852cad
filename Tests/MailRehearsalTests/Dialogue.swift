import MailRehearsal

/// A session without sockets, whose transactions are all kept at once.
struct Dialogue {
    private var session: RehearsalSession
    private(set) var replies: [String] = []
    private(set) var transactions: [RehearsalTransaction] = []
    private(set) var isClosed = false

    init(_ session: RehearsalSession = RehearsalSession(), greets: Bool = true) {
        self.session = session
        if greets { say("EHLO client.example\r\n") }
        replies = []
    }

    /// The codes of all replies so far: `250 2.1.0` for `250 2.1.0 Ok`.
    var codes: [String] {
        replies.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    }

    /// The bytes of all messages so far, made visible.
    var messages: [String] {
        transactions.map { String(decoding: $0.message, as: UTF8.self) }
    }

    mutating func say(_ text: String) {
        hear(Array(text.utf8))
    }

    mutating func hear(_ bytes: some Collection<UInt8>) {
        session.receive(bytes)
        while let step = session.next() {
            switch step {
            case .reply(let reply): replies.append(reply.wire.trimmed)
            case .keep(let transaction):
                transactions.append(transaction)
                replies.append(session.conclude(keptAs: transactions.count).wire.trimmed)
            case .close: isClosed = true
            }
        }
    }

    /// Sends one message from its envelope to the dot; `data` must end with the dot's line.
    mutating func submit(data: String) {
        say("MAIL FROM:<office@authority.example>\r\nRCPT TO:<anna@example.org>\r\nDATA\r\n")
        say(data)
    }
}

extension String {
    fileprivate var trimmed: String { hasSuffix("\r\n") ? String(dropLast()) : self }
}
