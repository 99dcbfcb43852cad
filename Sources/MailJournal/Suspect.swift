import GRDB
import MailCore

/// A message that an older journal calls open, `sending` or refused, and whose person may have been told since.
struct Suspect {
    let number: Int64
    /// As events name it.
    let proofID: String
    let campaign: String
    let state: DeliveryState

    /// - Parameters:
    ///   - told: The messages whose people may have been told, as the witness knows.
    ///   - isExact: Whether the witness knows all of them; otherwise every open one counts.
    ///   - last: The last event that may have happened elsewhere, too; what was planned after it, nobody else can have
    ///     sent. Nil for all of them.
    ///   - db: The older journal.
    /// - Returns: In the order of planning. None of an erased campaign: nobody of it can be told any more.
    /// - Throws: `JournalError`, or SQLite's errors.
    static func all(
        told: Set<Int64>,
        isExact: Bool,
        plannedUpTo last: Int? = nil,
        in db: Database
    ) throws -> [Suspect] {
        let open = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, proof_id, campaign, state FROM message
                JOIN delivery ON delivery.message = number
                JOIN campaign ON campaign.id = campaign
                WHERE state IN \(DeliveryState.sqlList(where: \.isUnderWay)) AND erased_at IS NULL
                AND (?1 IS NULL OR EXISTS (SELECT 1 FROM event WHERE event.campaign = campaign.id
                    AND kind = \(EventKind.planned.sql) AND sequence <= ?1))
                ORDER BY number
                """,
            arguments: [last]
        )
        var suspects: [Suspect] = []
        while let row = try open.next() {
            let suspect = Suspect(
                number: row[MessageRow.number],
                proofID: row[MessageRow.Columns.proofID],
                campaign: row[MessageRow.Columns.campaign],
                state: try row.known(DeliveryRow.Columns.state)
            )
            if !isExact || suspect.state == .sending || told.contains(suspect.number) {
                suspects.append(suspect)
            }
        }
        return suspects
    }

    /// Messages that an older journal calls refused and whose people have been told since, because somebody had said
    /// that they shall go again.
    ///
    /// - Parameters:
    ///   - told: The messages whose people may have been told, as the witness knows.
    ///   - db: The older journal.
    /// - Returns: In the order of planning.
    /// - Throws: `JournalError`, or SQLite's errors.
    static func refused(told: Set<Int64>, in db: Database) throws -> [Suspect] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT number, proof_id, campaign FROM message
                JOIN delivery ON delivery.message = number
                JOIN campaign ON campaign.id = campaign
                WHERE state = \(DeliveryState.refused.sql) AND erased_at IS NULL ORDER BY number
                """
        ).map { row in
            Suspect(
                number: row[MessageRow.number],
                proofID: row[MessageRow.Columns.proofID],
                campaign: row[MessageRow.Columns.campaign],
                state: .refused
            )
        }.filter { told.contains($0.number) }
    }

    /// The messages of which the journal itself says that their people may have been told.
    static func told(in db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT message FROM delivery
                WHERE state IN \(DeliveryState.sqlList(where: \.countsAsTold)) ORDER BY message
                """
        )
    }
}
