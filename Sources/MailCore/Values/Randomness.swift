/// A source of randomness that is handed in.
package struct Randomness: RandomNumberGenerator, Sendable {
    private let word: @Sendable () -> UInt64

    /// - Parameter word: Must be one that nobody can foretell, except in tests.
    package init(_ word: @escaping @Sendable () -> UInt64) {
        self.word = word
    }

    package func next() -> UInt64 { word() }
}
