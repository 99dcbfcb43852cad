import GRDB
import MailCore

/// Compares what is kept of approvals, decisions and rulings, the names included, with the events
/// that record them.
struct OfficialConsistency {
    private(set) var findings = Findings()

    init(of campaign: String, in db: Database) throws {
        let key = try OfficialKey(in: db)
        try compareApprovals(of: campaign, key, in: db)
        for kind in EventKind.allCases {
            guard let verb = kind.answerVerb, let deed = Self.deed(kind) else { continue }
            try compareRulings(kind, deed, verb, of: campaign, key, in: db)
        }
    }

    /// One approval for every event, in the same order.
    private mutating func compareApprovals(
        of campaign: String,
        _ key: OfficialKey,
        in db: Database
    ) throws {
        let events = try Self.events(.approved, of: campaign, in: db)
        let approvals = try Row.fetchAll(
            db,
            sql: "SELECT * FROM approval WHERE campaign = ? ORDER BY rowid",
            arguments: [campaign]
        ).map(ApprovalRow.init)
        if approvals.count != events.count {
            findings.add(
                "\(approvals.count) approvals are kept, \(events.count) events record one"
            )
        }
        for (event, approval) in zip(events, approvals) {
            let deed = OfficialKey.Deed.approval(name: approval.name)
            guard let facts = event.facts, event.at == approval.at,
                key.isHash(facts["by"], of: deed, by: approval.official),
                facts["digest"] == approval.digest
            else {
                findings.add("the approval of event \(event.sequence) has been changed")
                continue
            }
        }
    }

    /// - Parameters:
    ///   - kind: Of the events that record a person's answer.
    ///   - deed: As what it is hashed.
    ///   - verb: What they have done, for the finding.
    ///   - campaign: Its id.
    ///   - key: Of the journal.
    ///   - db: The journal.
    /// - Throws: SQLite's errors.
    private mutating func compareRulings(
        _ kind: EventKind,
        _ deed: OfficialKey.Deed,
        _ verb: String,
        of campaign: String,
        _ key: OfficialKey,
        in db: Database
    ) throws {
        for event in try Self.events(kind, of: campaign, in: db) {
            let ruling = try Row.fetchOne(
                db,
                sql: "SELECT * FROM ruling WHERE event = ?",
                arguments: [event.sequence]
            ).map(RulingRow.init)
            guard let ruling, key.isHash(event.facts?["by"], of: deed, by: ruling.official) else {
                findings.add("who \(verb) in event \(event.sequence) has been changed")
                continue
            }
        }
    }

    /// Nil for an event of which no ruling is kept.
    private static func deed(_ kind: EventKind) -> OfficialKey.Deed? {
        switch kind {
        case .resolved: .ruling
        case .erased, .held, .lifted, .incident, .incidentClosed: .custody
        case .unmasked: .sight
        case .test: .test
        case .decided, .answered: .decision
        case .planned, .approved, .attempt, .verdict, .released, .withdrawn, .givenUp, .expired,
            .started, .paused, .finished, .session, .replanned, .tested, .moved:
            nil
        }
    }

    private static func events(
        _ kind: EventKind,
        of campaign: String,
        in db: Database
    ) throws -> [ChainEvent] {
        try Row.fetchAll(
            db,
            sql: "SELECT * FROM event WHERE campaign = ? AND kind = ? ORDER BY sequence",
            arguments: [campaign, kind.rawValue]
        ).map { EventRow($0).event }
    }
}
