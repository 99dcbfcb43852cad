package import Foundation
package import MailCore

/// What slows sending down or makes it wait, for whoever watches.
package struct SendingCourse: Hashable, Sendable {
    /// How many messages are deferred, and wait for another attempt.
    package var deferred = 0
    /// What the relay last deferred a message with, such as `450 4.7.1`; nil if it never has.
    package var lastDeferral: String?
    /// When the next of these is tried again; nil for none.
    package var nextAttempt: Date?
    /// The pause behind the first messages; nil where there is none, or it is over.
    package var pause: Pause?
    /// Until when the configured pace holds everybody back; nil if it does not.
    package var pacedUntil: Date?
    /// How fast the relay takes messages, where it limits that.
    package var rates: [Brakes.Rate] = []
    /// Nothing is begun before, because the relay fails; nil if it does not.
    package var relayIsAwayUntil: Date?
    /// By how many seconds the clock was set while sending, ahead or back; waiting times are kept.
    package var clockMoved = 0.0
    /// How many earlier attempts have a time that is still to come: the clock was ahead when they were
    /// made.
    ///
    /// They count as made just now.
    package var attemptsFromTheFuture = 0

    package init() {}

    /// A pause in which somebody can look at what became of the first messages.
    package struct Pause: Hashable, Sendable {
        package let until: Date
        /// How many have gone before it.
        package let first: Int
    }

    /// When the last message will have gone, if it goes on like this.
    ///
    /// - Parameters:
    ///   - open: How many still have to go.
    ///   - rate: How many a second have gone so far; what the relay's limit lets through now counts
    ///     instead, where it limits all messages.
    ///   - now: On the same clock as the other times.
    /// - Returns: Nil if nothing is left, or if nothing has gone yet.
    package func expectedEnd(of open: Int, rate: Double, at now: Date) -> Date? {
        let limit = rates.first { $0.group == nil }
        let rate = limit.map { $0.perMinute / 60 } ?? rate
        guard open > 0, rate > 0 else { return nil }
        let next = [now, limit?.heldUntil, relayIsAwayUntil].compactMap(\.self).max() ?? now
        return next.addingTimeInterval(Double(open) / rate)
    }
}
