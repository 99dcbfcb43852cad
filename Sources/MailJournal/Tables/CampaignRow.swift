import Foundation
import GRDB
import MailCore

/// The table `campaign`.
///
/// Times are whole seconds since 1970.
struct CampaignRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case id
        case plannedAt = "planned_at"
        case plannedBy = "planned_by"
        case plannerRealm = "planner_realm"
        case plannerID = "planner_id"
        case asOf = "as_of"
        case form, digest
        case relayDigest = "relay_digest"
        case facts, letter, parts
        case startedAt = "started_at"
        case finishedAt = "finished_at"
        case pausedBecause = "paused_because"
        case erasedAt = "erased_at"
        case heldBecause = "held_because"
    }

    static let table = "campaign"

    let id: String
    let plannedAt: Int
    let planner: Official
    let asOf: Int?
    /// How its events are written.
    let form: ProofForm
    let digest: String
    let relayDigest: String
    /// `CampaignFacts` in JSON.
    let facts: String
    /// `PlannedLetter` in JSON.
    let letter: String
    /// What is cancelled by day, site and service, sealed; nil in campaigns of earlier versions, and once
    /// they are erased.
    let parts: Data?
    let startedAt: Int?
    let finishedAt: Int?
    let pausedBecause: String?
    let erasedAt: Int?
    /// Why its data must not be erased; nil if it may.
    let heldBecause: String?

    /// One whose rows are being read: what is known at the end is not there yet.
    init(draft id: String, by planner: Official, at now: Int, asOf: Int?, relay: Digest) {
        self.id = id
        plannedAt = now
        self.planner = planner
        self.asOf = asOf
        form = .salted
        digest = ""
        relayDigest = relay.hex
        facts = ""
        letter = ""
        parts = nil
        startedAt = nil
        finishedAt = nil
        pausedBecause = nil
        erasedAt = nil
        heldBecause = nil
    }

    init(_ row: Row) throws {
        id = row[Columns.id]
        plannedAt = row[Columns.plannedAt]
        planner = Official(
            text: row[Columns.plannedBy],
            identity: Identity(realm: row[Columns.plannerRealm], id: row[Columns.plannerID])
        )
        asOf = row[Columns.asOf]
        form = try row.known(Columns.form)
        digest = row[Columns.digest]
        relayDigest = row[Columns.relayDigest]
        facts = row[Columns.facts]
        letter = row[Columns.letter]
        parts = row[Columns.parts]
        startedAt = row[Columns.startedAt]
        finishedAt = row[Columns.finishedAt]
        pausedBecause = row[Columns.pausedBecause]
        erasedAt = row[Columns.erasedAt]
        heldBecause = row[Columns.heldBecause]
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .id: id
        case .plannedAt: plannedAt
        case .plannedBy: planner.text
        case .plannerRealm: planner.identity?.realm
        case .plannerID: planner.identity?.id
        case .asOf: asOf
        case .form: form.rawValue
        case .digest: digest
        case .relayDigest: relayDigest
        case .facts: facts
        case .letter: letter
        case .parts: parts
        case .startedAt: startedAt
        case .finishedAt: finishedAt
        case .pausedBecause: pausedBecause
        case .erasedAt: erasedAt
        case .heldBecause: heldBecause
        }
    }

    /// - Throws: `JournalError` if there is no such campaign, and SQLite's errors.
    static func find(_ id: String, in db: Database) throws -> CampaignRow {
        let row = try Row.fetchOne(
            db,
            sql: "SELECT * FROM campaign WHERE id = ?",
            arguments: [id]
        )
        guard let row else { throw JournalError("a campaign has gone from the journal") }
        return try CampaignRow(row)
    }
}

extension Identity {
    /// Nil unless both columns are filled.
    init?(realm: String?, id: String?) {
        guard let realm, let id else { return nil }
        self.init(realm: realm, id: id)
    }
}
