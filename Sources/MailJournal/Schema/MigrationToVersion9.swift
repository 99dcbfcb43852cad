import GRDB

/// From version 8 to 9: the chain may tell of test mails.
enum MigrationToVersion9 {
    private static let rebuild = TableRebuild(
        version: 8,
        copies: [
            .init("secret", "name, value"),
            .init(
                "campaign",
                "rowid, id, planned_at, planned_by, planner_realm, planner_id, as_of, form, digest, "
                    + "relay_digest, facts, letter, parts, started_at, finished_at, paused_because, "
                    + "erased_at, held_because"
            ),
            .init(
                "message",
                "number, campaign, id, proof_id, opening, digest_hash, recipient, first_start"
            ),
            .init(
                "row",
                "campaign, row, line, class, reasons, problem_column, start, second_start, "
                    + "half_known, collective, left_out, answer, start_given, message, salt, hash"
            ),
            .init(
                "contact",
                "campaign, row, sealed, address_hash, planned_address_hash, reference_hash, domain"
            ),
            .init("notice", "key, message"),
            .init("approval", "rowid, campaign, digest, name, account, realm, id, at"),
            .init("delivery", "message, state, attempts, due, first_claimed, ahead_of, reason"),
            .init("event", "sequence, at, kind, campaign, message, detail, hash"),
            .init("receipt", "event, sealed"),
            .init("ruling", "event, account, realm, id"),
            .init("incident", "event, campaign, aware_at, closing, closed_because"),
        ]
    )

    /// Must run with foreign keys off; they are to be checked afterwards.
    static func run(in db: Database) throws {
        try rebuild.run(under: Schema.tables, in: db)
    }
}
