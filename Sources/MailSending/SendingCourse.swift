package import Foundation
package import MailCore

/// What slows sending down or makes it wait, for whoever watches.
package struct SendingCourse: Hashable, Sendable {
    /// How many messages are deferred, and wait for another attempt.
    package var deferred = 0
    /// What the relay last deferred a message with, such as `450 4.7.1`; nil if it never has.
    package var lastDeferral: String?
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
}
