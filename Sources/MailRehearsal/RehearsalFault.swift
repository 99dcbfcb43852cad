/// What the server does wrong on purpose, to show or test an interruption.
package enum RehearsalFault: Equatable, Sendable {
    case none
    /// Answers every n-th valid RCPT, counted over all connections, with `550 5.1.1`.
    case refuse(everyNth: Int)
    /// Waits before the reply to the final dot, when the message has been kept already: a
    /// client that dies in between has an accepted message and no reply.
    case delay(Duration)
}
