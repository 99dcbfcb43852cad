package import Foundation

/// Whether a plan that was judged by another moment than its own may be sent now.
package enum PlanningMoment {
    /// A plan of another day must not go out by accident.
    ///
    /// - Parameters:
    ///   - planned: What the plan was judged by; nil for its own time.
    ///   - named: What somebody has named again for sending.
    ///   - now: The time of sending.
    /// - Returns: Whether the moment must be named first.
    package static func mustBeNamed(planned: Date?, named: Date?, now: Date) -> Bool {
        guard let planned, abs(planned.timeIntervalSince(now)) > 86_400 else { return false }
        return named != planned
    }
}
