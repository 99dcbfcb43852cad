import MailCore
import MailJournal
import Synchronization

/// Messages read ahead of their turn, many at once: nobody waits for the journal then while others commit.
///
/// What a message says and to whom cannot change while it is sent from: this process alone has the journal. Where it
/// stands is for the claim to say.
final class MessageShelf: Sendable {
    /// How many are read together.
    private static let count = 32

    private let journal: Journal
    private let campaign: String
    private let messages = Mutex<[Int64: StoredMessage]>([:])

    init(journal: Journal, campaign: String) {
        self.journal = journal
        self.campaign = campaign
    }

    /// Takes a message from it; nil if it, or one behind it, cannot be read: then its own claim says why.
    func take(_ pending: PendingDelivery) -> StoredMessage? {
        messages.withLock { messages in
            if let message = messages.removeValue(forKey: pending.number) { return message }
            // One that is tried again comes alone: those behind it have gone.
            let read = try? journal.openMessages(
                from: pending.number,
                of: campaign,
                pending.attempts == 0 ? Self.count : 1
            )
            for message in read ?? [] { messages[message.number] = message }
            return messages.removeValue(forKey: pending.number)
        }
    }
}
