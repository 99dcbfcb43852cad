/// Follows the chain of events from its root and finds the place where it does not hold.
package struct ChainWalk: Sendable {
    /// The hash of the last event so far.
    package private(set) var head = ChainEvent.root
    private var expected = 1
    /// The hashes an event may stand behind; none behind a gap, where nobody can tell.
    private var previous: [String] = [ChainEvent.root]

    package init() {}

    /// Takes the next event.
    ///
    /// - Parameter event: In ascending order of the sequence.
    /// - Returns: What does not fit, in plain words.
    package mutating func follow(_ event: ChainEvent) -> String? {
        if let finding = place(event.sequence) {
            keep(event.hash)
            return finding
        }
        let hashes = previous.map(event.hash(after:))
        keep(event.hash)
        // No message and an empty one would hash alike.
        guard event.message != "" else { return Self.changed(event.sequence) }
        if hashes.isEmpty || hashes.contains(event.hash) { return nil }
        // If only its hash was changed, the next one still stands behind the right one.
        previous += hashes.prefix(1)
        return Self.changed(event.sequence)
    }

    /// Passes an event that is not told: only its place and its hash are known.
    package mutating func pass(sequence: Int, hash: String) -> String? {
        let finding = place(sequence)
        keep(hash)
        return finding
    }

    private mutating func keep(_ hash: String) {
        head = hash
        previous = [hash]
    }

    private mutating func place(_ sequence: Int) -> String? {
        defer { if sequence >= expected { expected = sequence &+ 1 } }
        if sequence == expected { return nil }
        if sequence < expected { return "event \(sequence) does not belong to the chain" }
        return sequence == expected + 1
            ? "event \(expected) is missing" : "events \(expected) to \(sequence - 1) are missing"
    }

    private static func changed(_ sequence: Int) -> String {
        "event \(sequence) of the chain has been changed"
    }
}
