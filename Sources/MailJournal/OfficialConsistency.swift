import GRDB
import MailCore

/// Holds what is kept of approvals and rulings, the names included, against the events that tell of
/// them.
struct OfficialConsistency {
    private(set) var findings = Findings()

    init(of campaign: String, in db: Database) throws {
        let key = try OfficialKey(in: db)
        try compareApprovals(of: campaign, key, in: db)
        try compareRulings("resolved", "ruling", "ruled", of: campaign, key, in: db)
        try compareRulings("decided", "decision", "decided", of: campaign, key, in: db)
    }

    /// One approval for every event, in the same order.
    private mutating func compareApprovals(
        of campaign: String,
        _ key: OfficialKey,
        in db: Database
    ) throws {
        let events = try Self.events("approved", of: campaign, in: db)
        let approvals = try Row.fetchAll(
            db,
            sql: "SELECT * FROM approval WHERE campaign = ? ORDER BY rowid",
            arguments: [campaign]
        )
        if approvals.count != events.count {
            findings.add(
                "\(approvals.count) approvals are kept, \(events.count) events tell of one"
            )
        }
        for (event, approval) in zip(events, approvals) {
            let by = key.hash("approval", approval["name"], approval["account"])
            guard let facts = event.facts, facts["by"] == by, event.at == approval["at"],
                facts["digest"] == approval["digest"]
            else {
                findings.add("the approval of event \(event.sequence) has been changed")
                continue
            }
        }
    }

    /// - Parameters:
    ///   - kind: Of the events that tell of a person's word.
    ///   - name: What that word is called; it keeps the hashes apart.
    ///   - verb: For the finding.
    ///   - campaign: Its id.
    ///   - key: Of the journal.
    ///   - db: The journal.
    /// - Throws: SQLite's errors.
    private mutating func compareRulings(
        _ kind: String,
        _ name: String,
        _ verb: String,
        of campaign: String,
        _ key: OfficialKey,
        in db: Database
    ) throws {
        for event in try Self.events(kind, of: campaign, in: db) {
            let account = try String.fetchOne(
                db,
                sql: "SELECT account FROM ruling WHERE event = ?",
                arguments: [event.sequence]
            )
            guard let account, event.facts?["by"] == key.hash(name, account) else {
                findings.add("who \(verb) in event \(event.sequence) has been changed")
                continue
            }
        }
    }

    private static func events(
        _ kind: String,
        of campaign: String,
        in db: Database
    ) throws -> [ChainEvent] {
        try Row.fetchAll(
            db,
            sql: "SELECT * FROM event WHERE campaign = ? AND kind = ? ORDER BY sequence",
            arguments: [campaign, kind]
        ).map(ChainEvent.init)
    }
}
