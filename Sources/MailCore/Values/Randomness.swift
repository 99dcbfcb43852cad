/// A source of randomness that is handed in.
package struct Randomness: RandomNumberGenerator, Sendable {
    private let word: @Sendable () -> UInt64
    private let block: @Sendable (Int) -> [UInt8]

    /// - Parameter word: Must be one that nobody can foretell, except in tests.
    package init(_ word: @escaping @Sendable () -> UInt64) {
        self.init(
            word,
            block: { count in
                var octets: [UInt8] = []
                octets.reserveCapacity(count)
                while octets.count < count {
                    withUnsafeBytes(of: word()) { octets.append(contentsOf: $0) }
                }
                return Array(octets.prefix(count))
            }
        )
    }

    /// - Parameters:
    ///   - word: Must be one that nobody can foretell, except in tests.
    ///   - block: So many octets at once, under the same condition: a million rows need so much randomness
    ///     that asking for every word by itself takes as long as hashing with it.
    package init(
        _ word: @escaping @Sendable () -> UInt64,
        block: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) {
        self.word = word
        self.block = block
    }

    package func next() -> UInt64 { word() }

    /// So many octets.
    package func octets(_ count: Int) -> [UInt8] { block(count) }
}
