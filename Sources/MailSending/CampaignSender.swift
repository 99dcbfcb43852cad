package import Foundation
package import MailCore
package import MailJournal

/// Sends one campaign: claims, composes, guards, submits and records, one message at a time on
/// each connection.
package final class CampaignSender: Sendable {
    /// Everything that comes from outside the program's own rules.
    package struct Surroundings: Sendable {
        package let makeTransport: @Sendable () -> any MessageTransport
        package let now: @Sendable () -> Date
        /// A clock that nobody sets, and that goes on while the machine sleeps.
        package let elapsed: @Sendable () -> Duration
        package let sleep: @Sendable (Duration) async -> Void
        /// How the journal commits; nil for its own way (`DeliveryLedger`).
        package let commit: DeliveryLedger.Commit?

        package init(
            makeTransport: @escaping @Sendable () -> any MessageTransport,
            now: @escaping @Sendable () -> Date,
            elapsed: @escaping @Sendable () -> Duration,
            sleep: @escaping @Sendable (Duration) async -> Void,
            commit: DeliveryLedger.Commit? = nil
        ) {
            self.makeTransport = makeTransport
            self.now = now
            self.elapsed = elapsed
            self.sleep = sleep
            self.commit = commit
        }
    }

    private let journal: Journal
    private let campaign: CampaignRecord
    private let desk: DeliveryDesk
    private let dispatcher: SharedDispatcher
    private let flight: FlightRecord
    private let surroundings: Surroundings
    private let onNews: @Sendable (SendingNews) -> Void
    private let connections: Int

    /// Prepares to send everything of the campaign that still has to go.
    ///
    /// - Parameters:
    ///   - journal: Where everything is remembered.
    ///   - campaign: Must be approved: whoever makes a sender has checked that.
    ///   - letter: Must be the campaign's own; every message is compared with its planned digest.
    ///   - settings: Connections, pace and caution.
    ///   - policy: What a failure does.
    ///   - flight: A fresh record.
    ///   - surroundings: Transport, clock and sleep.
    ///   - onNews: Called with what became of each attempt, once that is recorded, and when everything
    ///     waits for the relay.
    /// - Throws: `JournalError` if the journal cannot be read, or holds other messages than were approved.
    package init(
        journal: Journal,
        campaign: CampaignRecord,
        letter: Letter,
        settings: Settings,
        policy: FailurePolicy = .standard,
        flight: FlightRecord,
        surroundings: Surroundings,
        onNews: @escaping @Sendable (SendingNews) -> Void
    ) throws {
        self.journal = journal
        self.campaign = campaign
        self.flight = flight
        self.surroundings = surroundings
        self.onNews = onNews
        let writer = MessageWriter(
            letter: letter,
            timeZone: settings.timeZone,
            look: try journal.guardVersion(of: campaign.id) == MessageGuard.version
                ? .header
                : .everything(
                    MessageGuard(letter: letter, values: try journal.values(of: campaign.id))
                ),
            tree: try journal.frozenTree(of: campaign.id),
            envelopes: try journal.envelopeKey(of: campaign.id)
        )
        desk = DeliveryDesk(
            journal: journal,
            campaign: campaign,
            ledger: DeliveryLedger(
                journal: journal,
                campaign: campaign.id,
                now: surroundings.now,
                commit: surroundings.commit
            ),
            shelf: MessageShelf(journal: journal, campaign: campaign.id),
            writer: writer,
            sizes: SizeCheck(journal, campaign, writer)
        )
        let beginning = (now: surroundings.now(), elapsed: surroundings.elapsed())
        let pending = try journal.pending(
            of: campaign.id,
            settings.pace.groups,
            at: beginning.now
        ).map { policy.retry.resumed($0, at: beginning.now) }
        connections = max(1, min(settings.relay.connections, pending.count, FlightRecord.slots))
        let past = try PastSending(of: campaign.id, in: journal, settings, at: beginning.now)
        dispatcher = SharedDispatcher(
            Dispatcher(
                pending: pending,
                pace: past.pace,
                brakes: past.brakes,
                watch: past.watch,
                policy: policy,
                wasReached: past.wasReached,
                course: past.course
            ),
            at: beginning,
            elapsed: surroundings.elapsed
        )
    }

    /// Sends until nothing is left or something stops it.
    ///
    /// - Returns: Nil if nothing is left to do by itself, otherwise why it stopped.
    /// - Throws: Errors of the journal.
    package func run() async throws -> StopReason? {
        try journal.start(campaign.id, at: surroundings.now())
        await withTaskGroup(of: Void.self) { group in
            for slot in 0..<connections {
                group.addTask {
                    var line = RelayLine(
                        dispatcher: self.dispatcher,
                        desk: self.desk,
                        slot: FlightSlot(record: self.flight, number: slot),
                        surroundings: self.surroundings,
                        onNews: self.onNews
                    )
                    await line.run()
                }
            }
        }
        let reason = await dispatcher.ending
        let now = surroundings.now()
        if case .journal(let text) = reason { throw JournalError(text) }
        if let because = reason?.because {
            try journal.pause(campaign.id, because: because, at: now)
        } else {
            try conclude(at: now)
        }
        return reason
    }

    /// Asks for the end: what is in flight ends, nothing new begins.
    package func stop() async {
        await dispatcher.stop(.asked)
    }

    private func conclude(at now: Date) throws {
        let counts = try journal.deliveryCounts(of: campaign.id)
        if counts[.unknown] > 0 {
            // Without a number: it is kept, and a person rules on one after the other.
            try journal.pause(campaign.id, because: .leftUnknown, at: now)
        } else {
            try journal.finish(campaign.id, at: now)
        }
    }
}
