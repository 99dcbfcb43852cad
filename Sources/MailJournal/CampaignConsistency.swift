import GRDB
import MailCore

/// Compares the columns of a campaign, its messages and deliveries with its events.
struct CampaignConsistency {
    private(set) var findings = Findings()

    /// - Parameters:
    ///   - campaign: Its id.
    ///   - audit: All events of the campaign read.
    ///   - db: The journal.
    /// - Throws: SQLite's errors.
    init(of campaign: String, with audit: CampaignAudit, in db: Database) throws {
        try comparePlan(campaign, audit.history, in: db)
        try compareTimes(campaign, audit.history, in: db)
        try compareAnswers(campaign, audit.history, in: db)
        try compareFirstClaims(campaign, audit, in: db)
        try compareFirstStarts(campaign, in: db)
        try compareIncidents(campaign, audit.history, in: db)
    }

    private mutating func comparePlan(
        _ campaign: String,
        _ history: CampaignHistory,
        in db: Database
    ) throws {
        guard let plan = history.plan else { return }
        let now = try PlannedFacts(of: campaign, changes: history.changes, in: db)
        for name in now.differences(from: plan, key: try OfficialKey(in: db)) {
            findings.add("campaign \(campaign): \(name) is not as planned")
        }
    }

    /// The columns that change while a campaign is sent; each follows from its events.
    private mutating func compareTimes(
        _ campaign: String,
        _ history: CampaignHistory,
        in db: Database
    ) throws {
        let row = try Row.fetchOne(
            db,
            sql: "SELECT * FROM campaign WHERE id = ?",
            arguments: [campaign]
        )
        guard let row else { return findings.add("campaign \(campaign) has gone") }
        let stored = try CampaignRow(row)
        let pairs: [(CampaignRow.Columns, Bool)] = [
            (.plannedAt, stored.plannedAt == history.plannedAt),
            (.digest, stored.digest == history.digest),
            (.startedAt, stored.startedAt == history.startedAt),
            (.finishedAt, stored.finishedAt == history.finishedAt),
            (.pausedBecause, stored.pausedBecause == history.pausedBecause),
            (.erasedAt, stored.erasedAt == history.erasedAt),
            (.heldBecause, try hold(stored, in: db) == history.heldBecause),
        ]
        for (column, fits) in pairs where !fits {
            findings.add("campaign \(campaign): \(column.rawValue) is not what its events say")
        }
    }

    private mutating func compareIncidents(
        _ campaign: String,
        _ history: CampaignHistory,
        in db: Database
    ) throws {
        let kept = try IncidentRow.all(of: campaign, in: db).map { row in
            IncidentFact(
                event: row.event,
                awareAt: row.awareAt,
                closing: row.closing,
                // Only then: a journal of before has no such key, and here nothing may be written.
                closedBecause: try row.closedBecause.map {
                    try PlanKey(in: db).hash("incident", $0, of: campaign)
                }
            )
        }
        if kept != history.incidents {
            findings.add("campaign \(campaign): its incidents are not what its events say")
        }
    }

    /// What an event says of the reason of a hold; nil without one.
    private func hold(_ stored: CampaignRow, in db: Database) throws -> String? {
        try stored.heldBecause.map { try PlanKey(in: db).hash("hold", $0, of: stored.id) }
    }

    /// What people said since planning; what they said then stands in the plan.
    private mutating func compareAnswers(
        _ campaign: String,
        _ history: CampaignHistory,
        in db: Database
    ) throws {
        var expected: [Int: RowChange] = [:]
        for change in history.changes { expected[change.row] = change }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row, answer, start_given FROM row WHERE campaign = ?
                AND (answer IS NOT NULL OR start_given) ORDER BY row
                """,
            arguments: [campaign]
        )
        while let row = try rows.next() {
            let number: Int = row[FileRow.Columns.row]
            let change = expected.removeValue(forKey: number)
            if row[FileRow.Columns.answer] != change?.answer.rawValue
                || row[FileRow.Columns.hasGivenStart] != change?.hasGivenStart
            {
                findings.add("row \(number): its answer is not what its events say")
            }
        }
        for row in expected.keys.sorted() {
            findings.add("row \(row): its answer is not what its events say")
        }
    }

    /// A message carries the time of its first claim as its `Date`.
    private mutating func compareFirstClaims(
        _ campaign: String,
        _ audit: CampaignAudit,
        in db: Database
    ) throws {
        let claims = try Row.fetchCursor(
            db,
            sql: """
                SELECT proof_id, first_claimed FROM message
                JOIN delivery ON delivery.message = number WHERE campaign = ?
                """,
            arguments: [campaign]
        )
        while let row = try claims.next() {
            let id: String = row[MessageRow.Columns.proofID]
            if row[DeliveryRow.Columns.firstClaimed] != audit.firstClaimed(id) {
                findings.add("message \(id): its first attempt is not when its events say")
            }
        }
    }

    private mutating func compareFirstStarts(_ campaign: String, in db: Database) throws {
        let wrong = try Row.fetchCursor(
            db,
            sql: """
                SELECT proof_id, first_start,
                    group_concat(start || coalesce(' ' || second_start, ''), ' ') AS starts
                FROM message
                LEFT JOIN row ON row.message = number WHERE message.campaign = ? GROUP BY number
                """,
            arguments: [campaign]
        )
        while let row = try wrong.next() {
            let starts = (row["starts"] as String? ?? "").split(separator: " ")
                .compactMap { AppointmentTime(iso8601: String($0))?.epochSeconds }
            if row[MessageRow.Columns.firstStart] != starts.min() {
                let id: String = row[MessageRow.Columns.proofID]
                findings.add("message \(id): its first appointment is not its rows'")
            }
        }
    }
}
