/// Follows one message through its events, and holds what was written to the relay against what was
/// planned.
package struct DeliveryHistory: Sendable {
    /// Where the events lead; nil once one of them cannot happen there.
    package private(set) var state: DeliveryState? = .planned
    /// When it was first claimed, in seconds since 1970: the message's `Date`.
    package private(set) var firstClaimed: Int?

    package init() {}

    /// Takes the next event of the message.
    ///
    /// - Returns: What does not fit, in plain words.
    mutating func read(
        _ event: ChainEvent,
        _ kind: EventKind,
        _ facts: [String: String],
        of message: MessageRecord
    ) -> [String] {
        let place = "event \(event.sequence)"
        if kind == .decided {
            return state == .planned ? [] : ["\(place): a message that is not planned was decided"]
        }
        guard let step = kind.deliveryEvent(verdict: facts["verdict"]) else {
            state = nil
            return ["\(place) says nothing that can become of a message"]
        }
        if kind == .attempt { firstClaimed = firstClaimed ?? event.at }
        var findings: [String] = []
        if let before = state {
            state = try? before.after(step)
            if state == nil {
                findings.append(
                    "\(place): a message that is \(before.rawValue) cannot be \(step.rawValue)"
                )
            }
        }
        guard kind == .verdict else { return findings }
        return findings + WireFacts(facts).findings(against: message).map { "\(place): \($0)" }
    }
}

/// What a verdict says about its transaction, as the connection counted it.
struct WireFacts {
    private let facts: [String: String]

    init(_ facts: [String: String]) {
        self.facts = facts
    }

    var isAccepted: Bool { facts["verdict"] == DeliveryEvent.accepted.rawValue }

    /// Decided by the flight record after a death: then nobody counted.
    var isReconstructed: Bool { facts["found"] != nil }

    var recipients: Int? { facts["recipients"].flatMap { Int($0) } }

    /// Whether any of the message was written; the first form counted its octets.
    private var hasBody: Bool {
        isAccepted || facts["verdict"] == DeliveryEvent.lost.rawValue || facts["body"] != nil
            || facts["octets"].flatMap { Int($0) } ?? 0 > 0
    }

    var recipient: String? { facts["recipient"] }

    /// What was sent; known only when all of it was.
    var digest: String? { isAccepted ? facts["digest"] : nil }

    func findings(against message: MessageRecord) -> [String] {
        var findings: [String] = []
        if hasBody && !isReconstructed && recipients != 1 || recipients ?? 0 > 1 {
            findings.append(
                recipients.map { "the transaction had \($0) recipients" }
                    ?? "nobody counted the recipients of the transaction"
            )
        }
        if let recipient, recipient != message.recipient {
            findings.append("it went to another recipient than was planned")
        }
        if let digest, digest != message.digest {
            findings.append("what was sent is not what was planned")
        }
        if isAccepted, let code = facts["code"], !code.hasPrefix("2") {
            findings.append("the relay's reply does not accept it")
        }
        return findings
    }
}
