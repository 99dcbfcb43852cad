package import MailCore

/// What happens while a campaign is sent, for whoever watches; in the order in which it happens.
package enum SendingEvent: Sendable {
    /// It is not time yet to begin; so much is left.
    case countsDown(Countdown, left: Duration)
    /// Connections are about to be opened.
    case began(SendingSums)
    /// It is recorded what became of a message's attempt, or that its time is up.
    case concluded(DeliveryState, SendingSums)
    /// Nothing is begun for a while: by pace, caution, or for a relay that fails or defers.
    case waits(SendingSums)
    /// Nothing is in flight any more.
    case ended(SendingSums)
}
