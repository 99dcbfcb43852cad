/// What an event of the journal says.
///
/// A closed list.
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
            .answered, .replanned, .erased:
            nil
        }
    }

    /// Whether such an event may carry the digest that the campaign has from then on.
    package var canBind: Bool {
        switch self {
        case .planned, .withdrawn, .replanned: true
        case .approved, .attempt, .verdict, .released, .resolved, .givenUp, .expired, .started,
            .paused, .finished, .session, .decided, .answered, .erased, .moved:
            false
        }
    }

    private static func find(_ verdict: String?, in events: [DeliveryEvent]) -> DeliveryEvent? {
        events.first { $0.rawValue == verdict }
    }
}

/// One event as it is stored and hashed; whether it says what it said at first is for `ChainWalk`.
package struct ChainEvent: Sendable {
    /// From 1, without a gap.
    package let sequence: Int
    /// Seconds since 1970.
    package let at: Int
    package let kind: String
    package let campaign: String
    package let message: String?
    /// A JSON object of texts, exactly as it was hashed.
    package let detail: String
    /// 64 hexadecimal digits.
    package let hash: String

    package init(
        sequence: Int,
        at: Int,
        kind: String,
        campaign: String,
        message: String?,
        detail: String,
        hash: String
    ) {
        self.sequence = sequence
        self.at = at
        self.kind = kind
        self.campaign = campaign
        self.message = message
        self.detail = detail
        self.hash = hash
    }

    /// The hash before the first event.
    package static let root = Digest(of: Array("einzelpost event chain 1".utf8)).hex

    /// The next event of a chain.
    package init(
        after previous: String,
        sequence: Int,
        at: Int,
        kind: EventKind,
        campaign: String,
        message: String?,
        detail: [String: String]
    ) {
        let open = ChainEvent(
            sequence: sequence,
            at: at,
            kind: kind.rawValue,
            campaign: campaign,
            message: message,
            detail: JSON.object(detail.mapValues { .text($0) }).canonicalText,
            hash: ""
        )
        self = open.sealed(with: open.hash(after: previous))
    }

    private func sealed(with hash: String) -> ChainEvent {
        ChainEvent(
            sequence: sequence,
            at: at,
            kind: kind,
            campaign: campaign,
            message: message,
            detail: detail,
            hash: hash
        )
    }

    /// What its hash must be behind an event with that hash.
    package func hash(after previous: String) -> String {
        var hasher = FieldHasher(version: "einzelpost event 1")
        for field in [previous, "\(sequence)", "\(at)", kind, campaign, message ?? "", detail] {
            hasher.add(field)
        }
        return hasher.finalize().hex
    }

    /// Its detail; nil if that is not what the program writes.
    package var facts: [String: String]? { Self.facts(in: detail) }

    /// An object of texts in canonical JSON; nil if it is something else.
    static func facts(in text: String) -> [String: String]? {
        guard case .object(let object)? = try? JSON(parsingCanonical: Array(text.utf8)) else {
            return nil
        }
        var facts: [String: String] = [:]
        for (key, value) in object {
            guard case .text(let text) = value else { return nil }
            facts[key] = text
        }
        return facts
    }
}
