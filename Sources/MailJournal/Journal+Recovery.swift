package import Foundation
import GRDB
import MailCore

/// What was made of the deliveries a dead process left in `sending`.
package struct Recovery: Hashable, Sendable {
    package var released = 0
    package var accepted = 0
    package var refused = 0
    package var deferred = 0
    package var unknown = 0

    package var isEmpty: Bool { self == Recovery() }

    fileprivate mutating func count(_ event: DeliveryEvent) {
        switch event {
        case .released: released += 1
        case .accepted: accepted += 1
        case .refused: refused += 1
        case .deferred: deferred += 1
        default: unknown += 1
        }
    }
}

extension Journal {
    /// Decides every delivery that the last process left in `sending`.
    ///
    /// Must run before anything is claimed.
    ///
    /// - Parameters:
    ///   - flight: What the flight record says; nil if it cannot be trusted.
    ///   - now: The time of the events.
    /// - Returns: How many deliveries ended how.
    /// - Throws: `JournalError`; then nothing has changed. Also when the flight record knows of a
    ///   message that was handed over and the journal calls it not begun: then the journal is an
    ///   older copy, or has lost its write-ahead log, and going on would tell people twice.
    package func recover(flight: [FlightRecord.Entry]?, at now: Date) throws -> Recovery {
        try write { db in
            try Self.checkNotOlder(than: flight ?? [], in: db)
            let left = try Row.fetchAll(
                db,
                sql: """
                    SELECT delivery.message, ahead_of, campaign, id FROM delivery
                    JOIN message ON number = delivery.message WHERE state = 'sending'
                    ORDER BY delivery.message
                    """
            )
            let sending = Set(left.map { $0["message"] as Int64 })
            var recovery = Recovery()
            for row in left {
                let finding = Self.finding(on: row, flight: flight, sending: sending)
                recovery.count(finding.event)
                try Self.conclude(row, finding, at: now, in: db)
            }
            return recovery
        }
    }

    private static func checkNotOlder(
        than flight: [FlightRecord.Entry],
        in db: Database
    ) throws {
        for entry in flight where entry.phase != .began {
            let state = try String.fetchOne(
                db,
                sql: "SELECT state FROM delivery WHERE message = ?",
                arguments: [entry.message]
            )
            guard state == nil || state == DeliveryState.planned.rawValue else { continue }
            throw JournalError(
                "journal.sqlite is older than what has been sent: the flight record names messages "
                    + "that the relay was given and the journal calls not begun. Put back the newest "
                    + "journal.sqlite and journal.sqlite-wal. Nothing was sent. If they are lost, "
                    + "plan again only after the relay's log has told who was reached; the file "
                    + "“flight” can then be removed"
            )
        }
    }

    private static func finding(
        on row: Row,
        flight: [FlightRecord.Entry]?,
        sending: Set<Int64>
    ) -> Finding {
        // Its body could not begin before the verdict on the one in front was durable.
        if let ahead = row["ahead_of"] as Int64?, sending.contains(ahead) {
            return Finding(event: .released)
        }
        guard let flight else { return Finding(event: .lost) }
        let message: Int64 = row["message"]
        // A slot names every message whose body has begun.
        guard let entry = flight.first(where: { $0.message == message }) else {
            return Finding(event: .released)
        }
        switch entry.phase {
        case .began: return Finding(event: .released)
        case .bodyFinished: return Finding(event: .lost)
        case .replied(let code): return Finding(code)
        }
    }

    /// What became of one delivery, and by which reply.
    private struct Finding {
        let event: DeliveryEvent
        var code: Int?

        /// By the relay's reply to the final dot; a verdict is made as if the process had lived.
        init(_ code: Int) {
            event = Verdict(SubmissionOutcome(.finalDot, .reply(Reply(code: code)))).event
            self.code = code
        }

        init(event: DeliveryEvent) {
            self.event = event
        }

        /// For people.
        var reason: String? {
            switch event {
            case .lost: Doubt.processDied.rawValue
            case .refused: code.map { "refused with \($0)" }
            case .deferred: code.map { "put off with \($0)" }
            default: nil
            }
        }
    }

    private static func conclude(
        _ row: Row,
        _ finding: Finding,
        at now: Date,
        in db: Database
    ) throws {
        let event = finding.event
        try apply(event, to: row["message"], reason: finding.reason, in: db)
        var detail = ["verdict": event.rawValue, "found": "after the program had ended"]
        detail["code"] = finding.code.map(String.init)
        let record = Event(
            event == .released ? .released : .verdict,
            campaign: row["campaign"],
            message: row["id"],
            detail
        )
        try EventChain.append(record, at: now, in: db)
    }
}
