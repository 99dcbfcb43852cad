/// Follows a campaign as a whole through its events: planned, approved, started, paused, finished.
package struct CampaignCourse: Sendable {
    /// What `planned` froze; nil before it.
    package private(set) var plan: [String: String]?
    /// Seconds since 1970.
    package private(set) var plannedAt: Int?
    /// The digest an approval must name; it changes when messages are withdrawn.
    package private(set) var digest: String?
    package private(set) var startedAt: Int?
    package private(set) var finishedAt: Int?
    package private(set) var pausedBecause: String?
    /// The class each left-out row has got, by its number.
    package private(set) var leftOut: [Int: String] = [:]
    private var approved: String?

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
        switch kind {
        case .planned: return readPlan(event, facts)
        case .approved:
            approved = facts["digest"]
            guard !isApproved else { return nil }
            return "event \(event.sequence) approves something else than was planned"
        case .attempt:
            return isApproved ? nil : "event \(event.sequence): a message was sent without approval"
        case .withdrawn:
            if let changed = facts["digest"] { digest = changed }
            if let row = facts["row"].flatMap({ Int($0) }) { leftOut[row] = facts["class"] ?? "" }
        case .started:
            startedAt = startedAt ?? event.at
            (finishedAt, pausedBecause) = (nil, nil)
        case .paused: pausedBecause = facts["reason"]
        case .finished: (finishedAt, pausedBecause) = (event.at, nil)
        case .verdict, .released, .resolved, .givenUp, .moved: break
        }
        return nil
    }

    private mutating func readPlan(_ event: ChainEvent, _ facts: [String: String]) -> String? {
        guard plan == nil else { return "event \(event.sequence) plans the campaign a second time" }
        (plan, plannedAt, digest) = (facts, event.at, facts["digest"])
        return nil
    }
}
