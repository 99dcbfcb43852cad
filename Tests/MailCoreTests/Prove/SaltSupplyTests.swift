import MailCore
import Synchronization
import Testing
import TestSupport

struct SaltSupplyTests {
    @Test func `no salt is given out twice, and randomness is asked for once for many`() {
        let source = CountedBlocks()
        var supply = SaltSupply(of: source.randomness)
        let salts = (0..<1_000).map { _ in supply.next() }
        #expect(Set(salts).count == 1_000)
        #expect(source.asked == [8192, 8192, 8192, 8192])
    }

    @Test func `salts are the octets of the source, in its order`() {
        let (one, other) = (Randomness.seeded(5), Randomness.seeded(5))
        var (supply, generator) = (SaltSupply(of: one), other)
        for _ in 0..<600 { #expect(supply.next() == Salt(using: &generator)) }
    }

    @Test(arguments: [0, 1, 7, 8, 9, 33])
    func `a source of words gives as many octets as are asked for`(count: Int) {
        #expect(Randomness.seeded(5).octets(count).count == count)
        #expect(Randomness.seeded(5).octets(40).starts(with: Randomness.seeded(5).octets(count)))
    }
}

/// Remembers how many octets it was asked for.
private final class CountedBlocks: Sendable {
    private let state = Mutex((generator: SplitMix(seed: 1), asked: [Int]()))

    var asked: [Int] { state.withLock { $0.asked } }

    var randomness: Randomness {
        Randomness({ 0 }) { [self] count in
            state.withLock { state in
                state.asked.append(count)
                return (0..<count).map { _ in UInt8(truncatingIfNeeded: state.generator.next()) }
            }
        }
    }
}
