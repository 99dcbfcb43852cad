/// What somebody says of where the state directory comes from.
package enum StateClaim: Hashable, Sendable {
    /// It was moved on purpose, and its original is out of use.
    case moved
    /// It was put back from a backup, or begun anew, on purpose: what it cannot know of is in doubt.
    case restored

    /// Nil if nothing is said.
    ///
    /// - Throws: `UnclearRequest` for both.
    package init?(moved: Bool, restored: Bool) throws(UnclearRequest) {
        switch (moved, restored) {
        case (false, false): return nil
        case (true, false): self = .moved
        case (false, true): self = .restored
        case (true, true): throw .movedAndRestored
        }
    }
}
