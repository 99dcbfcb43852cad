/// The answer to one person: this message was planned as one of the tree's leaves, and this is what
/// became of it (docs/proof.md).
///
/// Of other people it tells nothing but hashes.
package struct MessageProof: Sendable {
    package static let format = "einzelpost-message-proof-1"

    /// An event with the hash it stands behind, so that it can be checked without the others.
    package struct Link: Sendable {
        package let previous: String
        package let event: ChainEvent

        package init(previous: String, event: ChainEvent) {
            self.previous = previous
            self.event = event
        }
    }

    package let authority: String
    package let version: String
    /// When the proof was made, UTC.
    package let at: String
    package let campaign: String
    package let message: MessageRecord
    package let path: MerklePath
    /// The campaign's `planned` event, its last `replanned` one if there is any, and every event of
    /// this message.
    package let links: [Link]

    package init(
        authority: String,
        version: String,
        at: String,
        campaign: String,
        message: MessageRecord,
        path: MerklePath,
        links: [Link]
    ) {
        self.authority = authority
        self.version = version
        self.at = at
        self.campaign = campaign
        self.message = message
        self.path = path
        self.links = links
    }

    /// What the connection told of the last time the message was handed over; nil if it never was.
    package var transaction: Transaction? {
        links.last { $0.event.kind == EventKind.verdict.rawValue }.flatMap { Transaction($0.event) }
    }

    /// What does not fit, in plain words.
    var findings: Findings {
        var findings = Findings()
        for link in links where link.event.hash(after: link.previous) != link.event.hash {
            findings.add("event \(link.event.sequence) of the chain has been changed")
        }
        findings.add(planFindings)
        findings.add(courseFindings)
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

    private var planFindings: [String] {
        guard let plan else { return ["no event records the plan"] }
        var findings: [String] = []
        let root = path.root(from: message.entry)?.hex
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
            if event.kind == EventKind.replanned.rawValue, event.message == nil { continue }
            guard let kind = EventKind(rawValue: event.kind), let facts = event.facts,
                event.message == message.id
            else {
                findings.append("event \(event.sequence) is not one of this message")
                continue
            }
            findings += history.read(event, kind, facts, of: message)
        }
        if let state = history.state, state.rawValue != message.state {
            findings.append("the message is not \(state.rawValue), as its events say")
        }
        return findings
    }
}

/// One transaction with the relay, as its verdict tells it.
package struct Transaction: Sendable {
    /// When its verdict was recorded, UTC.
    package let at: String
    package let verdict: String
    /// How many `RCPT` were written; nil if the program died and nobody counted.
    package let recipients: Int?
    package let relay: String?
    /// The relay's own name for the message.
    package let queueID: String?
    package let tls: String?
    package let cipher: String?
    package let certificate: String?

    init?(_ event: ChainEvent) {
        guard let facts = event.facts, let verdict = facts["verdict"] else { return nil }
        at = Timestamp.text(event.at)
        self.verdict = verdict
        recipients = facts["recipients"].flatMap { Int($0) }
        relay = facts["relay"]
        queueID = facts["queue_id"]
        tls = facts["tls"]
        cipher = facts["cipher"]
        certificate = facts["certificate"]
    }
}
