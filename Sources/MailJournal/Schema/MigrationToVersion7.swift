import Foundation
import GRDB
import MailCore

/// From version 6 to 7: what is personal is sealed, each campaign's under a key of its own, and keys leave the
/// journal.
///
/// Campaigns that were planned before keep their other key, under which approvals and the first form's events
/// are bound; it moves to the key store, too.
enum MigrationToVersion7 {
    private static var rebuild: TableRebuild {
        TableRebuild(
            version: 6,
            copies: [
                .init("secret", "name, value"),
                .init(
                    "campaign",
                    "rowid, id, planned_at, planned_by, planner_realm, planner_id, as_of, form, digest, "
                        + "relay_digest, facts, letter, started_at, finished_at, paused_because, "
                        + "erased_at"
                ),
                .init("message", fill: sealMessages),
                // Before `row`, whose salts go into it.
                .init("contact", fill: sealContacts),
                .init(
                    "row",
                    "campaign, row, line, class, reasons, problem_column, start, second_start, "
                        + "half_known, collective, left_out, answer, start_given, message, hash",
                    further: [
                        (
                            "salt",
                            """
                            CASE WHEN EXISTS (SELECT 1 FROM contact
                            WHERE contact.campaign = row_version_6.campaign
                            AND contact.row = row_version_6.row) THEN NULL ELSE salt END
                            """
                        )
                    ]
                ),
                .init("notice", "key, message"),
                .init("approval", "rowid, campaign, digest, name, account, realm, id, at"),
                .init(
                    "delivery",
                    "message, state, attempts, due, first_claimed, ahead_of, reason"
                ),
                .init("event", "sequence, at, kind, campaign, message, detail, hash"),
                .init("receipt", fill: sealReceipts),
                .init("ruling", "event, account, realm, id"),
            ]
        )
    }

    /// Must run with foreign keys off; they are to be checked afterwards.
    ///
    /// - Parameters:
    ///   - db: The journal.
    ///   - keys: Where its keys are kept from now on.
    /// - Throws: `JournalError`, or SQLite's errors.
    static func run(in db: Database, _ keys: KeyStore) throws {
        try moveKeys(in: db, to: keys)
        try rebuild.run(under: SchemaVersion7.tables, in: db)
        try db.execute(sql: "DELETE FROM secret \(movedKeys)")
    }

    private static let movedKeys = "WHERE name = 'notice' OR name LIKE 'recipients %'"

    /// On the disk before anything is sealed; a migration that fails makes new ones when it is tried again.
    private static func moveKeys(in db: Database, to store: KeyStore) throws {
        var keys: [String: [UInt8]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT name, value FROM secret \(movedKeys)") {
            keys[row["name"]] = Array(row["value"] as Data)
        }
        let campaigns = try String.fetchAll(
            db,
            sql: "SELECT id FROM campaign WHERE erased_at IS NULL"
        )
        for id in campaigns {
            keys[KeyStore.name(of: id)] = try Secret.unforeseeable(in: db)
        }
        guard !keys.isEmpty else { return }
        try store.add(keys)
        if let notice = keys[KeyStore.noticeName] {
            try db.execute(
                sql: "INSERT INTO secret (name, value) VALUES (?, ?)",
                arguments: [NoticeKey.checkName, Data(NoticeKey.check(of: notice))]
            )
        }
    }

    private static func sealContacts(in db: Database, from old: String) throws {
        let contacts = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(old).*, own.salt FROM \(old) LEFT JOIN row_version_6 AS own
                ON own.campaign = \(old).campaign AND own.row = \(old).row
                """
        )
        var seals = Seals(in: db)
        while let record = try contacts.next() {
            let (campaign, row): (String, Int) = (record["campaign"], record["row"])
            let kept = KeptContact(
                Contact(
                    name: PersonName(
                        first: record["first_name"],
                        last: record["last_name"],
                        full: record["full_name"]
                    ),
                    address: (record["address"] as String?)
                        .flatMap { try? EmailAddress(parsing: $0) },
                    phone: record["phone"],
                    site: record["site"],
                    reference: record["reference"]
                ),
                plannedAddress: record["planned_address"],
                salt: (record["salt"] as Data?).flatMap(Salt.init(octets:))
            )
            let seal = try seals.seal(of: campaign)
            try ContactRow(kept, of: campaign, row: row, seal, seal.hasher()).insert(in: db)
        }
    }

    private static func sealMessages(in db: Database, from old: String) throws {
        let messages = try Row.fetchCursor(db, sql: "SELECT * FROM \(old)")
        var seals = Seals(in: db)
        while let record = try messages.next() {
            let campaign: String = record["campaign"]
            let digest = (record["digest"] as String?).flatMap(Digest.init(hex:))
            guard let id = MessageID(parsing: record["id"]) else {
                throw JournalError("a message of the journal is damaged")
            }
            let opening = try digest.map {
                try MessageRow.opening(
                    of: id,
                    $0,
                    (record["salt"] as Data?).flatMap(Salt.init(octets:)),
                    seals.seal(of: campaign)
                )
            }
            try db.execute(
                sql: """
                    INSERT INTO message (number, campaign, id, proof_id, opening, digest_hash,
                    recipient, first_start) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    record["number"] as Int64, campaign, id.text, record["proof_id"] as String,
                    opening, record["digest_hash"] as String, record["recipient"] as String,
                    record["first_start"] as Int,
                ]
            )
        }
    }

    private static func sealReceipts(in db: Database, from old: String) throws {
        let receipts = try Row.fetchCursor(
            db,
            sql: "SELECT event, text, campaign FROM \(old) JOIN event ON sequence = \(old).event"
        )
        var seals = Seals(in: db)
        while let record = try receipts.next() {
            let seal = try seals.seal(of: record["campaign"])
            try ReceiptRow(record["text"], of: record["event"], seal).insert(in: db)
        }
    }

    /// The campaigns' seals, each made once.
    private struct Seals {
        private let db: Database
        private var seals: [String: CampaignSeal] = [:]

        init(in db: Database) { self.db = db }

        mutating func seal(of campaign: String) throws -> CampaignSeal {
            if let known = seals[campaign] { return known }
            let seal = try CampaignSeal(of: campaign, in: db)
            seals[campaign] = seal
            return seal
        }
    }
}
