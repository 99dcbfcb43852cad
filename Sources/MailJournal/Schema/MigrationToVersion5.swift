import GRDB
import MailCore

/// From version 4 to 5: closed lists where there was any text, and who it was beside what they are
/// called.
enum MigrationToVersion5 {
    private static let rebuild = TableRebuild(
        version: 4,
        copies: [
            .init("secret", "name, value"),
            .init(
                "campaign",
                "rowid, id, planned_at, planned_by, as_of, digest, relay_digest, facts, letter, "
                    + "started_at, finished_at, paused_because, erased_at"
            ),
            .init("message", "number, campaign, id, digest, recipient, first_start"),
            .init(
                "row",
                "campaign, row, line, class, reasons, problem_column, start, second_start, "
                    + "half_known, collective, left_out, answer, start_given, message"
            ),
            .init(
                "contact",
                "campaign, row, first_name, last_name, full_name, address, phone, site, "
                    + "reference, planned_address"
            ),
            .init("notice", "key, message"),
            .init("approval", "rowid, campaign, digest, name, account, at"),
            .init("delivery", "message, state, attempts, due, first_claimed, ahead_of, reason"),
            .init("event", "sequence, at, kind, campaign, message, detail, hash"),
            .init("ruling", "event, account"),
        ]
    )

    /// Must run with foreign keys off; they are to be checked afterwards.
    static func run(in db: Database) throws {
        try rebuild.run(under: SchemaVersion5.tables, in: db)
        try identify("campaign", by: "planned_by", "planner_realm", "planner_id", in: db)
        try identify("approval", by: "account", "realm", "id", in: db)
        try identify("ruling", by: "account", "realm", "id", in: db)
    }

    private static func identify(
        _ table: String,
        by text: String,
        _ realm: String,
        _ id: String,
        in db: Database
    ) throws {
        let texts = try String.fetchAll(db, sql: "SELECT DISTINCT \(text) FROM \(table)")
        for account in texts {
            guard let identity = AccountText.identity(in: account) else { continue }
            try db.execute(
                sql: "UPDATE \(table) SET \(realm) = ?, \(id) = ? WHERE \(text) = ?",
                arguments: [identity.realm, identity.id, account]
            )
        }
    }
}
