extension CampaignProof {
    /// What is signed: what the proof holds, and the sums that follow from it.
    package var json: JSON {
        .object(stored.merging(derived(from: audited())) { $1 })
    }

    private var stored: [String: JSON] {
        [
            "format": .text(Self.format), "version": .text(version),
            "authority": .text(authority), "campaign": .text(campaign),
            "events": .list(links.map(\.json)), "messages": .list(messages.map(\.json)),
            "statement": .object([
                "at": .text(statement.at),
                "rendered_messages": .number(statement.renderedMessages),
                "foreign_values": .number(statement.foreignValues),
            ]),
        ]
    }

    /// What anybody can compute from rows, messages and events.
    ///
    /// - Parameter audit: Of this proof.
    /// - Returns: The keys of the proof with what must stand there.
    func derived(from audit: CampaignAudit) -> [String: JSON] {
        let (history, tally) = (audit.history, audit.tally)
        return [
            "planned_at": .text(history.plannedAt.map(Timestamp.text)),
            "started_at": .text(history.startedAt.map(Timestamp.text)),
            "finished_at": .text(history.finishedAt.map(Timestamp.text)),
            "state": .text(history.state), "digest": .text(history.digest),
            "chain_head": .text(chainHead),
            "merkle_root": .text(MerkleTree(of: messages.lazy.map(\.entry)).root.hex),
            "rows": .object([
                "count": .number(rows.count),
                "classes": Self.counts(RowClass.allCases.map(\.rawValue), rows.map(\.rowClass)),
                "list": .list(rows.map(\.json)),
            ]),
            "relays": .list(tally.relays.map(\.json)),
            "sums": .object([
                "messages": .number(messages.count),
                "deliveries": Self.counts(
                    Self.countedStates(messages).map(\.rawValue),
                    messages.map(\.state)
                ),
                "transactions": .number(tally.transactions),
                "max_recipients_per_transaction": .number(tally.maxRecipients),
            ]),
        ]
    }

    /// Every state; `expired` only if a message is, so that a proof made before there was that state
    /// is still what follows from its events.
    private static func countedStates(_ messages: [MessageRecord]) -> [DeliveryState] {
        let expired = DeliveryState.expired
        let isThere = messages.contains { $0.state == expired.rawValue }
        return DeliveryState.allCases.filter { $0 != expired || isThere }
    }

    /// How often each name occurs, zeros included.
    private static func counts(_ names: [String], _ found: [String]) -> JSON {
        var counts = Dictionary(uniqueKeysWithValues: names.map { ($0, 0) })
        for name in found { counts[name]? += 1 }
        return .object(counts.mapValues { .number($0) })
    }
}

extension CampaignProof.Link {
    fileprivate var json: JSON {
        switch self {
        case .own(let event): .object(event.members)
        case .other(let sequence, let hash):
            .object(["sequence": .number(sequence), "hash": .text(hash)])
        }
    }
}

extension ChainEvent {
    /// Its members in a proof; the campaign is told once for all.
    var members: [String: JSON] {
        [
            "sequence": .number(sequence), "at": .number(at), "kind": .text(kind),
            "message": .text(message), "detail": .text(detail), "hash": .text(hash),
        ]
    }
}

extension MessageRecord {
    fileprivate var json: JSON {
        .object([
            "id": .text(id), "digest": .text(digest), "recipient": .text(recipient),
            "rows": .list(rows.map { .number($0) }), "state": .text(state),
        ])
    }
}

extension RowEntry {
    /// A list, because there are many: row, line, class, message.
    fileprivate var json: JSON {
        .list([.number(row), .number(line), .text(rowClass), .text(message)])
    }
}
