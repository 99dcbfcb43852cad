extension CampaignProof {
    /// What is signed: what the proof holds, and the sums that follow from it.
    package var json: JSON {
        .object(stored.merging(derived(from: audited())) { $1 })
    }

    private var stored: [String: JSON] {
        [
            "format": .text(format), "version": .text(version),
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
            "merkle_root": .text(MerkleTree(over: messages, in: form).root.hex),
            "rows": .object([
                "count": .number(rows.count),
                "classes": Self.counts(RowClass.allCases.map(\.rawValue), rows.map(\.rowClass)),
                "list": .list(rows.map { $0.json(in: form) }),
            ]),
            "relays": .list(tally.relays.map(\.json)),
            "sums": .object([
                "messages": .number(messages.count),
                "deliveries": Self.counts(
                    countedStates.map(\.rawValue),
                    messages.map(\.state)
                ),
                "transactions": .number(tally.transactions),
                "max_recipients_per_transaction": .number(tally.maxRecipients),
            ]),
        ]
    }

    /// Every state that proofs of this form have counted from the first one on, and every other one
    /// that a message is in.
    private var countedStates: [DeliveryState] {
        let found = Set(messages.map(\.state))
        return DeliveryState.allCases.filter {
            $0.isCounted(in: form) || found.contains($0.rawValue)
        }
    }

    /// How often each name occurs, zeros included.
    private static func counts(_ names: [String], _ found: [String]) -> JSON {
        var counts = Dictionary(uniqueKeysWithValues: names.map { ($0, 0) })
        for name in found { counts[name]? += 1 }
        return .object(counts.mapValues { .number($0) })
    }
}

extension DeliveryState {
    /// Whether a proof of that form counts it also where no message is in it.
    ///
    /// A proof that was made before there was a state must stay what follows from its events: a new
    /// state is false in every form that there is by then.
    fileprivate func isCounted(in form: ProofForm) -> Bool {
        switch (self, form) {
        case (.planned, _), (.sending, _), (.deferred, _), (.unknown, _), (.accepted, _),
            (.refused, _), (.withdrawn, _), (.expired, .salted):
            true
        case (.expired, .unsalted): false
        }
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
    /// A list, because there are many: row, line, class, message, and its hash if the form has one.
    fileprivate func json(in form: ProofForm) -> JSON {
        let entry: [JSON] = [.number(row), .number(line), .text(rowClass), .text(message)]
        return switch form {
        case .unsalted: .list(entry)
        case .salted: .list(entry + [.text(hash)])
        }
    }
}
