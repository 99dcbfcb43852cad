/// Where a delivery stands.
///
/// A closed list (docs/delivery-states.md).
package enum DeliveryState: String, CaseIterable, Hashable, Sendable, Codable {
    /// Not begun.
    case planned
    /// Claimed: its bytes may be on the network.
    case sending
    /// Certainly not accepted, to be tried again when due.
    case deferred
    /// The final dot left and no reply is known. Waits for a person.
    case unknown
    /// The relay took it. Final.
    case accepted
    /// The relay said no for good to this recipient or this message. Final, unless a person says that it
    /// shall go again, since what the relay did not like has been mended.
    case refused
    /// There was no time left to tell its person by e-mail. Final.
    case expired
    /// A person took it out. Final.
    case withdrawn

    /// Whether it still has to go: a connection may take it, now or when it is due.
    package var isOpen: Bool {
        switch self {
        case .planned, .deferred: true
        case .sending, .unknown, .accepted, .refused, .expired, .withdrawn: false
        }
    }

    /// Whether it has not come to an end yet, and will by itself.
    package var isUnderWay: Bool {
        switch self {
        case .planned, .sending, .deferred: true
        case .unknown, .accepted, .refused, .expired, .withdrawn: false
        }
    }

    /// Whether nothing more will happen to it by itself, and nobody has to rule on it.
    package var isFinal: Bool {
        switch self {
        case .accepted, .refused, .expired, .withdrawn: true
        case .planned, .sending, .deferred, .unknown: false
        }
    }

    /// Whether its person has been told, or may have been: nobody may tell them again unasked.
    package var countsAsTold: Bool {
        switch self {
        case .sending, .unknown, .accepted: true
        case .planned, .deferred, .refused, .expired, .withdrawn: false
        }
    }

    /// Whether it belongs to what is approved and sent: nobody has taken it out.
    package var isLive: Bool {
        switch self {
        case .planned, .sending, .deferred, .unknown, .accepted, .refused, .expired: true
        case .withdrawn: false
        }
    }

    /// Whether it ended without its person being told, and nobody wanted that.
    package var hasFailed: Bool {
        switch self {
        case .refused, .expired: true
        case .planned, .sending, .deferred, .unknown, .accepted, .withdrawn: false
        }
    }

    /// Whether the relay's answer, or that there was none, has brought it to an end.
    package var hasVerdict: Bool {
        switch self {
        case .accepted, .refused, .unknown: true
        case .planned, .sending, .deferred, .expired, .withdrawn: false
        }
    }

    /// Whether the campaign is not finished as long as it stands so.
    package var isPending: Bool { isUnderWay || self == .unknown }

    /// Whether somebody has to do something about it.
    package var needsPerson: Bool { self == .unknown || hasFailed }

    /// The state after an event.
    ///
    /// - Throws: `IllegalTransition` for every pair that is not in the table.
    package func after(_ event: DeliveryEvent) throws(IllegalTransition) -> DeliveryState {
        let (before, next): (Set<DeliveryState>, DeliveryState) =
            switch event {
            case .claimed: ([.planned, .deferred], .sending)
            case .accepted: ([.sending], .accepted)
            case .refused: ([.sending], .refused)
            case .deferred: ([.sending], .deferred)
            case .lost: ([.sending], .unknown)
            case .released: ([.sending], .planned)
            case .givenUp: ([.deferred], .refused)
            case .expired: ([.planned, .deferred], .expired)
            case .ruledAccepted: ([.unknown], .accepted)
            case .ruledResend: ([.unknown, .refused], .planned)
            case .withdrawn: ([.planned, .deferred], .withdrawn)
            }
        guard before.contains(self) else { throw IllegalTransition(state: self, event: event) }
        return next
    }
}

/// What can happen to a delivery.
package enum DeliveryEvent: String, CaseIterable, Hashable, Sendable, Codable {
    /// A connection takes it; durable before its first byte.
    case claimed
    case accepted
    case refused
    case deferred
    /// No reply to the final dot.
    case lost
    /// It was claimed and certainly nothing of its body left.
    case released
    /// Retries used up. Only in journals of the time before `expired`; never written any more.
    case givenUp = "given-up"
    /// Its appointment is too near, or past.
    case expired
    /// A person says that the relay has it.
    case ruledAccepted = "ruled-accepted"
    /// A person says that it shall go again.
    case ruledResend = "ruled-resend"
    case withdrawn
}

/// An event that cannot happen in a state: a fault of the program or of the journal.
package struct IllegalTransition: Error, Hashable, Sendable, CustomStringConvertible {
    package let state: DeliveryState
    package let event: DeliveryEvent

    package init(state: DeliveryState, event: DeliveryEvent) {
        self.state = state
        self.event = event
    }

    package var description: String {
        "a delivery that is \(state.rawValue) cannot be \(event.rawValue)"
    }
}

extension Verdict {
    /// What the verdict means for the delivery.
    package var event: DeliveryEvent {
        switch self {
        case .accepted: .accepted
        case .refused: .refused
        case .deferred: .deferred
        case .unknown: .lost
        }
    }

    /// The state it brings a delivery to.
    package var state: DeliveryState {
        switch self {
        case .accepted: .accepted
        case .refused: .refused
        case .deferred: .deferred
        case .unknown: .unknown
        }
    }
}
