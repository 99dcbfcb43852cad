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
    package static func facts(in text: String) -> [String: String]? {
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
