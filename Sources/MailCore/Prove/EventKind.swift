/// What an event of the journal says.
///
/// A closed list. What kinds have in common stands here alone, so that a new one is asked about in one
/// file; what each says of a campaign is in `CampaignHistory`.
package enum EventKind: String, CaseIterable, Hashable, Sendable {
    case planned, approved, attempt, verdict, released, withdrawn, resolved
    /// Only in journals of the time before `expired`.
    case givenUp = "given-up"
    case expired
    case started, paused, finished
    /// One connection to the relay; the verdicts on it name it. Not in the first form.
    case session
    /// A person has answered about one row.
    case decided
    /// A person has said what a row is that could not be read; the plan stays as it is.
    case answered
    /// The plan as decisions have left it; behind the last one of a command.
    case replanned
    /// Personal data was destroyed: one person's, or the campaign's.
    case erased
    /// Somebody said that the campaign's data must not be erased, and why.
    case held
    /// Somebody said that it may be erased again.
    case lifted
    /// Somebody has looked at people's data in clear.
    case unmasked
    /// Somebody has learned that something went wrong with the campaign: nothing of it is sent or erased.
    case incident
    /// That has come to its end, and why.
    case incidentClosed = "incident-closed"
    /// A test mail is about to go to the authority itself, with a made-up person in it: no message of the campaign.
    case test
    /// What became of that.
    case tested
    /// Of the whole journal, no campaign's: somebody said that it may go on in another place.
    case moved

    /// What an event of this kind does to the delivery of its message; nil for one that is about
    /// the campaign, and for a verdict nobody knows.
    package func deliveryEvent(verdict: String?) -> DeliveryEvent? {
        switch self {
        case .attempt: .claimed
        case .released: .released
        case .withdrawn: .withdrawn
        case .givenUp: .givenUp
        case .expired: .expired
        case .verdict: Self.find(verdict, in: [.accepted, .refused, .deferred, .lost])
        case .resolved: Self.find(verdict, in: [.ruledAccepted, .ruledResend])
        case .planned, .approved, .started, .paused, .finished, .session, .moved, .decided,
            .answered, .replanned, .erased, .held, .lifted, .unmasked, .incident, .incidentClosed,
            .test, .tested:
            nil
        }
    }

    /// Whether such an event may carry the digest that the campaign has from then on.
    package var canBind: Bool {
        switch self {
        case .planned, .withdrawn, .replanned: true
        case .approved, .attempt, .verdict, .released, .resolved, .givenUp, .expired, .started,
            .paused, .finished, .session, .decided, .answered, .erased, .held, .lifted, .unmasked,
            .incident, .incidentClosed, .test, .tested, .moved:
            false
        }
    }

    /// Whether it is about one message, and not about the campaign or a row alone.
    func isOfMessage(_ facts: [String: String]) -> Bool {
        switch self {
        case .attempt, .verdict, .released, .resolved, .givenUp, .expired: true
        // A row that waited for a decision is withdrawn without a message.
        case .withdrawn: facts["row"] == nil
        case .decided: facts["answer"] == RowAnswer.send.rawValue
        case .planned, .approved, .started, .paused, .finished, .session, .moved, .answered,
            .replanned, .erased, .held, .lifted, .unmasked, .incident, .incidentClosed, .test,
            .tested:
            false
        }
    }

    /// Whether what was written to the relay is kept beside it.
    package var hasReceipt: Bool { self == .verdict || self == .tested }

    /// What a person has done of whom the event says who it was, as a verb for a finding; nil if it
    /// records no answer of a person.
    package var answerVerb: String? {
        switch self {
        case .resolved: "ruled"
        case .decided: "decided"
        case .answered: "answered"
        case .erased: "erased"
        case .held: "held"
        case .lifted: "lifted a hold"
        case .unmasked: "looked at people"
        case .incident: "opened an incident"
        case .incidentClosed: "closed an incident"
        case .test: "sent a test mail"
        case .planned, .approved, .attempt, .verdict, .released, .withdrawn, .givenUp, .expired,
            .started, .paused, .finished, .session, .replanned, .tested, .moved:
            nil
        }
    }

    private static func find(_ verdict: String?, in events: [DeliveryEvent]) -> DeliveryEvent? {
        events.first { $0.rawValue == verdict }
    }
}
