package import MailCore

/// A made-up campaign that was sent, as a proof tells it: two messages, one of them on the second
/// attempt, three rows, and another campaign's event in the chain.
package struct SampleProof {
    package static let campaign = "2021-03-15-1"
    package var messages: [MessageRecord]
    package var rows: [RowEntry]
    package var links: [CampaignProof.Link] = []
    private var head = ChainEvent.root

    /// - Parameter people: So many messages, at least two.
    package init(people: Int = 2) {
        messages = (0..<people).map { number in
            MessageRecord(
                id: String(Self.hex("id \(number)").prefix(32)),
                digest: Self.hex("digest \(number)"),
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
                message: message.id
            )
        }
        rows.append(RowEntry(row: people + 2, line: people + 3, rowClass: "past", message: nil))
        live()
    }

    /// 64 hexadecimal digits made from a word.
    package static func hex(_ word: String) -> String { Digest(of: word.utf8).hex }

    package static var key: AuthorityKey {
        get throws { try AuthorityKey(seed: Array(1...32)) }
    }

    /// What `planned` freezes.
    package var plan: [String: String] {
        var digest = RowsDigest()
        for row in rows {
            digest.add(row)
        }
        return [
            "digest": Self.hex("campaign"), "rows": "\(rows.count)",
            "messages": "\(messages.count)", "rows_digest": digest.finalize().hex,
            "merkle_root": MerkleTree(of: messages.map(\.entry)).root.hex,
        ]
    }

    private mutating func live() {
        add(.planned, plan)
        links.append(.other(sequence: links.count + 1, hash: Self.hex("other")))
        head = Self.hex("other")
        add(.approved, ["digest": Self.hex("campaign"), "by": Self.hex("by")])
        add(.started)
        for (number, message) in messages.enumerated() {
            add(.attempt, of: message)
            if number == 1 {
                add(
                    .verdict,
                    ["verdict": "deferred", "recipients": "1", "octets": "0"],
                    of: message
                )
                add(.attempt, of: message)
            }
            add(.verdict, Self.accepted(message), of: message)
        }
        add(.finished)
    }

    /// What the connection tells of a message that was taken.
    package static func accepted(_ message: MessageRecord) -> [String: String] {
        [
            "verdict": "accepted", "recipients": "1", "octets": "4711", "code": "250",
            "recipient": message.recipient, "digest": message.digest, "queue_id": "4F2",
            "relay": "mail.kreis.example:587", "tls": "TLSv1.3",
            "cipher": "TLS_AES_256_GCM_SHA384", "certificate": hex("certificate"),
        ]
    }

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
            if event.kind == "planned" || event.message == message.id {
                own.append(MessageProof.Link(previous: previous, event: event))
            }
            previous = event.hash
        }
        let tree = MerkleTree(of: messages.map(\.entry))
        return MessageProof(
            authority: "Musterkreis",
            version: "0.1.0",
            at: "2021-03-15T10:00:00Z",
            campaign: Self.campaign,
            message: message,
            path: MerklePath(index: index, size: tree.size, hashes: tree.path(to: index)),
            links: own
        )
    }
}
