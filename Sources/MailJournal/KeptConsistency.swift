import Foundation
import GRDB
import MailCore

/// Compares what is kept of people, and the salts, with the hashes that events have frozen.
///
/// What is erased has left its hashes; they must have an event that says so.
struct KeptConsistency {
    private(set) var findings = Findings()
    /// Whether its key is missing though it was not erased; one of the findings says so.
    private(set) var isKeyGone = false
    /// Whether everything that an approval binds was compared as well; not where somebody was erased.
    private(set) var comparesBound = false
    private let campaign: CampaignRecord
    private let history: CampaignHistory
    private let seal: CampaignSeal
    /// Nil without a key.
    private let hasher: CampaignHasher?

    init(of campaign: CampaignRecord, _ history: CampaignHistory, in db: Database) throws {
        self.campaign = campaign
        self.history = history
        seal = try CampaignSeal(of: campaign.id, in: db)
        hasher = seal.isKeyThere ? try seal.hasher() : nil
        switch campaign.form {
        case .unsalted: try compareUnsalted(in: db)
        case .salted:
            try compareRows(in: db)
            try compareMessages(in: db)
            try compareReceipts(in: db)
        }
        try compareTests(in: db)
        try compareBound(in: db)
    }

    private var isErased: Bool { history.erasedAt != nil }

    private mutating func compareRows(in db: Database) throws {
        let given = Set(history.changes.filter(\.hasGivenStart).map(\.row))
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row.*, sealed, address_hash, planned_address_hash, reference_hash, domain
                FROM row LEFT JOIN contact
                    ON contact.campaign = row.campaign AND contact.row = row.row
                WHERE row.campaign = ? ORDER BY row.row
                """,
            arguments: [campaign.id]
        )
        while let row = try rows.next() {
            let number: Int = row[FileRow.Columns.row]
            if let finding = finding(on: row, number, hasGivenStart: given.contains(number)) {
                findings.add("row \(number): \(finding)")
            }
        }
    }

    private func finding(on row: Row, _ number: Int, hasGivenStart: Bool) -> String? {
        typealias Columns = FileRow.Columns
        let mayBeErased = isErased || history.erasedRows.contains(number)
        let isSealed = (row[ContactRow.Columns.sealed] as Data?) != nil
        let ownSalt = (row[Columns.salt] as Data?).flatMap(Salt.init(octets:))
        if mayBeErased {
            if isSealed { return "it was erased, and something is still kept of it" }
            return ownSalt == nil ? nil : "it was erased, and its salt is still there"
        }
        let kept: KeptContact?
        do {
            kept = try seal.kept(in: row)
        } catch {
            // Without a key nobody can tell, and that the key is gone is said of the campaign.
            return seal.isKeyThere ? "what is kept of it is not what was sealed there" : nil
        }
        guard let salt = ownSalt ?? kept?.salt else {
            return "its salt is gone, and no event says it was erased"
        }
        let cells = RowCells(stored: row, kept, hasGivenStart: hasGivenStart).cells
        guard salt.hash(ofRow: cells) == row[Columns.hash] else {
            return "what is kept of it is not as planned"
        }
        if let kept, let hasher, !ContactRow.isFoundRightly(row, kept, hasher) {
            return "what it is found by is not that of its contact"
        }
        return nil
    }

    private mutating func compareMessages(in db: Database) throws {
        typealias Columns = MessageRow.Columns
        let messages = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, proof_id, opening, digest_hash,
                    (SELECT group_concat(row) FROM row WHERE row.message = number) AS rows
                FROM message WHERE campaign = ? ORDER BY number
                """,
            arguments: [campaign.id]
        )
        while let message = try messages.next() {
            let id: String = message[Columns.proofID]
            if let finding = finding(on: message) { findings.add("message \(id): \(finding)") }
        }
    }

    private func finding(on message: Row) -> String? {
        typealias Columns = MessageRow.Columns
        let rows = (message["rows"] as String? ?? "").split(separator: ",")
        let mayBeErased =
            isErased
            || rows.allSatisfy { Int($0).map(history.erasedRows.contains) ?? false }
                && !rows.isEmpty
        guard (message[Columns.opening] as Data?) != nil else {
            return mayBeErased ? nil : "its salt is gone, and no event says it was erased"
        }
        if mayBeErased { return "it was erased, and its digest is still there" }
        guard seal.isKeyThere else { return nil }
        guard let opening = try? MessageRow.opening(in: message, seal), let salt = opening.salt
        else { return "its digest is not what was sealed there" }
        return salt.hash(ofDigest: opening.digest.hex) == message[Columns.digestHash]
            ? nil : "its digest is not what was planned"
    }

    private mutating func compareReceipts(in db: Database) throws {
        let verdicts = try Row.fetchCursor(
            db,
            sql: """
                SELECT sequence, json_extract(detail, '$.receipt') AS hash, sealed, id, opening
                FROM event LEFT JOIN receipt ON receipt.event = sequence
                LEFT JOIN message ON proof_id = event.message
                WHERE event.campaign = ? AND kind = \(EventKind.verdict.sql)
                    AND json_valid(detail) ORDER BY sequence
                """,
            arguments: [campaign.id]
        )
        while let verdict = try verdicts.next() {
            if !fits(verdict) {
                let number: Int = verdict["sequence"]
                findings.add("event \(number): its receipt is not what was recorded")
            }
        }
        let others = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM receipt JOIN event ON sequence = receipt.event
                WHERE campaign = ? AND kind NOT IN \(EventKind.sqlList(where: \.hasReceipt))
                """,
            arguments: [campaign.id]
        )
        if others != 0 { findings.add("a receipt belongs to no verdict") }
    }

    /// Test mails have no message whose salt their receipts could be hashed under.
    private mutating func compareTests(in db: Database) throws {
        let tests = try Row.fetchAll(
            db,
            sql: """
                SELECT sequence, json_extract(detail, '$.receipt') AS hash, sealed
                FROM event LEFT JOIN receipt ON receipt.event = sequence
                WHERE event.campaign = ? AND kind = \(EventKind.tested.sql)
                    AND json_valid(detail) ORDER BY sequence
                """,
            arguments: [campaign.id]
        )
        for test in tests {
            let number: Int = test["sequence"]
            let isThere = (test[ReceiptRow.Columns.sealed] as Data?) != nil
            if isThere == isErased {
                findings.add("event \(number): its receipt is not what was recorded")
            }
            guard isThere, seal.isKeyThere else { continue }
            let text = try? ReceiptRow.text(in: test, event: "sequence", seal)
            let hash = try text.map { try TestFacts.hash(ofReceipt: $0, of: campaign.id, in: db) }
            if hash == nil || hash != test["hash"] {
                findings.add("event \(number): its receipt is not what was recorded")
            }
        }
    }

    private func fits(_ verdict: Row) -> Bool {
        let isThere = (verdict[ReceiptRow.Columns.sealed] as Data?) != nil
        guard seal.isKeyThere else { return true }
        // Without a salt nobody can tell; whether that may be is a question about the message.
        guard let salt = (try? MessageRow.opening(in: verdict, seal))?.salt else { return !isThere }
        guard let text = try? ReceiptRow.text(in: verdict, event: "sequence", seal) else {
            return !isThere && (verdict["hash"] as String?) == nil
        }
        return salt.hash(ofReceipt: text) == verdict["hash"]
    }

    /// In the first form the name of the mail is that of events, and the digest its own hash.
    private mutating func compareUnsalted(in db: Database) throws {
        let wrong = try String.fetchAll(
            db,
            sql: """
                SELECT id FROM message WHERE campaign = ? AND proof_id <> id
                """,
            arguments: [campaign.id]
        )
        for id in wrong { findings.add("message \(id): its digest is not what was planned") }
        try compareUnsaltedDigests(in: db)
    }

    private mutating func compareUnsaltedDigests(in db: Database) throws {
        guard seal.isKeyThere, !isErased else { return }
        let messages = try Row.fetchCursor(
            db,
            sql: "SELECT id, opening, digest_hash FROM message WHERE campaign = ? ORDER BY number",
            arguments: [campaign.id]
        )
        while let message = try messages.next() {
            let id: String = message[MessageRow.Columns.id]
            let opening = try? MessageRow.opening(in: message, seal)
            guard let digest = opening?.digest.hex,
                digest != message[MessageRow.Columns.digestHash]
            else { continue }
            findings.add("message \(id): its digest is not what was planned")
        }
    }

    /// As long as nothing is erased, everything that an approval binds can be compared.
    private mutating func compareBound(in db: Database) throws {
        guard !isErased else { return }
        guard try RecipientKey(stored: campaign.id, in: db) != nil else {
            isKeyGone = true
            return findings.add(
                "campaign \(campaign.id): its key is gone, and no event says it was erased"
            )
        }
        guard history.erasedRows.isEmpty else { return }
        // As it stands: who asks may hold what it was before a decision.
        let stored = try CampaignRecord(CampaignRow.find(campaign.id, in: db))
        comparesBound = true
        for change in try Journal.changes(of: stored, in: db) {
            findings.add("campaign \(campaign.id): changed since it was last bound: \(change)")
        }
    }
}
