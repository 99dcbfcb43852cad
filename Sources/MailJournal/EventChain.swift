import Foundation
import GRDB
import MailCore

/// What happened, without personal data.
///
/// Each event hashes the one before, so that nothing can be changed or taken out unseen.
struct Event {
    /// A closed list (design, section 8).
    enum Kind: String, CaseIterable {
        case planned, approved, attempt, verdict, released, withdrawn, resolved
        case givenUp = "given-up"
        case started, paused, finished
        /// Of the whole journal, no campaign's: somebody said that it may go on in another place.
        case moved
    }

    let kind: Kind
    let campaign: String
    let message: String?
    let detail: [String: String]

    init(_ kind: Kind, campaign: String, message: String? = nil, _ detail: [String: String] = [:]) {
        self.kind = kind
        self.campaign = campaign
        self.message = message
        self.detail = detail
    }

    /// What a stored event did to the delivery of its message; nil if it is not one of ours.
    static func deliveryEvent(kind: String, verdict: String?) -> DeliveryEvent? {
        switch Kind(rawValue: kind) {
        case .attempt: .claimed
        case .released: .released
        case .withdrawn: .withdrawn
        case .givenUp: .givenUp
        case .verdict, .resolved: verdict.flatMap(DeliveryEvent.init(rawValue:))
        case .planned, .approved, .started, .paused, .finished, .moved, nil: nil
        }
    }
}

/// Appends to the chain and walks it.
enum EventChain {
    /// The hash before the first event.
    static let root = Digest(of: Array("einzelpost event chain 1".utf8))

    static func append(_ event: Event, at now: Date, in db: Database) throws {
        let last = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1"
            )
        )
        let sequence = (last?["sequence"] as Int? ?? 0) + 1
        let detail = try json(event.detail)
        let at = Int(now.timeIntervalSince1970)
        let previous: String = last?["hash"] ?? root.hex
        let hash = hash(
            [previous, "\(sequence)", "\(at)", event.kind.rawValue, event.campaign]
                + [event.message ?? "", detail]
        )
        try db.cachedStatement(
            sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)"
        ).execute(
            arguments: [
                sequence, at, event.kind.rawValue, event.campaign, event.message, detail, hash.hex,
            ]
        )
    }

    /// The hash of the last event, and the number of the first event that does not fit.
    static func walk(_ db: Database) throws -> (head: String, brokenAt: Int?) {
        var previous = root.hex
        var expected = 1
        let events = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY sequence")
        while let row = try events.next() {
            let sequence: Int = row["sequence"]
            let at: Int = row["at"]
            let fields: [String] = [
                previous, "\(sequence)", "\(at)", row["kind"], row["campaign"],
                row["message"] ?? "", row["detail"],
            ]
            let stored: String = row["hash"]
            guard sequence == expected, hash(fields).hex == stored else {
                return (previous, expected)
            }
            previous = stored
            expected += 1
        }
        return (previous, nil)
    }

    private static func hash(_ fields: [String]) -> Digest {
        var hasher = FieldHasher(version: "einzelpost event 1")
        for field in fields { hasher.add(field) }
        return hasher.finalize()
    }

    private static func json(_ detail: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(detail), as: UTF8.self)
    }
}
