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
        package let sleep: @Sendable (Duration) async -> Void

        package init(
            makeTransport: @escaping @Sendable () -> any MessageTransport,
            now: @escaping @Sendable () -> Date,
            sleep: @escaping @Sendable (Duration) async -> Void
        ) {
            self.makeTransport = makeTransport
            self.now = now
            self.sleep = sleep
        }
    }

    let journal: Journal
    let campaign: CampaignRecord
    let letter: Letter
    let timeZone: TimeZone
    let messageGuard: MessageGuard
    let retry: RetryRule
    let flight: FlightRecord
    let surroundings: Surroundings
    let ledger: DeliveryLedger
    let dispatcher: Dispatcher
    let onVerdict: @Sendable (Verdict) -> Void
    private let connections: Int

    /// Prepares to send everything of the campaign that still has to go.
    ///
    /// - Parameters:
    ///   - journal: Where everything is remembered.
    ///   - campaign: Must be approved: whoever makes a sender has checked that.
    ///   - letter: Must be the campaign's own; every message is compared with its planned digest.
    ///   - settings: Connections, pace and caution.
    ///   - retry: When a deferred delivery is tried again.
    ///   - flight: A fresh record.
    ///   - surroundings: Transport, clock and sleep.
    ///   - onVerdict: Called after each recorded verdict.
    /// - Throws: `JournalError` if the journal cannot be read.
    package init(
        journal: Journal,
        campaign: CampaignRecord,
        letter: Letter,
        settings: Settings,
        retry: RetryRule = .standard,
        flight: FlightRecord,
        surroundings: Surroundings,
        onVerdict: @escaping @Sendable (Verdict) -> Void
    ) throws {
        self.journal = journal
        self.campaign = campaign
        self.letter = letter
        timeZone = settings.timeZone
        messageGuard = MessageGuard(
            letter: letter,
            values: try journal.values(of: campaign.id)
        )
        self.retry = retry
        self.flight = flight
        self.surroundings = surroundings
        self.onVerdict = onVerdict
        let pending = try journal.pending(of: campaign.id)
        connections = max(1, min(settings.relay.connections, pending.count, FlightRecord.slots))
        ledger = DeliveryLedger(journal: journal, campaign: campaign.id, now: surroundings.now)
        let counts = try journal.deliveryCounts(of: campaign.id)
        let verdicts = counts.filter { [.accepted, .refused, .unknown].contains($0.key) }
        let dayAgo = surroundings.now().addingTimeInterval(-86_400)
        var pace = PaceKeeper(pace: settings.pace)
        for attempt in try journal.attempts(since: dayAgo) {
            pace.begin(domain: attempt.domain, at: attempt.at)
        }
        dispatcher = Dispatcher(
            pending: pending,
            pace: pace,
            watch: RefusalWatch(
                caution: settings.caution,
                verdicts: verdicts.values.reduce(0, +),
                lastRefused: try journal.lastRefused(of: campaign.id)
            )
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
                    var line = RelayLine(sender: self, slot: slot)
                    await line.run()
                }
            }
        }
        let reason = await dispatcher.stopReason
        let now = surroundings.now()
        if case .journal(let text) = reason { throw JournalError(text) }
        if let reason {
            try journal.pause(campaign.id, because: reason.text, at: now)
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
        let unknown = counts[.unknown, default: 0]
        if unknown > 0 {
            let reason =
                "\(unknown) deliveries are unknown and wait for a person: einzelpost resolve"
            try journal.pause(campaign.id, because: reason, at: now)
        } else {
            try journal.finish(campaign.id, at: now)
        }
    }

    /// Writes the message again from its row, and checks that it is what was approved.
    func compose(_ delivery: ClaimedDelivery) throws(SafetyError) -> OutgoingMessage {
        let stored = delivery.message
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

/// A safety check said no to one message; the campaign stops (exit code 3).
struct SafetyError: Error {
    let text: String

    init(_ message: StoredMessage, _ reason: String) {
        text = "row \(message.recipient.appointments[0].row): the message was not sent: \(reason)"
    }

    /// - Parameters:
    ///   - message: One that has been written to the relay.
    ///   - fault: What the receipt shows.
    init(_ message: StoredMessage, written fault: String) {
        text =
            "row \(message.recipient.appointments[0].row): \(fault). Sending has stopped for good: "
            + "keep the state directory as it is and tell whoever is responsible for data protection"
    }
}
