import Foundation
import MailCore
import MailJournal

/// Re-checks the promises from the journal alone, offline.
struct Verification {
    let campaign: CampaignRecord
    let evidence: JournalEvidence
    /// Messages that were written again and compared with the plan.
    let rendered: Int
    /// Values found in messages that are neither the recipient's nor the office's.
    let foreignValues: Int
    let failures: [String]

    init(of campaign: CampaignRecord, in journal: Journal) throws {
        let evidence = try journal.evidence(of: campaign)
        var findings = Findings()
        findings.add(try journal.integrity())
        findings.add(evidence.failures)
        let rendering = try Rendering(of: campaign, in: journal)
        findings.add(rendering.findings)
        self.campaign = campaign
        self.evidence = evidence
        rendered = rendering.messages
        foreignValues = rendering.foreignValues
        failures = findings.texts
    }

    var isOK: Bool { failures.isEmpty }

    var messages: Int { evidence.messages }

    var json: JSON {
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

    var text: String {
        let head = """
            \(campaign.id): \(isOK ? "all promises that can be checked here are kept" : "FAILED")
            \(number(messages))  messages
            \(number(evidence.transactions))  SMTP transactions accepted by the relay
            \(number(evidence.maxRecipients))  recipient per transaction, at most
            \(number(evidence.tally.sameRecipients))  of them whose RCPT, as written, was compared with the plan
            \(number(evidence.tally.sameDigests))  of them whose octets, as written, were compared with the plan
            \(number(foreignValues))  foreign values found in them
            merkle root \(evidence.merkleRoot)
            chain head \(evidence.chainHead)
            """
        let erased =
            rendered == 0 && messages > 0
            ? ["The personal data is not there any more, so no message was written again."] : []
        return ([head] + erased + failures.map { "failed: \($0)" }).joined(separator: "\n")
    }

    private func number(_ value: Int) -> String { String(value).leftPadded(to: 8) }
}

/// Every message written again from what the journal keeps of its recipient.
private struct Rendering {
    private(set) var messages = 0
    private(set) var foreignValues = 0
    private(set) var findings = Findings()

    init(of campaign: CampaignRecord, in journal: Journal) throws {
        let numbers = try journal.messageNumbers(of: campaign.id)
        // After an erasure nothing of anybody is left; then the digests alone must speak.
        guard numbers.contains(where: \.hasContact) else { return }
        guard let letter = try? campaign.letter.thawed() else {
            findings.add("campaign \(campaign.id): its letter cannot be used any more")
            return
        }
        let zone = try StatusReport.zone(of: campaign)
        let messageGuard = MessageGuard(
            letter: letter,
            values: try journal.values(of: campaign.id)
        )
        let recipientHash = try journal.recipientHashes(of: campaign.id)
        for entry in numbers {
            do {
                let stored = try journal.message(entry.number)
                let message = try OutgoingMessage.render(
                    for: stored.recipient,
                    on: letter,
                    id: stored.id,
                    date: campaign.plannedAt,
                    in: zone
                )
                messages += 1
                compare(message, with: stored, recipientHash(message.recipient))
                note(messageGuard.findings(in: message, for: stored.recipient), on: stored)
            } catch {
                findings.add("message \(entry.id): cannot be written again: \(Self.reason(error))")
            }
        }
    }

    private mutating func compare(
        _ message: OutgoingMessage,
        with stored: StoredMessage,
        _ recipientHash: String
    ) {
        if message.digest != stored.digest {
            findings.add("message \(stored.id) is not what was planned")
        }
        if recipientHash != stored.recipientHash {
            findings.add("message \(stored.id): its recipient is not the one that was planned")
        }
    }

    private mutating func note(_ found: [GuardFinding], on stored: StoredMessage) {
        for finding in found {
            if case .foreign = finding { foreignValues += 1 }
            findings.add("message \(stored.id): \(finding)")
        }
    }

    /// Only errors of our own are told: any other's text could hold personal data.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as JournalError: error.description
        case let error as RenderError: "\(error)"
        default: "\(type(of: error))"
        }
    }
}
