import Foundation
import GRDB
import MailCore

/// What happened, without personal data.
///
/// Each event hashes the one before, so that nothing can be changed or taken out unseen.
struct Event {
    typealias Kind = EventKind

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
}

/// The end of the chain, for many events in one transaction: each is hashed behind the one before without asking
/// the journal for it.
///
/// While there is one, nothing else may append: the number would be taken twice, and the transaction fail.
struct ChainEnd {
    private let db: Database
    private let insertion: Statement
    private var last: (sequence: Int, hash: String)

    /// Must be used in one transaction alone.
    init(in db: Database) throws {
        self.db = db
        insertion = try db.cachedStatement(sql: EventRow.insertion)
        last = try EventChain.head(in: db)
    }

    /// - Returns: The event's number.
    @discardableResult
    mutating func append(_ event: Event, at now: Date) throws -> Int {
        let link = ChainEvent(
            after: last.hash,
            sequence: last.sequence + 1,
            at: now.seconds,
            kind: event.kind,
            campaign: event.campaign,
            message: event.message,
            detail: event.detail
        )
        try insertion.execute(arguments: EventRow(link).arguments)
        last = (link.sequence, link.hash)
        return link.sequence
    }
}

/// Appends to the chain and reads it.
enum EventChain {
    /// - Returns: The event's number.
    @discardableResult
    static func append(_ event: Event, at now: Date, in db: Database) throws -> Int {
        var end = try ChainEnd(in: db)
        return try end.append(event, at: now)
    }

    /// The last event's number and hash, which stands for all before it; 0 and the root without any.
    static func head(in db: Database) throws -> (sequence: Int, hash: String) {
        let last = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1"
            )
        )
        return (last?["sequence"] ?? 0, last?["hash"] ?? ChainEvent.root)
    }

    /// Nil if the journal has not come so far; the root in front of the first event.
    static func hash(ofEvent sequence: Int, in db: Database) throws -> String? {
        guard sequence > 0 else { return ChainEvent.root }
        return try String.fetchOne(
            db,
            sql: "SELECT hash FROM event WHERE sequence = ?",
            arguments: [sequence]
        )
    }

    /// Visits every event of every campaign, the oldest first.
    static func forEach(in db: Database, _ visit: (ChainEvent) throws -> Void) throws {
        let events = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY sequence")
        while let row = try events.next() { try visit(EventRow(row).event) }
    }
}
