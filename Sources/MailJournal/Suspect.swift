import GRDB
import MailCore

/// A message that an older journal calls open or `sending`, and whose person may have been told since.
struct Suspect {
    let number: Int64
    /// As events name it.
    let proofID: String
    let campaign: String
    let state: DeliveryState

    /// - Parameters:
    ///   - told: The messages whose people may have been told, as the witness knows.
    ///   - isExact: Whether the witness knows all of them; otherwise every open one counts.
    ///   - db: The older journal.
    /// - Returns: In the order of planning.
    /// - Throws: `JournalError`, or SQLite's errors.
    static func all(told: Set<Int64>, isExact: Bool, in db: Database) throws -> [Suspect] {
        let open = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, proof_id, campaign, state FROM message
                JOIN delivery ON delivery.message = number
                WHERE state IN \(DeliveryState.sqlList(where: \.isUnderWay)) ORDER BY number
                """
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
