/// Follows a campaign as a whole through its events: planned, approved, started, paused, finished,
/// erased.
package struct CampaignHistory: Sendable {
    /// What `planned` froze; nil before it.
    package private(set) var plan: [String: String]?
    /// Seconds since 1970.
    package private(set) var plannedAt: Int?
    /// The digest an approval must name; it changes when messages are withdrawn or rows decided.
    package private(set) var digest: String?
    package private(set) var startedAt: Int?
    package private(set) var finishedAt: Int?
    package private(set) var pausedBecause: String?
    /// What people have made of rows since planning, in the order of their words.
    package private(set) var changes: [RowChange] = []
    /// When the personal data of the whole campaign was destroyed.
    package private(set) var erasedAt: Int?
    /// The rows whose personal data was destroyed, each by itself.
    package private(set) var erasedRows: Set<Int> = []
    /// The hash of why its data must not be erased; nil if it may.
    package private(set) var heldBecause: String?
    /// The incidents so far, in their order.
    package private(set) var incidents: [IncidentFact] = []
    /// Test mails of which no event says yet what became of them, by the numbers of theirs.
    private var openTests: Set<Int> = []
    /// The connections to the relay so far, by the numbers of their events.
    private(set) var sessions: [Int: [String: String]] = [:]
    /// The rows that could not be read of which a person has said what they are.
    package private(set) var answered: Set<Int> = []
    /// The plan as the last decision has left it; nil if nobody has decided anything.
    package private(set) var replan: [String: String]?
    /// Whether the last event is a decision, which the new plan must follow.
    private var isDeciding = false
    private var approved: String?

    /// What records the tree as it is now: the plan, or what decisions have made of it.
    package var latestPlan: [String: String]? { replan ?? plan }

    /// Whether the chain ends between a decision and the plan it makes.
    package var endsInDecision: Bool { isDeciding }

    /// `planned`, `approved`, `paused` or `finished`.
    package var state: String {
        if finishedAt != nil { return "finished" }
        if startedAt != nil { return "paused" }
        return isApproved ? "approved" : "planned"
    }

    private var isApproved: Bool { approved != nil && approved == digest }

    /// Takes the next event of the campaign.
    ///
    /// - Returns: What does not fit, in plain words.
    mutating func read(_ event: ChainEvent, _ kind: EventKind, _ facts: [String: String]) -> String?
    {
        guard plan != nil || kind == .planned else {
            return "event \(event.sequence) comes before the plan"
        }
        if isDeciding, kind != .decided, kind != .replanned {
            isDeciding = false
            return "event \(event.sequence) comes between decisions and the plan they make"
        }
        switch kind {
        case .planned: return readPlan(event, facts)
        case .approved:
            approved = facts["digest"]
            guard !isApproved else { return nil }
            return "event \(event.sequence) approves something other than what was planned"
        case .attempt:
            if incidents.last?.isOpen == true, facts["found"] == nil {
                return "event \(event.sequence): a message was sent while an incident was open"
            }
            // One that may have been made in a part of the journal that is lost, with its approval.
            if isApproved || facts["found"] != nil { return nil }
            return "event \(event.sequence): a message was sent without approval"
        case .withdrawn:
            if let changed = facts["digest"] { digest = changed }
            if facts["row"] != nil { return readChange(event, kind, facts) }
        case .decided:
            isDeciding = true
            return readChange(event, kind, facts)
        case .replanned: return readReplan(event, facts)
        case .started:
            startedAt = startedAt ?? event.at
            (finishedAt, pausedBecause) = (nil, nil)
        case .paused: pausedBecause = facts["reason"]
        case .finished: (finishedAt, pausedBecause) = (event.at, nil)
        case .session: sessions[event.sequence] = facts
        case .erased: return readErasure(event, facts)
        case .held: heldBecause = facts["because"]
        case .lifted: heldBecause = nil
        case .incident: return readIncident(event, facts)
        case .incidentClosed: return closeIncident(event, facts)
        case .test:
            openTests.insert(event.sequence)
            guard incidents.last?.isOpen == true else { return nil }
            return "event \(event.sequence): a test mail was sent while an incident was open"
        case .tested: return readTest(event, facts)
        case .answered:
            guard let row = facts["row"].flatMap({ Int($0) }),
                facts["answer"] == RowAnswer.leaveOut.rawValue
            else { return "event \(event.sequence) records no answer that a row can have" }
            answered.insert(row)
        case .verdict, .released, .resolved, .givenUp, .expired, .unmasked, .moved: break
        }
        return nil
    }

    private mutating func readChange(
        _ event: ChainEvent,
        _ kind: EventKind,
        _ facts: [String: String]
    ) -> String? {
        guard let change = RowChange(event, kind, facts) else {
            return "event \(event.sequence) records no answer that a row can have"
        }
        changes.append(change)
        guard kind == .decided, startedAt != nil else { return nil }
        return "event \(event.sequence): a row was decided after sending had begun"
    }

    private mutating func readErasure(_ event: ChainEvent, _ facts: [String: String]) -> String? {
        guard let erasure = Erasure(facts) else {
            return "event \(event.sequence) does not say what was erased"
        }
        switch erasure {
        case .campaign: erasedAt = erasedAt ?? event.at
        case .rows(let rows): erasedRows.formUnion(rows)
        }
        return nil
    }

    private mutating func readIncident(_ event: ChainEvent, _ facts: [String: String]) -> String? {
        guard let aware = facts["aware_at"].flatMap({ Int($0) }) else {
            return "event \(event.sequence) does not say since when the incident is known"
        }
        guard incidents.last?.isOpen != true else {
            return "event \(event.sequence) opens an incident while another is open"
        }
        incidents.append(IncidentFact(event: event.sequence, awareAt: aware))
        return nil
    }

    private mutating func closeIncident(_ event: ChainEvent, _ facts: [String: String]) -> String? {
        guard let last = incidents.indices.last, incidents[last].isOpen else {
            return "event \(event.sequence) closes an incident that is not open"
        }
        incidents[last].close(by: event.sequence, because: facts["because"])
        return nil
    }

    /// Each test mail has one outcome at most, to one address.
    private mutating func readTest(_ event: ChainEvent, _ facts: [String: String]) -> String? {
        guard let test = facts["test"].flatMap({ Int($0) }), openTests.remove(test) != nil else {
            return "event \(event.sequence) tells of a test mail that was not recorded"
        }
        guard let recipients = facts["recipients"].flatMap({ Int($0) }),
            (0...1).contains(recipients)
        else { return "event \(event.sequence): a test mail went to more than one address" }
        return nil
    }

    private mutating func readReplan(_ event: ChainEvent, _ facts: [String: String]) -> String? {
        guard isDeciding else {
            return "event \(event.sequence) changes the plan without a decision"
        }
        (isDeciding, replan, digest) = (false, facts, facts["digest"])
        return nil
    }

    private mutating func readPlan(_ event: ChainEvent, _ facts: [String: String]) -> String? {
        guard plan == nil else { return "event \(event.sequence) plans the campaign a second time" }
        (plan, plannedAt, digest) = (facts, event.at, facts["digest"])
        return nil
    }
}
