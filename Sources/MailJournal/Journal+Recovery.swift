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
    /// - Throws: `JournalError`; then nothing has changed.
    package func recover(flight: [FlightRecord.Entry]?, at now: Date) throws -> Recovery {
        try queue.write { db in
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
                let event = Self.judge(row, flight: flight, sending: sending, into: &recovery)
                try Self.conclude(row, event, at: now, in: db)
            }
            return recovery
        }
    }

    private static func judge(
        _ row: Row,
        flight: [FlightRecord.Entry]?,
        sending: Set<Int64>,
        into recovery: inout Recovery
    ) -> DeliveryEvent {
        let event = event(for: row, flight: flight, sending: sending)
        switch event {
        case .released: recovery.released += 1
        case .accepted: recovery.accepted += 1
        case .refused: recovery.refused += 1
        case .deferred: recovery.deferred += 1
        default: recovery.unknown += 1
        }
        return event
    }

    private static func event(
        for row: Row,
        flight: [FlightRecord.Entry]?,
        sending: Set<Int64>
    ) -> DeliveryEvent {
        // Its body could not begin before the verdict on the one in front was durable.
        if let ahead = row["ahead_of"] as Int64?, sending.contains(ahead) { return .released }
        guard let flight else { return .lost }
        let message: Int64 = row["message"]
        // A slot names every message whose body has begun.
        guard let entry = flight.first(where: { $0.message == message }) else { return .released }
        switch entry.phase {
        case .began: return .released
        case .bodyFinished: return .lost
        case .replied(let code):
            return code / 100 == 2 ? .accepted : code / 100 == 4 ? .deferred : .refused
        }
    }

    private static func conclude(
        _ row: Row,
        _ event: DeliveryEvent,
        at now: Date,
        in db: Database
    ) throws {
        let reason = event == .lost ? Doubt.processDied.rawValue : nil
        try apply(event, to: row["message"], reason: reason, in: db)
        let record = Event(
            event == .released ? .released : .verdict,
            campaign: row["campaign"],
            message: row["id"],
            ["verdict": event.rawValue, "found": "after the program had ended"]
        )
        try EventChain.append(record, at: now, in: db)
    }
}
