package import Foundation
import GRDB
package import MailCore

/// An incident of a campaign, as the journal keeps it.
package struct IncidentRecord: Sendable {
    /// Since when somebody knows of it, as they said.
    package let awareAt: Date
    package let openedAt: Date
    package let openedBy: Official
    /// Nil as long as it is open.
    package let closing: Closing?

    /// How it ended.
    package struct Closing: Sendable {
        package let at: Date
        package let by: Official
        /// Why, as somebody said.
        package let because: String
    }

    package var isOpen: Bool { closing == nil }
}

extension Journal {
    /// Every incident of a campaign, the oldest first; at most the last one is open.
    package func incidents(of campaign: String) throws -> [IncidentRecord] {
        try read { db in
            try IncidentRow.all(of: campaign, in: db).map { try Self.record($0, in: db) }
        }
    }

    /// The incident that keeps a campaign from being sent or erased; nil if there is none.
    package func openIncident(of campaign: String) throws -> IncidentRecord? {
        try incidents(of: campaign).last { $0.isOpen }
    }

    /// Freezes a campaign: a person says that something went wrong with it.
    ///
    /// - Parameters:
    ///   - campaign: Its id; none of its incidents may be open.
    ///   - awareAt: Since when somebody knows of it.
    ///   - official: Who says so.
    ///   - now: The time.
    /// - Throws: `JournalError`.
    package func openIncident(
        of campaign: String,
        awareAt: Date,
        by official: Official,
        at now: Date
    ) throws {
        try write { db in
            let facts = ["aware_at": "\(awareAt.seconds)"]
            let event = Event(.incident, campaign: campaign, facts)
            let number = try Self.record(event, .custody, by: official, at: now, in: db)
            try IncidentRow(event: number, campaign: campaign, awareAt: awareAt.seconds)
                .insert(in: db)
        }
    }

    /// Ends the open incident of a campaign: it may be sent and erased again.
    ///
    /// - Parameters:
    ///   - campaign: Its id; one of its incidents must be open.
    ///   - reason: Why; without personal data.
    ///   - official: Who says so.
    ///   - now: The time.
    /// - Throws: `JournalError`.
    package func closeIncident(
        of campaign: String,
        because reason: String,
        by official: Official,
        at now: Date
    ) throws {
        try write { db in
            let hash = try PlanKey(in: db).hash("incident", reason, of: campaign)
            let event = Event(.incidentClosed, campaign: campaign, ["because": hash])
            let number = try Self.record(event, .custody, by: official, at: now, in: db)
            try db.execute(
                sql: """
                    UPDATE incident SET closing = ?, closed_because = ?
                    WHERE campaign = ? AND closing IS NULL
                    """,
                arguments: [number, reason, campaign]
            )
            guard db.changesCount == 1 else {
                throw JournalError("the open incident of campaign \(campaign) has gone")
            }
        }
    }

    private static func record(_ row: IncidentRow, in db: Database) throws -> IncidentRecord {
        let (openedAt, openedBy) = try deed(row.event, in: db)
        return IncidentRecord(
            awareAt: Date(seconds: row.awareAt),
            openedAt: openedAt,
            openedBy: openedBy,
            closing: try row.closing.flatMap { closing in
                let (at, by) = try deed(closing, in: db)
                return row.closedBecause.map { .init(at: at, by: by, because: $0) }
            }
        )
    }

    /// When an event was, and who has brought it about.
    private static func deed(_ event: Int, in db: Database) throws -> (at: Date, by: Official) {
        let row = try Row.fetchOne(
            db,
            sql:
                "SELECT at, ruling.* FROM event JOIN ruling ON event = sequence WHERE sequence = ?",
            arguments: [event]
        )
        guard let row else { throw JournalError("an incident of the journal is damaged") }
        return (Date(seconds: row["at"]), RulingRow(row).official)
    }
}
