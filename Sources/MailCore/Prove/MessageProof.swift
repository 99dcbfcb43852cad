/// The answer to one person: this message was planned as one of the tree's leaves, and this is what
/// became of it (docs/proof.md).
///
/// Of other people it tells nothing but hashes.
package struct MessageProof: Sendable {
    /// An event with the hash it stands behind, so that it can be checked without the others.
    package struct Link: Sendable {
        package let previous: String
        package let event: ChainEvent

        package init(previous: String, event: ChainEvent) {
            self.previous = previous
            self.event = event
        }
    }

    package let form: ProofForm
    package let authority: String
    package let version: String
    /// When the proof was made, UTC.
    package let at: String
    package let campaign: String
    package let message: MessageRecord
    package let path: MerklePath
    /// The campaign's `planned` event, its last `replanned` one if there is any, every event of this
    /// message, and the connections that these name.
    package let links: [Link]
    /// What leads from the hashes to the mail; nil in the first form, and once it is erased.
    package let opening: MessageOpening?

    package init(
        form: ProofForm,
        authority: String,
        version: String,
        at: String,
        campaign: String,
        message: MessageRecord,
        path: MerklePath,
        links: [Link],
        opening: MessageOpening?
    ) {
        self.form = form
        self.authority = authority
        self.version = version
        self.at = at
        self.campaign = campaign
        self.message = message
        self.path = path
        self.links = links
        self.opening = opening
    }

    /// What such a file calls itself.
    package var format: String { Self.format(in: form) }

    static func format(in form: ProofForm) -> String {
        "einzelpost-message-proof-\(form.rawValue)"
    }

    /// What the connection told of the last time the message was handed over; nil if it never was.
    package var transaction: Transaction? {
        let last = links.last { $0.event.kind == EventKind.verdict.rawValue }
        guard let event = last?.event, let facts = event.facts else { return nil }
        return Transaction(
            event,
            over: facts["session"].map { sessions[$0] ?? [:] } ?? facts,
            receipt: opening?.facts(ofEvent: event.sequence) ?? facts
        )
    }

    /// The connections that it tells of, by the numbers of their events.
    private var sessions: [String: [String: String]] {
        let events = links.map(\.event).filter { $0.kind == EventKind.session.rawValue }
        return Dictionary(
            events.map { ("\($0.sequence)", $0.facts ?? [:]) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// What does not fit, in plain words.
    var findings: Findings {
        var findings = Findings()
        for link in links where link.event.hash(after: link.previous) != link.event.hash {
            findings.add("event \(link.event.sequence) of the chain has been changed")
        }
        findings.add(planFindings)
        findings.add(courseFindings)
        if let opening { findings.add(opening.findings(against: message, links.map(\.event))) }
        return findings
    }

    /// What records the tree this message is a leaf of: the plan, or what decisions have made of
    /// it; nil if the first event is no plan.
    package var plan: [String: String]? {
        guard links.first?.event.kind == EventKind.planned.rawValue else { return nil }
        return links.last { Self.tellsOfTree($0.event) }?.event.facts
    }

    private static func tellsOfTree(_ event: ChainEvent) -> Bool {
        [EventKind.planned.rawValue, EventKind.replanned.rawValue].contains(event.kind)
    }

    private static func isOfCampaign(_ event: ChainEvent) -> Bool {
        event.message == nil
            && [EventKind.replanned.rawValue, EventKind.session.rawValue].contains(event.kind)
    }

    private var planFindings: [String] {
        guard let plan else { return ["no event records the plan"] }
        var findings: [String] = []
        if links.first?.event.facts?["form"] != form.planned {
            findings.append("the campaign was planned with events of another form")
        }
        let root = path.root(from: message.entry(in: form))?.hex
        if root == nil || root != plan["merkle_root"] {
            findings.append("the path does not lead from this message to the root of the plan")
        }
        if plan["messages"] != "\(path.size)" {
            findings.append("the tree does not have as many leaves as were planned")
        }
        return findings
    }

    private var courseFindings: [String] {
        var findings: [String] = []
        var history = DeliveryHistory()
        var last = links.first?.event.sequence ?? 0
        for event in links.dropFirst().map(\.event) {
            if event.sequence <= last {
                findings.append("event \(event.sequence) is out of order")
            }
            last = event.sequence
            if Self.isOfCampaign(event) { continue }
            guard let kind = EventKind(rawValue: event.kind), let facts = event.facts,
                event.message == message.id
            else {
                findings.append("event \(event.sequence) is not one of this message")
                continue
            }
            findings += history.read(event, kind, facts, of: message)
            if let session = facts["session"], sessions[session] == nil {
                findings.append(
                    "event \(event.sequence) names a connection that is not told of"
                )
            }
        }
        if let state = history.state, state.rawValue != message.state {
            findings.append("the message is not \(state.rawValue), as its events say")
        }
        return findings
    }
}
