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
        let message: OutgoingMessage
        do {
            message = try .render(
                for: stored.recipient,
                on: letter,
                id: stored.id,
                date: delivery.firstClaimed,
                in: timeZone
            )
        } catch {
            throw SafetyError(stored, "it cannot be written any more: \(error)")
        }
        guard message.digest == stored.digest else {
            throw SafetyError(stored, "it is not what was planned")
        }
        if let finding = messageGuard.findings(in: message, for: stored.recipient).first {
            throw SafetyError(stored, "\(finding)")
        }
        return message
    }
}
