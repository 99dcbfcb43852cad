import GRDB
import MailCore

/// From version 4 to 5: closed lists where there was any text, and who it was beside what they are
/// called.
enum MigrationToVersion5 {
    /// Every table of version 4 with its columns.
    ///
    /// `rowid` where the order of arrival counts.
    private static let columns = [
        ("secret", "name, value"),
        (
            "campaign",
            "rowid, id, planned_at, planned_by, as_of, digest, relay_digest, facts, letter, "
                + "started_at, finished_at, paused_because, erased_at"
        ),
        ("message", "number, campaign, id, digest, recipient, first_start"),
        (
            "row",
            "campaign, row, line, class, reasons, problem_column, start, second_start, "
                + "half_known, collective, left_out, answer, start_given, message"
        ),
        (
            "contact",
            "campaign, row, first_name, last_name, full_name, address, phone, site, reference, "
                + "planned_address"
        ),
        ("notice", "key, message"),
        ("approval", "rowid, campaign, digest, name, account, at"),
        ("delivery", "message, state, attempts, due, first_claimed, ahead_of, reason"),
        ("event", "sequence, at, kind, campaign, message, detail, hash"),
        ("ruling", "event, account"),
    ]

    /// Must run with foreign keys off; they are to be checked afterwards.
    static func run(in db: Database) throws {
        try setAside(in: db)
        try db.execute(sql: Schema.tables)
        for (table, columns) in columns {
            try db.execute(
                sql: "INSERT INTO \(table) (\(columns)) SELECT \(columns) FROM \(table)_version_4"
            )
            try db.execute(sql: "DROP TABLE \(table)_version_4")
        }
        try identify("campaign", by: "planned_by", "planner_realm", "planner_id", in: db)
        try identify("approval", by: "account", "realm", "id", in: db)
        try identify("ruling", by: "account", "realm", "id", in: db)
    }

    /// Gives the old tables other names; their indices go.
    private static func setAside(in db: Database) throws {
        let indices = try String.fetchAll(
            db,
            sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        )
        for index in indices { try db.execute(sql: "DROP INDEX \(index)") }
        // Otherwise the tables that refer to a renamed one would follow it.
        try db.execute(sql: "PRAGMA legacy_alter_table = ON")
        for (table, _) in columns {
            try db.execute(sql: "ALTER TABLE \(table) RENAME TO \(table)_version_4")
        }
        try db.execute(sql: "PRAGMA legacy_alter_table = OFF")
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
