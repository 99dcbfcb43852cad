package import MailCore

/// What happens while a campaign is sent, for whoever watches; in the order in which it happens.
package enum SendingEvent: Sendable {
    /// Connections are about to be opened.
    case began(SendingSums)
    /// A verdict was recorded.
    case verdict(Verdict, SendingSums)
    /// Nothing is in flight any more.
    case ended(SendingSums)
}
