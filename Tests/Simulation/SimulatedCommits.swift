import Foundation
import MailCore
import MailJournal

/// The journal's commits, each at its place in the order of things: others get their turn before and behind it.
final class SimulatedCommits: @unchecked Sendable {
    // Used by the one thread of its course alone.
    private let journal: Journal
    private let campaign: String
    private let flight: FlightRecord
    private let world: World
    private var hasClaimed = false
    private var rate: RateWatch

    init(_ journal: Journal, _ campaign: String, _ flight: FlightRecord, in world: World) {
        self.journal = journal
        self.campaign = campaign
        self.flight = flight
        self.world = world
        rate = RateWatch(world.scene)
    }

    func commit(_ steps: [DeliveryStep], at now: Date) async throws -> [ClaimedDelivery?] {
        await world.executor.sleep(world.chance.seconds(upTo: 0.2))
        try checkAlive()
        if world.fault == .slotCleared {
            for slot in 0..<world.scene.connections { flight.clear(slot: slot) }
            await world.executor.sleep(0.1)
            try checkAlive()
        }
        if !hasClaimed, steps.contains(where: { $0.claim != nil }) {
            hasClaimed = true
            // The first claim of a run has flushed the witness just before it writes to the journal.
            world.machine.disk.beforeFirstWrite = { [world] in
                world.witnessed = world.machine.image()
            }
        }
        let claimed = try await perform(steps, at: now)
        note(steps)
        await world.executor.sleep(0)
        return claimed
    }

    private func checkAlive() throws {
        if world.death != nil { throw JournalError("the process is dead") }
    }

    private func note(_ steps: [DeliveryStep]) {
        guard world.death == nil else { return }
        for step in steps {
            if let outcome = step.outcome,
                let person = world.template.person(of: outcome.delivery.number)
            {
                world.truth.underWay[person] = nil
                noteWait(of: person, after: outcome.submission.verdict)
                noteRate(of: person, after: outcome.submission.verdict)
            }
            if let claim = step.claim { noteClaim(claim) }
        }
    }

    /// As the relay has said it, whatever has become of that.
    private func noteRate(of person: Int, after booked: Verdict) {
        let said = world.truth.answers[person].map { Verdict($0) }
        let verdict = if case .deferred(.reply) = booked { said ?? booked } else { booked }
        rate.note(verdict, of: person, at: world.executor.elapsed)
    }

    private func noteClaim(_ number: Int64) {
        world.noteClaim(number)
        let moment = world.executor.elapsed
        world.require(rate.mayBegin(at: moment), .rateHeard, "message \(number) at \(moment)")
    }

    /// Whoever is greylisted has to wait for a minute at least, also across a restart.
    private func noteWait(of person: Int, after verdict: Verdict) {
        guard verdict.reply?.enhancedCode == "4.2.0" else { return }
        world.truth.notBefore[person] = (world.truth.answeredAt[person] ?? 0) + 59
    }

    private func perform(_ steps: [DeliveryStep], at now: Date) async throws -> [ClaimedDelivery?] {
        switch world.fault {
        case .claimBeforeVerdict:
            let claims = steps.map {
                DeliveryStep(outcome: nil, claim: $0.claim, claimAheadOf: nil)
            }
            let claimed = try journal.stepsHere(claims, campaign: campaign, at: now)
            await world.executor.sleep(0.1)
            try checkAlive()
            let verdicts = steps.map {
                DeliveryStep(outcome: $0.outcome, claim: nil, claimAheadOf: nil)
            }
            _ = try journal.stepsHere(verdicts, campaign: campaign, at: now)
            return claimed
        case .verdictForgotten where world.chance.roll(10):
            let claims = steps.map {
                DeliveryStep(outcome: nil, claim: $0.claim, claimAheadOf: $0.claimAheadOf)
            }
            return try journal.stepsHere(claims, campaign: campaign, at: now)
        case .verdictOnNeighbour:
            return try journal.stepsHere(exchanged(steps), campaign: campaign, at: now)
        default: return try journal.stepsHere(steps, campaign: campaign, at: now)
        }
    }

    /// Two verdicts of one commit change places.
    private func exchanged(_ steps: [DeliveryStep]) -> [DeliveryStep] {
        let outcomes = steps.compactMap(\.outcome)
        guard outcomes.count == 2 else { return steps }
        var others = outcomes.reversed().makeIterator()
        return steps.map { step in
            guard let own = step.outcome, let other = others.next() else { return step }
            let outcome = DeliveryStep.Outcome(
                delivery: own.delivery,
                submission: other.submission,
                fate: other.fate,
                circumstances: own.circumstances
            )
            return DeliveryStep(
                outcome: outcome,
                claim: step.claim,
                claimAheadOf: step.claimAheadOf
            )
        }
    }
}
