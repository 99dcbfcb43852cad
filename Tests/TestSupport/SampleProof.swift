package import MailCore

/// A made-up campaign that was sent, as a proof tells it: two messages, one of them on the second
/// attempt, three rows, and another campaign's event in the chain.
package struct SampleProof {
    package static let campaign = "2021-03-15-1"
    package let form: ProofForm
    package var messages: [MessageRecord]
    package var rows: [RowEntry]
    package var links: [CampaignProof.Link] = []
    private var head = ChainEvent.root
    /// The number of the connection's event.
    private var session = 0

    /// - Parameters:
    ///   - people: So many messages, at least two.
    ///   - form: How its events are written.
    package init(people: Int = 2, form: ProofForm = .salted) {
        self.form = form
        messages = (0..<people).map { number in
            MessageRecord(
                id: String(Self.hex("id \(number)").prefix(32)),
                digest: Self.digest(ofMessage: number, form),
                recipient: Self.hex("recipient \(number)"),
                rows: [number + 2],
                state: "accepted"
            )
        }
        rows = messages.map { message in
            RowEntry(
                row: message.rows[0],
                line: message.rows[0],
                rowClass: "send",
                message: message.id,
                hash: Self.hash(ofRow: message.rows[0], form)
            )
        }
        rows.append(
            RowEntry(
                row: people + 2,
                line: people + 3,
                rowClass: "past",
                message: nil,
                hash: Self.hash(ofRow: people + 2, form)
            )
        )
        live()
    }

    /// The salt of the message at that place, from 0.
    package static func salt(ofMessage number: Int) -> Salt {
        var generator = SplitMix(seed: UInt64(number))
        return Salt(using: &generator)
    }

    private static func digest(ofMessage number: Int, _ form: ProofForm) -> String {
        let digest = hex("digest \(number)")
        return switch form {
        case .unsalted: digest
        case .salted: salt(ofMessage: number).hash(ofDigest: digest)
        }
    }

    private static func hash(ofRow row: Int, _ form: ProofForm) -> String? {
        switch form {
        case .unsalted: nil
        case .salted: hex("row \(row)")
        }
    }

    /// 64 hexadecimal digits made from a word.
    package static func hex(_ word: String) -> String { Digest(of: word.utf8).hex }

    package static var key: AuthorityKey {
        get throws { try AuthorityKey(seed: Array(1...32)) }
    }

    /// What `planned` freezes.
    package var plan: [String: String] {
        var digest = RowsDigest(in: form)
        for row in rows {
            digest.add(row)
        }
        var plan = [
            "digest": Self.hex("campaign"), "rows": "\(rows.count)",
            "messages": "\(messages.count)", "rows_digest": digest.finalize().hex,
            "merkle_root": MerkleTree(over: messages, in: form).root.hex,
        ]
        plan["form"] = form.planned
        return plan
    }

    private mutating func live() {
        add(.planned, plan)
        links.append(.other(sequence: links.count + 1, hash: Self.hex("other")))
        head = Self.hex("other")
        add(.approved, ["digest": Self.hex("campaign"), "by": Self.hex("by")])
        add(.started)
        if form == .salted {
            add(.session, Self.session)
            session = links.count
        }
        for (number, message) in messages.enumerated() {
            add(.attempt, of: message)
            if number == 1 {
                add(.verdict, deferred(message), of: message)
                add(.attempt, of: message)
            }
            add(.verdict, accepted(message), of: message)
        }
        add(.finished)
    }

    private static let session = [
        "relay": "mail.kreis.example:587", "tls": "TLSv1.3",
        "cipher": "TLS_AES_256_GCM_SHA384", "certificate": hex("certificate"),
    ]

    private func deferred(_ message: MessageRecord) -> [String: String] {
        let facts = ["verdict": "deferred", "recipients": "1"]
        return switch form {
        case .unsalted: facts.merging(["octets": "0"]) { $1 }
        case .salted: facts.merging(wire(message)) { $1 }
        }
    }

    /// What the connection tells of a message that was taken.
    package func accepted(_ message: MessageRecord) -> [String: String] {
        let facts = [
            "verdict": "accepted", "recipients": "1", "code": "250",
            "recipient": message.recipient, "digest": message.digest,
        ]
        return switch form {
        case .unsalted:
            facts.merging(["octets": "4711", "queue_id": "4F2"]) { $1 }
                .merging(Self.session) { $1 }
        case .salted: facts.merging(["body": "written"]) { $1 }.merging(wire(message)) { $1 }
        }
    }

    /// What names the connection and the receipt.
    private func wire(_ message: MessageRecord) -> [String: String] {
        let place = messages.firstIndex { $0.id == message.id } ?? 0
        return [
            "session": "\(session)",
            "receipt": Self.salt(ofMessage: place).hash(ofReceipt: Self.receipt),
        ]
    }

    private static let receipt = #"{"octets":"4711","queue_id":"4F2A00"}"#

    /// Adds an event at the end of the chain.
    package mutating func add(
        _ kind: EventKind,
        _ detail: [String: String] = [:],
        of message: MessageRecord? = nil
    ) {
        let event = ChainEvent(
            after: head,
            sequence: links.count + 1,
            at: 1_615_800_000 + links.count,
            kind: kind,
            campaign: Self.campaign,
            message: message?.id,
            detail: detail
        )
        head = event.hash
        links.append(.own(event))
    }

    package var proof: CampaignProof {
        CampaignProof(
            form: form,
            authority: "Musterkreis",
            version: "0.1.0",
            campaign: Self.campaign,
            messages: messages,
            rows: rows,
            links: links,
            statement: .init(
                at: SampleCampaign.planning,
                renderedMessages: messages.count,
                foreignValues: 0
            )
        )
    }

    /// The signed proof as a file.
    package var octets: [UInt8] {
        get throws { try SignedDocument(proof.json, with: Self.key).octets }
    }

    /// The signed proof of one message as a file.
    package func octets(ofMessage index: Int) throws -> [UInt8] {
        try SignedDocument(proof(ofMessage: index).json, with: Self.key).octets
    }

    /// The proof of the message at that place, from 0.
    package func proof(ofMessage index: Int) -> MessageProof {
        let message = messages[index]
        var previous = ChainEvent.root
        var own: [MessageProof.Link] = []
        for link in links {
            guard case .own(let event) = link else {
                if case .other(_, let hash) = link { previous = hash }
                continue
            }
            if ["planned", "session"].contains(event.kind) || event.message == message.id {
                own.append(MessageProof.Link(previous: previous, event: event))
            }
            previous = event.hash
        }
        let tree = MerkleTree(over: messages, in: form)
        return MessageProof(
            form: form,
            authority: "Musterkreis",
            version: "0.1.0",
            at: "2021-03-15T10:00:00Z",
            campaign: Self.campaign,
            message: message,
            path: MerklePath(index: index, size: tree.size, hashes: tree.path(to: index)),
            links: own,
            opening: opening(ofMessage: index, own.map(\.event))
        )
    }

    private func opening(ofMessage index: Int, _ events: [ChainEvent]) -> MessageOpening? {
        switch form {
        case .unsalted: nil
        case .salted:
            MessageOpening(
                salt: Self.salt(ofMessage: index),
                digest: Self.hex("digest \(index)"),
                receipts: events.filter { $0.kind == "verdict" }
                    .map { .init(event: $0.sequence, text: Self.receipt) }
            )
        }
    }
}
