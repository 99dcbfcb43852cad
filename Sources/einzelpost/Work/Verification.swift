import MailCore
import MailJournal

/// Re-checks the promises from the journal alone, offline.
struct Verification {
    let campaign: CampaignRecord
    let messages: Int
    let evidence: JournalEvidence
    /// Values found in messages that are neither the recipient's nor the office's.
    let foreignValues: Int
    let failures: [String]

    init(of campaign: CampaignRecord, in journal: Journal) throws {
        let letter = try campaign.letter.thawed()
        let timeZone = try StatusReport.zone(of: campaign)
        let messageGuard = MessageGuard(
            letter: letter,
            values: try journal.values(of: campaign.id)
        )
        let evidence = try journal.evidence(of: campaign)
        var failures = evidence.failures
        var foreign = 0
        var messages = 0
        try journal.forEachMessage(of: campaign.id) { stored in
            messages += 1
            let message = try OutgoingMessage.render(
                for: stored.recipient,
                on: letter,
                id: stored.id,
                date: campaign.plannedAt,
                in: timeZone
            )
            if message.digest != stored.digest {
                failures.append("message \(stored.id) is not what was planned")
            }
            for finding in messageGuard.findings(in: message, for: stored.recipient) {
                if case .foreign = finding { foreign += 1 }
                failures.append("message \(stored.id): \(finding)")
            }
        }
        if evidence.maxRecipients > 1 {
            failures.append("a transaction had \(evidence.maxRecipients) recipients")
        }
        self.campaign = campaign
        self.messages = messages
        self.evidence = evidence
        foreignValues = foreign
        self.failures = failures
    }

    var isOK: Bool { failures.isEmpty }

    var json: JSON {
        [
            "campaign": .text(campaign.id),
            "ok": .bool(isOK),
            "messages": .number(messages),
            "transactions": .number(evidence.transactions),
            "max_recipients_per_transaction": .number(evidence.maxRecipients),
            "foreign_values": .number(foreignValues),
            "chain_head": .text(evidence.chainHead),
            "failures": .list(failures.map { .text($0) }),
        ]
    }

    var text: String {
        let head = """
            \(campaign.id): \(isOK ? "all promises that can be checked here are kept" : "FAILED")
            \(number(messages))  messages
            \(number(evidence.transactions))  SMTP transactions accepted by the relay
            \(number(evidence.maxRecipients))  recipient per transaction, at most
            \(number(foreignValues))  foreign values found in them
            chain head \(evidence.chainHead)
            """
        return ([head] + failures.map { "failed: \($0)" }).joined(separator: "\n")
    }

    private func number(_ value: Int) -> String { String(value).leftPadded(to: 8) }
}
