import Foundation
import MailCore
import MailJournal

/// Writes a planned message again from its row, and checks that it is what was approved.
struct MessageWriter: Sendable {
    let letter: Letter
    let timeZone: TimeZone
    let messageGuard: MessageGuard
    /// As it was approved.
    let tree: FrozenTree

    func write(_ delivery: ClaimedDelivery) throws(SafetyError) -> OutgoingMessage {
        let stored = delivery.message
        // The receipt's word would come behind the first byte.
        guard tree.holds(stored) else {
            throw SafetyError(stored, "it is not what was approved")
        }
        let message = try render(stored, on: delivery.firstClaimed)
        guard message.digest == stored.digest else {
            throw SafetyError(stored, "it is not what was planned")
        }
        if let finding = messageGuard.findings(in: message, for: stored.recipient).first {
            throw SafetyError(stored, "\(finding)")
        }
        return message
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
            throw SafetyError(stored, "it cannot be written any more: \(error)")
        }
    }
}
