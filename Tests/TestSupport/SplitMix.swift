package import MailCore
import Synchronization

/// Chance that can be repeated: SplitMix64 of Steele, Lea and Flood (2014).
package struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}

extension Randomness {
    private final class Source: Sendable {
        let generator: Mutex<SplitMix>

        init(seed: UInt64) { generator = Mutex(SplitMix(seed: seed)) }
    }

    /// One that can be repeated.
    package static func seeded(_ seed: UInt64) -> Randomness {
        let source = Source(seed: seed)
        return Randomness { source.generator.withLock { $0.next() } }
    }
}
