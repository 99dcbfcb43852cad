package import Foundation

/// Sending that ends when the first people may already be on their way.
package enum Lateness: Hashable, Sendable {
    /// Sending ends after the first appointment has begun.
    case tooLate
    /// Whole hours between the end of sending and the first appointment.
    case hoursBefore(Int)

    /// Whoever reads it in the morning must not be on the way already.
    private static let enough: TimeInterval = 10 * 3_600

    /// Nil if there is time enough.
    ///
    /// - Parameters:
    ///   - end: When sending ends.
    ///   - first: The first appointment.
    package init?(end: Date, first: Date) {
        let left = first.timeIntervalSince(end)
        guard left < Self.enough else { return nil }
        self = left < 0 ? .tooLate : .hoursBefore(Int(left / 3_600))
    }
}
