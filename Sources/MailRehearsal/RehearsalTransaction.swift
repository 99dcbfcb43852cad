/// One message as the client handed it over: its envelope and its bytes.
package struct RehearsalTransaction: Equatable, Sendable {
    /// The address of `MAIL FROM`; empty for the null sender.
    package let sender: String
    /// Every recipient that was accepted, in the client's order.
    ///
    /// More than one breaks promise P1.
    package let recipients: [String]
    /// What the client called itself in EHLO or HELO.
    package let clientName: String
    /// The message after dot-unstuffing, without the final dot.
    package let message: [UInt8]
}
