/// What one more signal to stop means.
///
/// A closed terminal says no more than “stop”, and an eager finger, or a tool that signals the whole
/// group, presses twice.
package struct StopPresses: Sendable {
    package enum Meaning: Hashable, Sendable {
        /// What is in flight ends, nothing new begins.
        case stop
        /// It was meant by the first one.
        case nothing
        /// The program ends at once.
        case end
    }

    /// How many seconds later another signal is meant as one.
    package static let eagerness = 2

    private var first: Int?

    package init() {}

    /// - Parameters:
    ///   - second: When it came, on a clock that never goes back.
    ///   - isHangUp: Whether the terminal was closed.
    /// - Returns: What it means.
    package mutating func press(at second: Int, isHangUp: Bool) -> Meaning {
        guard let first else {
            first = second
            return .stop
        }
        return isHangUp || second - first < Self.eagerness ? .nothing : .end
    }
}
