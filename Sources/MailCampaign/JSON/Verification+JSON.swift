package import MailCore
import MailJournal

extension Verification: JSONPresentable {
    package var conclusion: Conclusion { .checked(isOK) }

    package var json: JSON {
        [
            "campaign": .text(campaign.id),
            "ok": .bool(isOK),
            "messages": .number(messages),
            "transactions": .number(evidence.transactions),
            "max_recipients_per_transaction": .number(evidence.maxRecipients),
            "recipients_compared": .number(evidence.tally.sameRecipients),
            "digests_compared": .number(evidence.tally.sameDigests),
            "rendered_messages": .number(rendered),
            "foreign_values": .number(foreignValues),
            "merkle_root": .text(evidence.merkleRoot),
            "chain_head": .text(evidence.chainHead),
            "failures": .list(failures.map { .text($0) }),
        ]
    }
}
