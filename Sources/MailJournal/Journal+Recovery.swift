package import Foundation
import GRDB
package import MailCore

/// What was made of the deliveries a dead process left in `sending`.
package struct Recovery: Hashable, Sendable {
    package var released = 0
    package var accepted = 0
    package var refused = 0
    package var deferred = 0
    package var unknown = 0

    /// Nothing was left.
    package static let none = Recovery()

    package var isEmpty: Bool { self == .none }

    fileprivate mutating func count(_ finding: Finding) {
        switch finding {
        case .notBegun: released += 1
        case .verdict(.accepted): accepted += 1
        case .verdict(.refused): refused += 1
        case .verdict(.deferred): deferred += 1
        case .verdict(.unknown): unknown += 1
        }
    }
}

/// What became of one delivery.
private enum Finding {
    /// Certainly nothing of its body has left.
    case notBegun
    /// What the process would have noted, had it lived.
    case verdict(Verdict)

    init(_ phase: SubmissionPhase) {
        switch phase {
        case .began: self = .notBegun
        case .bodyFinished: self = .verdict(.unknown(.processDied))
        case .replied(let code, let enhancedCode):
            let reply = Reply(code: code, enhancedCode: enhancedCode)
            // Nobody else's verdict is at hand: a doubtful refusal waits for a second opinion.
            let verdict = Verdict(SubmissionOutcome(.finalDot, .reply(reply)))
            self = .verdict(FailurePolicy.standard.booked(verdict))
        }
    }
}

extension Journal {
    /// Decides every delivery that the last process left in `sending`, and ends campaigns in which nothing is
    /// left to do.
    ///
    /// Must run before anything is claimed.
    ///
    /// - Parameters:
    ///   - flight: What the flight record says; nil if it cannot be trusted.
    ///   - policy: What becomes of a delivery that the relay deferred: it waits as if the process
    ///     had lived.
    ///   - now: The time of the events.
    /// - Returns: How many deliveries ended how.
    /// - Throws: `JournalError`; then nothing has changed. Also when the flight record knows of a
    ///   message that was handed over and the journal calls it not begun: then the journal is an
    ///   older copy, or has lost its write-ahead log, and going on would tell people twice. The witness
    ///   knows that first where there is one.
    package func recover(
        flight: [FlightRecord.Entry]?,
        policy: FailurePolicy = .standard,
        at now: Date
    ) throws -> Recovery {
        try write { db in
            try Self.checkNotOlder(than: flight ?? [], in: db)
            let left = try Row.fetchAll(
                db,
                sql: """
                    SELECT delivery.message, ahead_of, attempts, campaign, proof_id,
                    \(Self.lastMoment) AS appointment FROM delivery
                    JOIN message ON number = delivery.message
                    JOIN campaign ON campaign.id = message.campaign
                    WHERE state = \(DeliveryState.sending.sql)
                    ORDER BY delivery.message
                    """,
                arguments: [now.seconds]
            )
            let sending = Set(left.map { $0[DeliveryRow.Columns.message] as Int64 })
            var recovery = Recovery()
            for row in left {
                let finding = Self.finding(on: row, flight: flight, sending: sending)
                recovery.count(finding)
                try Self.conclude(row, finding, policy: policy, at: now, in: db)
            }
            try Self.finishWhatIsDone(at: now, in: db)
            return recovery
        }
    }

    /// The last process may have died between its last verdict and the end.
    private static func finishWhatIsDone(at now: Date, in db: Database) throws {
        let begun = try String.fetchAll(
            db,
            sql: "SELECT id FROM campaign WHERE started_at IS NOT NULL AND finished_at IS NULL"
        )
        for campaign in begun { try finishIfDone(campaign, at: now, in: db) }
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
                    + "plan again only after the relay's log has told who was reached, in a new state "
                    + "directory"
            )
        }
    }

    private static func finding(
        on row: Row,
        flight: [FlightRecord.Entry]?,
        sending: Set<Int64>
    ) -> Finding {
        // Its body could not begin before the verdict on the one in front was durable.
        if let ahead = row[DeliveryRow.Columns.aheadOf] as Int64?, sending.contains(ahead) {
            return .notBegun
        }
        guard let flight else { return .verdict(.unknown(.processDied)) }
        let message: Int64 = row[DeliveryRow.Columns.message]
        // A slot names every message whose body has begun.
        guard let entry = flight.first(where: { $0.message == message }) else { return .notBegun }
        return Finding(entry.phase)
    }

    private static func conclude(
        _ row: Row,
        _ finding: Finding,
        policy: FailurePolicy,
        at now: Date,
        in db: Database
    ) throws {
        let place = DeliveryPlace(
            number: row[DeliveryRow.Columns.message],
            message: row[MessageRow.Columns.proofID],
            campaign: row[MessageRow.Columns.campaign]
        )
        guard case .verdict(let verdict) = finding else {
            try note(.released, verdict: nil, DeliveryEvent.released, of: place, at: now, in: db)
            return
        }
        try note(.verdict, verdict: verdict, verdict.event, of: place, at: now, in: db)
        let attempt = FailurePolicy.Attempt(
            attempts: row[DeliveryRow.Columns.attempts],
            appointment: Date(seconds: row["appointment"])
        )
        try settle(place, policy.fate(after: verdict, on: attempt, now: now), at: now, in: db)
    }

    private static func note(
        _ kind: EventKind,
        verdict: Verdict?,
        _ event: DeliveryEvent,
        of place: DeliveryPlace,
        at now: Date,
        in db: Database
    ) throws {
        try apply(event, to: place.number, reason: verdict?.reason, in: db)
        var detail = ["verdict": event.rawValue].merging(verdict?.facts ?? [:]) { $1 }
        detail["found"] = Doubt.processDied.rawValue
        try EventChain.append(
            Event(kind, campaign: place.campaign, message: place.message, detail),
            at: now,
            in: db
        )
    }
}
