package import MailCore

/// What a proof proves, in plain words.
extension ProofVerification: JSONPresentable {
    package var conclusion: Conclusion { .checked(check.isOK) }

    package var json: JSON {
        var values: [String: JSON] = [
            "ok": .bool(check.isOK), "public_key": .text(check.publicKey),
            "failures": .list(check.failures.map { .text($0) }),
        ]
        switch check.subject {
        case .campaign(let proof, let audit):
            values.merge(Self.json(proof, audit)) { $1 }
        case .message(let proof): values.merge(Self.json(proof)) { $1 }
        case .unreadable: values["format"] = .null
        }
        return .object(values)
    }

    private static func json(_ proof: CampaignProof, _ audit: CampaignAudit) -> [String: JSON] {
        [
            "format": .text(proof.format), "campaign": .text(proof.campaign),
            "authority": .text(proof.authority), "state": .text(audit.history.state),
            "rows": .number(proof.rows.count), "messages": .number(proof.messages.count),
            "transactions": .number(audit.tally.transactions),
            "max_recipients_per_transaction": .number(audit.tally.maxRecipients),
            "recipients_compared": .number(audit.tally.sameRecipients),
            "digests_compared": .number(audit.tally.sameDigests),
            "foreign_values": .number(proof.statement.foreignValues),
            "merkle_root": .text(audit.history.latestPlan?["merkle_root"]),
            "chain_head": .text(proof.chainHead),
        ]
    }

    private static func json(_ proof: MessageProof) -> [String: JSON] {
        [
            "format": .text(proof.format), "campaign": .text(proof.campaign),
            "authority": .text(proof.authority), "message": .text(proof.message.id),
            "state": .text(proof.message.state), "leaf_index": .number(proof.path.index),
            "tree_size": .number(proof.path.size),
            "merkle_root": .text(proof.plan?["merkle_root"]),
            "recipients": proof.transaction?.recipients.map { .number($0) } ?? .null,
            "relay": .text(proof.transaction?.relay), "queue_id": .text(proof.transaction?.queueID),
        ]
    }
}
