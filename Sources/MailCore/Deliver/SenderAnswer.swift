/// What a relay says to a sender who asks for itself, without a message: to RCPT of its own address, or
/// to MAIL where that was refused.
package struct SenderAnswer: Hashable, Sendable {
    /// What is wrong, as far as a code can tell.
    package enum Flaw: Hashable, Sendable {
        /// The relay wants a login, or encryption, first (RFC 4954 section 6).
        case loginWanted
        /// It does not believe the name it was greeted with.
        case clientName
        /// This account may not use the sender's address, or it is no address there.
        case sender
        /// It takes the sender, and passes nothing on for this host or account: “Relay access denied”.
        case relaying
        /// It knows nobody by the sender's own address, so that bounces would reach nobody.
        case ownAddressUnknown
        /// It may say something else later.
        case passing
        case other
    }

    /// `sender` for MAIL, `recipient` for RCPT.
    package let stage: SubmissionOutcome.Stage
    package let reply: Reply

    package init(to stage: SubmissionOutcome.Stage, _ reply: Reply) {
        self.stage = stage
        self.reply = reply
    }

    /// Nil if the sender is taken.
    package var flaw: Flaw? {
        switch (stage, reply.code) {
        case (_, 200..<300): nil
        case (_, 530), (_, 538): .loginWanted
        case (_, 504): .clientName
        case (_, 400..<500): .passing
        case (.recipient, _): reply.isAboutMailbox ? .ownAddressUnknown : relayingFlaw
        case (.sender, _): .sender
        case (.data, _), (.body, _), (.finalDot, _): .other
        }
    }

    /// RFC 3463: 5.7.1 is a refusal by policy; Postfix and Exim send it, or nothing beside 550 or 554.
    private var relayingFlaw: Flaw {
        switch reply.enhancedCode {
        case nil, "5.7.1", "5.7.0", "5.7.60", "5.7.64", "5.4.1": .relaying
        default: .other
        }
    }
}
