package import MailCore

/// What happens while a campaign is sent.
package enum SendingNews: Hashable, Sendable {
    /// It is recorded what became of a message's attempt, or that its time is up.
    case concluded(DeliveryState, SendingCourse)
    /// No connection can be had, and everything waits.
    case waits(SendingCourse)
}
