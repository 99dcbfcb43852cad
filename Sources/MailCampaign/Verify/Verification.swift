import Foundation
import MailCore
package import MailJournal

/// Re-checks the promises from the journal alone, offline.
package struct Verification {
    package let campaign: CampaignRecord
    package let evidence: JournalEvidence
    /// Messages that were written again and compared with the plan.
    package let rendered: Int
    /// Values found in messages that are neither the recipient's nor the authority's.
    package let foreignValues: Int
    package let failures: [String]
    /// Whether every failure is only that something could not be compared, so that nothing speaks for a leak.
    ///
    /// The journal is not the newest, or the campaign's key is missing.
    package let isOnlyIncomplete: Bool
    /// Whether whoever reads it compares hashes with others of the same campaign.
    package var isTechnical = false

    package init(of id: String, in workspace: Workspace) throws {
        let journal = workspace.journal
        try self.init(of: journal.campaign(id), in: journal)
    }

    init(of campaign: CampaignRecord, in journal: Journal) throws {
        let evidence = try journal.evidence(of: campaign)
        var findings = Findings()
        findings.add(try journal.integrity())
        let older = journal.standing.failure
        if let older { findings.add(older.en.text) }
        findings.add(evidence.failures)
        let rendering = try Rendering(of: campaign, in: journal)
        findings.add(rendering.findings)
        self.campaign = campaign
        self.evidence = evidence
        rendered = rendering.messages
        foreignValues = rendering.foreignValues
        failures = findings.texts
        let limits = (older == nil ? 0 : 1) + (evidence.isKeyGone ? 1 : 0)
        isOnlyIncomplete = limits > 0 && failures.count == limits
    }

    package var isOK: Bool { failures.isEmpty }

    package var messages: Int { evidence.messages }
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
        // That its key is missing is for the journal's own evidence.
        guard journal.hasKey(of: campaign.id) else { return }
        guard let letter = try? campaign.letter.letter() else {
            findings.add("campaign \(campaign.id): its letter cannot be used any more")
            return
        }
        let zone = try campaign.zone
        var judge = RememberingGuard(
            MessageGuard(letter: letter, values: try journal.values(of: campaign.id))
        )
        let recipientHash = try journal.recipientHashes(of: campaign.id)
        // Whether a contact may be gone is for the journal's own evidence.
        for entry in numbers where entry.hasContact {
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
                compare(
                    message,
                    with: stored,
                    stored.hash(of: message.recipient, unsalted: recipientHash)
                )
                note(judge.findings(in: message, for: stored.recipient), on: stored)
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
