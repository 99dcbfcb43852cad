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
        case stop(because: String)
    }

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
        if isFirstLook || wasTooMany || lastFinal.count == 50, let reason = tooMany {
            return reason
        }
        return isFirstLook ? .pause(caution.pause) : .goOn
    }

    /// One single refusal proves nothing, however small the number it is measured against.
    private var tooMany: Advice? {
        let refused = lastFinal.count(where: \.self)
        guard caution.stopAtRefusedPercent > 0, refused >= 2,
            refused * 100 >= caution.stopAtRefusedPercent * lastFinal.count
        else { return nil }
        return .stop(
            because: "the relay refused \(refused) of the last \(lastFinal.count) messages"
        )
    }
}
