import Foundation
import MailCore
import MailJournal

/// Writes a planned message again from its row, and checks that it is what was approved.
struct MessageWriter: Sendable {
    /// What is looked at besides the digest.
    enum Look: Sendable {
        /// This very guard has judged every message at planning, among these very values: the digest says
        /// that all but `Date` is what it has seen.
        case header
        case everything(MessageGuard)
    }

    let letter: Letter
    let timeZone: TimeZone
    let look: Look
    /// As it was approved.
    let tree: FrozenTree
    let envelopes: EnvelopeKey

    func write(_ delivery: ClaimedDelivery) throws(SafetyError) -> OutgoingMessage {
        let stored = delivery.message
        // The receipt's word would come behind the first byte.
        guard tree.holds(stored) else {
            throw SafetyError(stored, .notApproved)
        }
        let message = try render(stored, on: delivery.firstClaimed)
        guard message.digest == stored.digest else {
            throw SafetyError(stored, .notPlanned)
        }
        let findings =
            switch look {
            case .header: MessageGuard.findingsInHeader(of: message)
            case .everything(let messageGuard):
                messageGuard.findings(in: message, for: stored.recipient)
            }
        if let finding = findings.first {
            throw SafetyError(stored, .guarded(finding: finding))
        }
        return message.reported(as: envelopes.name(of: stored.id))
    }

    /// The message without a look at what it says: for its size.
    func render(
        _ stored: StoredMessage,
        on date: Date = Date(timeIntervalSince1970: 0)
    ) throws(SafetyError) -> OutgoingMessage {
        do {
            return try .render(
                for: stored.recipient,
                on: letter,
                id: stored.id,
                date: date,
                in: timeZone
            )
        } catch {
            throw SafetyError(stored, .notWritable(error: error))
        }
    }
}
