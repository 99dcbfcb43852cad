import GRDB
import MailCore

/// Holds the columns of a campaign, its messages and deliveries against its events.
struct CampaignConsistency {
    private(set) var findings = Findings()

    /// - Parameters:
    ///   - campaign: Its id.
    ///   - audit: All events of the campaign read.
    ///   - db: The journal.
    /// - Throws: SQLite's errors.
    init(of campaign: String, against audit: CampaignAudit, in db: Database) throws {
        try compareFrozen(campaign, audit.course, in: db)
        try compareTimes(campaign, audit.course, in: db)
        try compareAnswers(campaign, audit.course, in: db)
        try compareFirstClaims(campaign, audit, in: db)
        try compareFirstStarts(campaign, in: db)
    }

    private mutating func compareFrozen(
        _ campaign: String,
        _ course: CampaignCourse,
        in db: Database
    ) throws {
        guard let plan = course.plan else { return }
        let now = try PlannedFacts(of: campaign, changes: course.changes, in: db).facts
        for (key, name) in PlannedFacts.names.sorted(by: { $0.key < $1.key })
        where plan[key] != now[key] {
            findings.add("campaign \(campaign): \(name) is not as planned")
        }
    }

    /// The columns that change while a campaign is sent; each follows from its events.
    private mutating func compareTimes(
        _ campaign: String,
        _ course: CampaignCourse,
        in db: Database
    ) throws {
        let row = try Row.fetchOne(
            db,
            sql: "SELECT * FROM campaign WHERE id = ?",
            arguments: [campaign]
        )
        guard let row else { return findings.add("campaign \(campaign) has gone") }
        let pairs: [(String, Bool)] = [
            ("planned_at", row["planned_at"] == course.plannedAt),
            ("digest", row["digest"] == course.digest),
            ("started_at", row["started_at"] == course.startedAt),
            ("finished_at", row["finished_at"] == course.finishedAt),
            ("paused_because", row["paused_because"] == course.pausedBecause),
        ]
        for (column, fits) in pairs where !fits {
            findings.add("campaign \(campaign): \(column) is not what its events say")
        }
    }

    /// What people said since planning; what they said then is frozen.
    private mutating func compareAnswers(
        _ campaign: String,
        _ course: CampaignCourse,
        in db: Database
    ) throws {
        var expected: [Int: RowChange] = [:]
        for change in course.changes { expected[change.row] = change }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row, answer, start_given FROM row WHERE campaign = ?
                AND (answer IS NOT NULL OR start_given) ORDER BY row
                """,
            arguments: [campaign]
        )
        while let row = try rows.next() {
            let change = expected.removeValue(forKey: row["row"])
            if row["answer"] != change?.answer.rawValue
                || row["start_given"] != change?.hasGivenStart
            {
                findings.add("row \(row["row"] as Int): its answer is not what its events say")
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
                SELECT id, first_claimed FROM message
                JOIN delivery ON delivery.message = number WHERE campaign = ?
                """,
            arguments: [campaign]
        )
        while let row = try claims.next() {
            let id: String = row["id"]
            if row["first_claimed"] != audit.firstClaimed(id) {
                findings.add("message \(id): its first attempt is not when its events say")
            }
        }
    }

    private mutating func compareFirstStarts(_ campaign: String, in db: Database) throws {
        let wrong = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, first_start, group_concat(start || coalesce(' ' || second_start, ''), ' ') AS starts FROM message
                LEFT JOIN row ON row.message = number WHERE message.campaign = ? GROUP BY number
                """,
            arguments: [campaign]
        )
        while let row = try wrong.next() {
            let starts = (row["starts"] as String? ?? "").split(separator: " ")
                .compactMap { AppointmentTime(iso8601: String($0))?.epochSeconds }
            if row["first_start"] != starts.min() {
                findings.add(
                    "message \(row["id"] as String): its first appointment is not its rows'"
                )
            }
        }
    }
}
