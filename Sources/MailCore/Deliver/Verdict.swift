/// What became of one submission.
///
/// The four cases are all there are; nothing is thrown.
package enum Verdict: Hashable, Sendable {
    /// The relay answered 2xx to the final dot. It accepted the message; that says nothing about
    /// delivery.
    case accepted(Reply)
    /// The relay said no for good, to this message.
    case refused(Reply)
    /// Certainly not accepted; may be tried again.
    case deferred(Deferral)
    /// The final dot left and no complete reply came back. Never sent again without a person's
    /// word.
    case unknown(Doubt)

    /// What the relay said; nil if no complete reply decided.
    package var reply: Reply? {
        switch self {
        case .accepted(let reply), .refused(let reply), .deferred(.reply(let reply)),
            .deferred(.doubtfulRefusal(let reply)), .deferred(.sessionEnded(let reply)),
            .deferred(.relayFault(let reply)):
            reply
        case .deferred(.connectionLost), .unknown: nil
        }
    }
}

/// What came of one submission, and what it left on the wire.
package struct Submission: Hashable, Sendable {
    package let verdict: Verdict
    package let receipt: WireReceipt
    /// Whether the connection is over, whatever the verdict says.
    package let isConnectionOver: Bool

    package init(verdict: Verdict, receipt: WireReceipt, isConnectionOver: Bool = false) {
        self.verdict = verdict
        self.receipt = receipt
        self.isConnectionOver = isConnectionOver
    }
}

/// Why a message was certainly not accepted, for now.
package enum Deferral: Hashable, Sendable {
    /// A 4xx reply to this message.
    case reply(Reply)
    /// A 5xx reply that may be meant for the sender or the session as well as for this message.
    case doubtfulRefusal(Reply)
    /// The connection ended before the final dot; nobody is to blame, the message may go out on a
    /// new connection.
    case connectionLost
    /// The relay ended the session at this message: 421, or any negative reply in the middle of its
    /// body.
    case sessionEnded(Reply)
    /// The relay refused the sender, before any recipient was named. Sending on would book the
    /// relay's fault on every recipient.
    case relayFault(Reply)
}

/// Why the outcome is not known (RFC 1047: the gap between the final dot and its reply).
package enum Doubt: String, Hashable, Sendable, Codable, CaseIterable {
    case connectionLost = "lost-after-dot"
    case timeout = "no-reply-in-time"
    case notAReply = "not-a-reply"
    case contradiction
    case processDied = "program-ended"
    case journalOlder = "older-journal"
}

/// One complete reply of the relay, without its text: texts quote addresses.
package struct Reply: Hashable, Sendable, Codable {
    /// RFC 5321 section 4.2: three digits.
    package let code: Int
    /// RFC 3463, for example `5.1.1`; nil if the relay sends none.
    package let enhancedCode: String?
    /// The relay's own name for the accepted message; nil if it told none.
    package let queueID: String?
    /// In how many seconds the relay wants to be asked again; nil if it does not say.
    package let retryAfter: Int?
    /// Whether it says that this is what every newcomer is told (RFC 6647).
    package let isGreylisting: Bool

    package init(
        code: Int,
        enhancedCode: String? = nil,
        queueID: String? = nil,
        retryAfter: Int? = nil,
        isGreylisting: Bool = false
    ) {
        self.code = code
        self.enhancedCode = enhancedCode
        self.queueID = queueID
        self.retryAfter = retryAfter
        self.isGreylisting = isGreylisting
    }
}
