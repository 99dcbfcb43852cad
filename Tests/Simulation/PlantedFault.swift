/// What goes wrong on purpose: a check that has never found anything proves nothing.
///
/// Each is planted where the real parts meet the simulated ones, so that nothing of it is in the program.
package enum PlantedFault: String, CaseIterable, Hashable, Sendable {
    case claimBeforeVerdict = "the next claim is durable before the verdict"
    case verdictOnNeighbour = "a verdict is booked on the message behind"
    case verdictForgotten = "a verdict is never written, and sending goes on"
    case claimNotFlushed = "a flush says that it is done, and is not"
    case slotCleared = "the flight slot is cleared before the verdict is durable"
    case dotNotNoted = "the flight slot does not say that the dot has left"
    case doubtTakenForPlanned = "recovery takes who is in doubt for planned"
    case recoverySkipped = "what a dead process left is given back without a look"
    case witnessForgotten = "the witness is lost with the journal that is replaced"
    case retriedAtOnce = "a deferred message does not wait"
    case lateRetried = "a retry has no last moment"
    case paceForgotten = "sending does not know the configured pace"
    case withdrawalForgotten = "a withdrawal is not written"
    case freezeIgnored = "a frozen campaign is sent"
    case hintUnheard = "sending does not hear for how long the relay wants nothing"
    case refusalForLoss = "a lost connection is booked as a refusal"
    case rulingForgotten = "a person's word on an unknown is not written"
}

extension PlantedFault {
    /// Within so many seeds each must be found.
    package static let most = 1_000

    /// - Parameter first: Where to begin.
    /// - Returns: After how many seeds which promise was found broken; nil if none was.
    /// - Throws: What keeps the simulation from being played.
    package func find(from first: UInt64 = 1) throws -> (seeds: Int, breach: Breach)? {
        let simulation = try Simulation()
        for number in 0..<Self.most {
            let course = Course(seed: first &+ UInt64(number))
            if let breach = simulation.play(course, fault: self).breach {
                return (number + 1, breach)
            }
        }
        return nil
    }
}
