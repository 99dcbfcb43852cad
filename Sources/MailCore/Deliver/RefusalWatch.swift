/// Watches the share of refusals, and stops a campaign that harms the sender's standing or shows
/// that something is wrong with the list.
package struct RefusalWatch: Sendable {
    private let caution: Caution
    private var lastFinal: [Bool]
    /// The last run ended with too many refusals: the next verdicts are looked at one by one.
    private var wasTooMany: Bool
    private var verdicts: Int

    /// - Parameters:
    ///   - caution: The limits.
    ///   - verdicts: How many verdicts the campaign has had before; a resumed one does not pause
    ///     again.
    ///   - lastRefused: Whether the relay refused each of its last final verdicts, oldest first.
    ///     After a stop for refusals the next one like them stops at once.
    package init(caution: Caution, verdicts: Int = 0, lastRefused: [Bool] = []) {
        self.caution = caution
        self.verdicts = verdicts
        lastFinal = lastRefused.suffix(50)
        wasTooMany = false
        wasTooMany = tooMany != nil
    }

    /// What to do after a verdict.
    package enum Advice: Hashable, Sendable {
        case goOn
        /// The first messages are through: wait, then look again.
        case pause(Duration)
        case stop(because: PauseReason)
    }

    /// So many go before the first pause; 0 for no pause.
    package var first: Int { caution.first }

    /// How many may begin before the first verdicts have been looked at; nil once they have.
    package var firstFew: Int? {
        caution.first > 0 && verdicts < caution.first ? caution.first - verdicts : nil
    }

    /// Takes a verdict.
    package mutating func note(_ verdict: Verdict) -> Advice {
        verdicts += 1
        switch verdict {
        case .accepted:
            lastFinal.append(false)
            // It goes again: forget what went wrong before.
            if wasTooMany { lastFinal = [false] }
            wasTooMany = false
        case .refused: lastFinal.append(true)
        case .deferred, .unknown: break
        }
        if lastFinal.count > 50 { lastFinal.removeFirst() }
        let isFirstLook = caution.first > 0 && verdicts == caution.first
        let isDue = isFirstLook || wasTooMany || lastFinal.count == 50 || isNoChance
        if isDue, let reason = tooMany { return reason }
        return isFirstLook ? .pause(caution.pause) : .goOn
    }

    /// Whether so many refusals among so few verdicts cannot be chance, if no more are refused than
    /// the caution allows: looked at from the first verdict on, so that no small campaign ends
    /// unseen.
    ///
    /// With 10 % the first three of three, or seven of the last nineteen. The chance of a false alarm
    /// at one look is below one in two hundred.
    private var isNoChance: Bool {
        let refused = lastFinal.count(where: \.self)
        let share = Double(caution.stopAtRefusedPercent) / 100
        guard refused >= 3, (0..<1).contains(share) else { return false }
        return Self.chance(of: refused, among: lastFinal.count, share: share) < 0.005
    }

    /// Of so many or more, by the binomial distribution.
    private static func chance(of refused: Int, among count: Int, share: Double) -> Double {
        var term = (0..<count).reduce(1.0) { product, _ in product * (1 - share) }
        var below = 0.0
        for number in 0..<refused {
            below += term
            term *= Double(count - number) / Double(number + 1) * share / (1 - share)
        }
        return 1 - below
    }

    /// One single refusal proves nothing, however small the number it is measured against.
    private var tooMany: Advice? {
        let refused = lastFinal.count(where: \.self)
        guard caution.stopAtRefusedPercent > 0, refused >= 2,
            refused * 100 >= caution.stopAtRefusedPercent * lastFinal.count
        else { return nil }
        return .stop(because: .manyRefused(refused: refused, last: lastFinal.count))
    }
}
