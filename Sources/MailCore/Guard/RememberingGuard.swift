/// The guard at many messages of one campaign, one after the other: what it has read in one of them and
/// found to be nobody's, it does not read again in the next.
///
/// Finds exactly what the guard finds in each message by itself.
package struct RememberingGuard {
    private let messageGuard: MessageGuard
    private var before = ReadBefore()

    package init(_ messageGuard: MessageGuard) {
        self.messageGuard = messageGuard
    }

    /// The same as of `MessageGuard`.
    package mutating func findings(
        in message: OutgoingMessage,
        for recipient: Recipient
    ) -> [GuardFinding] {
        messageGuard.findings(in: message.bytes, for: recipient, id: message.id, &before)
    }
}
