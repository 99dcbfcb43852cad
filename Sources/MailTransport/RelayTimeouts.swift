/// How long to wait for the relay.
///
/// The defaults are those of RFC 5321 section 4.5.3.2; shorter ones would turn slow relays into
/// doubt.
package struct RelayTimeouts: Hashable, Sendable {
    /// Resolving, connecting, TLS, greeting, EHLO and login together.
    package var connect: Duration = .seconds(5 * 60)
    /// Reply to MAIL.
    package var sender: Duration = .seconds(5 * 60)
    /// Reply to RCPT.
    package var recipient: Duration = .seconds(5 * 60)
    /// Reply to DATA.
    package var data: Duration = .seconds(2 * 60)
    /// The kernel taking one more block of what is written.
    package var block: Duration = .seconds(3 * 60)
    /// Reply to the final dot.
    package var finalDot: Duration = .seconds(10 * 60)
    /// Replies that decide nothing, such as the one to QUIT.
    package var farewell: Duration = .seconds(10)
    /// A reply that would be one too many, when all are there that were asked for.
    package var surplus: Duration = .milliseconds(200)

    package init() {}
}
