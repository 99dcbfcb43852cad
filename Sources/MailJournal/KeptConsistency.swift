import Foundation
import GRDB
import MailCore

/// Compares what is kept of people, and the salts, with the hashes that events have frozen.
///
/// What is erased has left its hashes; they must have an event that says so.
struct KeptConsistency {
    private(set) var findings = Findings()
    private let campaign: CampaignRecord
    private let history: CampaignHistory

    init(of campaign: CampaignRecord, _ history: CampaignHistory, in db: Database) throws {
        self.campaign = campaign
        self.history = history
        switch campaign.form {
        case .unsalted: try compareUnsalted(in: db)
        case .salted:
            try compareRows(in: db)
            try compareMessages(in: db)
            try compareReceipts(in: db)
        }
        try compareBound(in: db)
    }

    private var isErased: Bool { history.erasedAt != nil }

    private mutating func compareRows(in db: Database) throws {
        let given = Set(history.changes.filter(\.hasGivenStart).map(\.row))
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row.*, contact.row AS contact, first_name, last_name, full_name, address,
                    planned_address, phone, site, reference
                FROM row LEFT JOIN contact
                    ON contact.campaign = row.campaign AND contact.row = row.row
                WHERE row.campaign = ? ORDER BY row.row
                """,
            arguments: [campaign.id]
        )
        while let row = try rows.next() {
            let number: Int = row[FileRow.Columns.row]
            let cells = RowCells(stored: row, hasGivenStart: given.contains(number)).cells
            if let finding = finding(on: row, number, cells) {
                findings.add("row \(number): \(finding)")
            }
        }
    }

    private func finding(on row: Row, _ number: Int, _ cells: [String?]) -> String? {
        typealias Columns = FileRow.Columns
        let mayBeErased = isErased || history.erasedRows.contains(number)
        guard let salt = (row[Columns.salt] as Data?).flatMap(Salt.init(octets:)) else {
            guard mayBeErased else { return "its salt is gone, and no event says it was erased" }
            return (row["contact"] as Int?) == nil
                ? nil : "it was erased, and something is still kept of it"
        }
        if mayBeErased { return "it was erased, and its salt is still there" }
        if salt.hash(ofRow: cells) != row[Columns.hash] {
            return "what is kept of it is not as planned"
        }
        return nil
    }

    private mutating func compareMessages(in db: Database) throws {
        typealias Columns = MessageRow.Columns
        let messages = try Row.fetchCursor(
            db,
            sql: """
                SELECT proof_id, salt, digest, digest_hash,
                    (SELECT group_concat(row) FROM row WHERE row.message = number) AS rows
                FROM message WHERE campaign = ? ORDER BY number
                """,
            arguments: [campaign.id]
        )
        while let message = try messages.next() {
            let id: String = message[Columns.proofID]
            let digest: String? = message[Columns.digest]
            guard let salt = (message[Columns.salt] as Data?).flatMap(Salt.init(octets:)) else {
                let rows = (message["rows"] as String? ?? "").split(separator: ",")
                if !isErased, rows.contains(where: { !history.erasedRows.contains(Int($0) ?? 0) }) {
                    findings.add("message \(id): its salt is gone, and no event says it was erased")
                } else if digest != nil {
                    findings.add("message \(id): it was erased, and its digest is still there")
                }
                continue
            }
            if isErased {
                findings.add("message \(id): it was erased, and its salt is still there")
            }
            if digest.map(salt.hash(ofDigest:)) != message[Columns.digestHash] {
                findings.add("message \(id): its digest is not what was planned")
            }
        }
    }

    private mutating func compareReceipts(in db: Database) throws {
        let verdicts = try Row.fetchCursor(
            db,
            sql: """
                SELECT sequence, json_extract(detail, '$.receipt') AS hash, text, salt
                FROM event LEFT JOIN receipt ON receipt.event = sequence
                LEFT JOIN message ON proof_id = event.message
                WHERE event.campaign = ? AND kind = \(EventKind.verdict.sql)
                    AND json_valid(detail) ORDER BY sequence
                """,
            arguments: [campaign.id]
        )
        while let verdict = try verdicts.next() {
            let salt = (verdict["salt"] as Data?).flatMap(Salt.init(octets:))
            let text: String? = verdict["text"]
            let hash: String? = verdict["hash"]
            // Without a salt nobody can tell; whether that may be is a question about the message.
            let fits = salt.map { salt in text.map(salt.hash(ofReceipt:)) == hash } ?? (text == nil)
            if !fits {
                let number: Int = verdict["sequence"]
                findings.add("event \(number): its receipt is not what was recorded")
            }
        }
        let others = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM receipt JOIN event ON sequence = receipt.event
                WHERE campaign = ? AND kind <> \(EventKind.verdict.sql)
                """,
            arguments: [campaign.id]
        )
        if others != 0 { findings.add("a receipt belongs to no verdict") }
    }

    /// In the first form the name of the mail is that of events, and the digest its own hash.
    private mutating func compareUnsalted(in db: Database) throws {
        let wrong = try String.fetchAll(
            db,
            sql: """
                SELECT id FROM message
                WHERE campaign = ? AND (proof_id <> id OR digest IS NOT digest_hash)
                """,
            arguments: [campaign.id]
        )
        for id in wrong { findings.add("message \(id): its digest is not what was planned") }
    }

    /// As long as nothing is erased, everything that an approval binds can be compared.
    private mutating func compareBound(in db: Database) throws {
        guard !isErased, history.erasedRows.isEmpty else { return }
        guard try RecipientKey(stored: campaign.id, in: db) != nil else {
            return findings.add(
                "campaign \(campaign.id): its key is gone, and no event says it was erased"
            )
        }
        // As it stands: who asks may hold what it was before a decision.
        let stored = try CampaignRecord(CampaignRow.find(campaign.id, in: db))
        for change in try Journal.changes(of: stored, in: db) {
            findings.add("campaign \(campaign.id): changed since it was last bound: \(change)")
        }
    }
}
