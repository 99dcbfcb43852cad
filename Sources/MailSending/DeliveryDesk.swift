import Foundation
import MailCore
import MailJournal

/// What the lines of a campaign have to do with its journal: claims and verdicts, each durable when
/// the call returns, and the message that belongs to a claim.
struct DeliveryDesk: Sendable {
    let journal: Journal
    let campaign: CampaignRecord
    let ledger: DeliveryLedger
    let shelf: MessageShelf
    let writer: MessageWriter
    let sizes: SizeCheck

    /// A claimed delivery and the message it became.
    struct Held: Sendable {
        let pending: PendingDelivery
        let delivery: ClaimedDelivery
        let message: OutgoingMessage
    }

    /// One commit: the outcome of the last message, if any, and the claim of the next, if any.
    ///
    /// `ahead` is the message in flight on the same connection whose verdict must come before that of
    /// the claimed one.
    func perform(
        outcome: DeliveryStep.Outcome? = nil,
        claim pending: PendingDelivery?,
        ahead: Int64?
    ) async throws -> ClaimedDelivery? {
        try await ledger.perform(
            DeliveryStep(
                outcome: outcome,
                claim: pending?.number,
                claimAheadOf: ahead,
                message: pending.flatMap(shelf.take)
            )
        )
    }

    /// Writes the message that was claimed, or gives the claim back.
    func hold(
        _ pending: PendingDelivery?,
        _ delivery: ClaimedDelivery?,
        at now: Date
    ) throws -> Held? {
        guard let pending, let delivery else { return nil }
        do {
            return Held(
                pending: pending,
                delivery: delivery,
                message: try writer.write(delivery)
            )
        } catch {
            try release(delivery, at: now)
            throw error
        }
    }

    /// Gives back a claim of which nothing has left.
    func release(_ delivery: ClaimedDelivery, at now: Date) throws {
        try journal.release(delivery, campaign: campaign.id, at: now)
    }

    /// Writes down that there is no time left for a message that waits.
    func expire(_ pending: PendingDelivery, at now: Date) throws {
        try journal.expire(
            pending,
            of: campaign.id,
            because: .noTimeLeft,
            at: now
        )
    }
}
