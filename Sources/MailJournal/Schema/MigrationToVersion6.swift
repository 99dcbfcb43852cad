import GRDB

/// From version 5 to 6: every campaign says in which form its events are written, and has room for
/// salts.
///
/// Those of earlier versions keep the first form, whose digests stand in the chain: a salt that is
/// made afterwards would hide nothing.
enum MigrationToVersion6 {
    private static let rebuild = TableRebuild(
        version: 5,
        copies: [
            .init("secret", "name, value"),
            .init(
                "campaign",
                "rowid, id, planned_at, planned_by, planner_realm, planner_id, as_of, digest, "
                    + "relay_digest, facts, letter, started_at, finished_at, paused_because, "
                    + "erased_at",
                further: [("form", "1")]
            ),
            .init(
                "message",
                "number, campaign, id, digest, recipient, first_start",
                further: [("proof_id", "id"), ("digest_hash", "digest")]
            ),
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
            .init("approval", "rowid, campaign, digest, name, account, realm, id, at"),
            .init("delivery", "message, state, attempts, due, first_claimed, ahead_of, reason"),
            .init("event", "sequence, at, kind, campaign, message, detail, hash"),
            .init("ruling", "event, account, realm, id"),
        ]
    )

    /// Must run with foreign keys off; they are to be checked afterwards.
    static func run(in db: Database) throws {
        try rebuild.run(under: SchemaVersion6.tables, in: db)
    }
}
