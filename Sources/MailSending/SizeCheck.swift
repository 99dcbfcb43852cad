import MailCore
import MailJournal
import Synchronization

/// Looks, before anything is sent, whether a relay takes messages as large as the campaign's (RFC 1870).
///
/// A message that is too large is the campaign's fault: nobody must be refused for it.
final class SizeCheck: Sendable {
    /// No letter comes near it, so a relay that takes so much need not be asked about each message.
    private static let plenty = 1_048_576

    private let journal: Journal
    private let campaign: String
    private let writer: MessageWriter
    /// The limits that all messages keep.
    private let kept = Mutex<Set<Int>>([])

    init(_ journal: Journal, _ campaign: CampaignRecord, _ writer: MessageWriter) {
        self.journal = journal
        self.campaign = campaign.id
        self.writer = writer
    }

    /// - Parameter limit: What the relay takes, in octets; nil for any size.
    /// - Throws: `MessageTooLarge`, errors of the journal, or `SafetyError`.
    func check(_ limit: Int?) throws {
        guard let limit, limit < Self.plenty, !kept.withLock({ $0.contains(limit) }) else { return }
        try journal.forEachMessage(of: campaign) { stored in
            guard stored.state.isUnderWay else { return }
            let row = stored.recipient.appointments.first?.row ?? 0
            try Self.check(writer.render(stored), of: row, limit)
        }
        kept.withLock { _ = $0.insert(limit) }
    }

    static func check(_ message: OutgoingMessage, of row: Int, _ limit: Int?) throws {
        guard let limit, message.bytes.count > limit else { return }
        throw MessageTooLarge(
            octets: message.bytes.count,
            limit: limit,
            row: row
        )
    }
}

/// The relay would refuse a message for its size.
struct MessageTooLarge: Error {
    let octets: Int
    let limit: Int
    let row: Int

    var reason: PauseReason { .tooLarge(row: row, octets: octets, limit: limit) }
}
