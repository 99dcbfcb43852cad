extension MessageProof {
    /// What is signed.
    package var json: JSON {
        let told: [String: JSON] = [
            "format": .text(format), "version": .text(version),
            "authority": .text(authority), "at": .text(at), "campaign": .text(campaign),
            "id": .text(message.id), "digest": .text(message.digest),
            "recipient": .text(message.recipient),
            "rows": .list(message.rows.map { .number($0) }), "state": .text(message.state),
            "leaf_index": .number(path.index), "tree_size": .number(path.size),
            "audit_path": .list(path.hashes.map { .text($0.hex) }),
            "merkle_root": .text(plan?["merkle_root"]),
            "events": .list(links.map(\.json)), "handover": transaction?.json ?? .null,
        ]
        return switch form {
        case .unsalted: .object(told)
        case .salted: .object(told.merging(["opening": opening?.json ?? .null]) { $1 })
        }
    }

    /// What a proof of any form has.
    private static let members = [
        "format", "version", "authority", "at", "campaign", "id", "digest", "recipient",
        "rows", "state", "leaf_index", "tree_size", "audit_path", "merkle_root", "events",
        "handover",
    ]

    /// Reads what a proof holds; what follows from it is compared by `ProofCheck`.
    ///
    /// - Throws: `ProofFormatError` with the first place that is not as docs/proof.md says.
    init(reading root: ProofField, in form: ProofForm) throws(ProofFormatError) {
        let members = try root.members(
            Self.members + (form == .unsalted ? [] : ["opening"])
        )
        self.form = form
        opening =
            if let field = members["opening"], case .object = field.value {
                try MessageOpening(reading: field)
            } else { nil }
        authority = try members.field("authority").text()
        version = try members.field("version").text()
        at = try members.field("at").text()
        let campaign = try members.field("campaign").text()
        self.campaign = campaign
        message = MessageRecord(
            id: try members.field("id").hex(16),
            digest: try members.field("digest").hex(32),
            recipient: try members.field("recipient").hex(32),
            rows: try MessageRecord.rows(members.field("rows")),
            state: try members.field("state").text()
        )
        var hashes: [Digest] = []
        for entry in try members.field("audit_path").list() {
            if let digest = Digest(hex: try entry.hex(32)) { hashes.append(digest) }
        }
        path = MerklePath(
            index: try members.field("leaf_index").integer(),
            size: try members.field("tree_size").integer(),
            hashes: hashes
        )
        var links: [Link] = []
        for entry in try members.field("events").list() {
            links.append(try Link(reading: entry, campaign: campaign))
        }
        self.links = links
    }
}

extension MessageProof.Link {
    fileprivate var json: JSON {
        .object(event.members.merging(["previous": .text(previous)]) { $1 })
    }

    fileprivate init(reading field: ProofField, campaign: String) throws(ProofFormatError) {
        let members = try field.members(
            "sequence",
            "at",
            "kind",
            "message",
            "detail",
            "hash",
            "previous"
        )
        previous = try members.field("previous").hex(32)
        event = try ChainEvent(reading: members, campaign: campaign)
    }
}

extension Transaction {
    fileprivate var json: JSON {
        .object([
            "at": .text(at), "verdict": .text(verdict),
            "recipients": recipients.map { .number($0) } ?? .null, "relay": .text(relay),
            "queue_id": .text(queueID), "tls": .text(tls), "cipher": .text(cipher),
            "certificate": .text(certificate),
        ])
    }
}
