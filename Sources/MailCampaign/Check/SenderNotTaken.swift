package import MailCore

/// The relay can be reached, but does not let this authority send.
package struct SenderNotTaken: Error, Hashable, Sendable {
    package let relay: Relay
    /// Nil if it answered nothing.
    package let answer: SenderAnswer?
}
