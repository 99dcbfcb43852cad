/// The envelope of a transaction that has not reached its dot yet.
struct OpenEnvelope {
    /// RFC 5321 section 4.5.3.1.8 asks for at least 100.
    private static let recipientLimit = 1000

    private(set) var sender = ""
    private(set) var announcedSize = 0
    private(set) var recipients: [String] = []
    private var hasRefused = false

    init() {}

    init(sender: String, announcedSize: Int) {
        self.sender = sender
        self.announcedSize = announcedSize
    }

    mutating func add(_ recipient: String, isRefused: Bool) -> Reply {
        guard recipients.count < Self.recipientLimit else { return .tooManyRecipients }
        guard !isRefused else {
            hasRefused = true
            return .noSuchUser
        }
        recipients.append(recipient)
        return .recipientOk
    }

    /// The reply to a DATA that no body may follow; nil if it may.
    ///
    /// In a pipelined group DATA arrives although RCPT was refused (RFC 2920 section 3.1).
    var reasonAgainstBody: Reply? {
        guard recipients.isEmpty else { return nil }
        return hasRefused ? .noRecipients : .wrongOrder
    }
}
