import MailCore

/// Looks whether a relay that limits the rate, and says for how long, is given that time.
///
/// Only where it is certain that all messages are meant: they are of one group, the relay has taken one just
/// before, and nobody was deferred for a while.
struct RateWatch {
    private let isOneGroup: Bool
    private var acceptedAt = -Double.infinity
    private var deferredAt = -Double.infinity
    private var deferred: Set<Int> = []
    private var held = 0.0...0.0

    private static let longestHold = 61.0
    /// Others may have been chosen already, and are written down a moment later.
    private static let leeway = 2.0

    init(_ scene: Course.Scene) { isOneGroup = scene.domains == 1 }

    mutating func note(_ verdict: Verdict, of person: Int, at moment: Double) {
        if case .accepted = verdict { acceptedAt = moment }
        guard case .deferred(let deferral) = verdict else { return }
        // While everything is held already, what was in flight changes nothing.
        let isHeld = moment < deferredAt + Self.longestHold || moment < held.upperBound
        deferredAt = moment
        guard deferred.insert(person).inserted, case .reply(let reply) = deferral,
            let wait = reply.retryAfter, isOneGroup, moment < acceptedAt + 50, !isHeld
        else { return }
        held = moment...(moment + Double(wait))
    }

    func mayBegin(at moment: Double) -> Bool {
        moment <= held.lowerBound + Self.leeway || moment >= held.upperBound - Self.leeway
    }
}
