/// Salts for many rows, for which randomness is asked once for many of them.
///
/// What is left of a block goes with it: no salt is given out twice.
package struct SaltSupply {
    private let randomness: Randomness
    private var block: [UInt8] = []
    private var used = 0

    /// How many salts a block holds.
    private static let salts = 256

    /// - Parameter randomness: Must be one that nobody can foretell.
    package init(of randomness: Randomness) {
        self.randomness = randomness
    }

    /// One that nobody has had before.
    package mutating func next() -> Salt {
        if let salt = salt() { return salt }
        (block, used) = (randomness.octets(Self.salts * Salt.length), 0)
        // A source that gives less than it is asked for must not make salts that can be tried out.
        guard let salt = salt() else { preconditionFailure("no randomness") }
        return salt
    }

    private mutating func salt() -> Salt? {
        guard used + Salt.length <= block.count else { return nil }
        defer { used += Salt.length }
        return Salt(octets: block[used..<used + Salt.length])
    }
}
