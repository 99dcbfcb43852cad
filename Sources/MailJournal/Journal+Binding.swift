import Foundation
import GRDB
package import MailCore

extension Journal {
    /// The digest of what the campaign's tables hold now; another than the campaign's own if
    /// somebody has changed them.
    package func presentDigest(of campaign: CampaignRecord) throws -> Digest {
        try read { try Self.presentDigest(of: campaign.id, in: $0).whole }
    }

    /// What is no longer as it was when the campaign was planned, or last changed by a withdrawal or
    /// a decision, in plain words.
    package func changes(
        of campaign: CampaignRecord,
        in scope: BoundScope = .all
    ) throws -> [String] {
        try read { try Self.changes(of: campaign, scope, in: $0) }
    }

    /// How much of what an approval binds is compared.
    package enum BoundScope: Sendable {
        case all
        /// What one record holds, so that it takes no time: everything but messages and rows.
        case single

        fileprivate var parts: [CampaignDigest.Part] {
            switch self {
            case .all: CampaignDigest.Part.allCases
            case .single: [.planning, .letter, .relay, .facts]
            }
        }
    }

    static func changes(
        of campaign: CampaignRecord,
        _ scope: BoundScope = .all,
        in db: Database
    ) throws -> [String] {
        let present = try presentDigest(of: campaign.id, scope, in: db)
        guard let bound = try boundDigest(of: campaign.id, in: db) else {
            return ["what was bound at planning is not in the chain of events"]
        }
        // Where one person was erased, rows and messages are no longer what was bound; what is sent is held
        // against its leaf all the same.
        let hasErasedRows = try hasErasedRows(campaign.id, in: db)
        let compared = scope.parts.filter {
            !hasErasedRows || ![.rows, .messages].contains($0)
        }
        let changed = bound.changes(to: present).filter(compared.contains).map(\.description)
        guard changed.isEmpty, !hasErasedRows, bound.whole != campaign.digest else {
            return changed
        }
        return ["the digest itself"]
    }

    private static func hasErasedRows(_ campaign: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM event WHERE campaign = ?
                AND kind = \(EventKind.erased.sql))
                """,
            arguments: [campaign]
        ) ?? false
    }

    /// Over what the tables hold, and nothing else: what is stored is what is bound.
    static func presentDigest(
        of campaign: String,
        _ scope: BoundScope = .all,
        in db: Database
    ) throws -> CampaignDigest {
        let key = try RecipientKey(of: campaign, in: db).bindingKey
        let seal = try CampaignSeal(of: campaign, in: db)
        var parts: [CampaignDigest.Part: Digest] = [:]
        for part in scope.parts {
            var reading = CampaignDigest.Reading(part, key: key)
            let records = try Row.fetchCursor(db, sql: query(for: part), arguments: [campaign])
            while let record = try records.next() {
                add(record, part, seal, to: &reading)
            }
            parts[part] = reading.finalize()
        }
        return CampaignDigest(parts: parts)
    }

    /// What is bound of a record: its columns, the sealed ones opened.
    ///
    /// Without a list of cells in between: there may be a million rows.
    private static func add(
        _ record: Row,
        _ part: CampaignDigest.Part,
        _ seal: CampaignSeal,
        to reading: inout CampaignDigest.Reading
    ) {
        switch part {
        case .planning, .letter, .relay: reading.add(record.count) { record[$0] }
        case .facts:
            let parts = (record[CampaignRow.Columns.parts] as Data?).map { sealed in
                (try? seal.open(sealed, .campaign, "parts"))
                    .map { String(decoding: $0, as: UTF8.self) } ?? Self.unopened
            }
            reading.add(parts == nil ? 1 : 2) { $0 == 0 ? record[0] : parts }
        case .messages:
            let digest =
                record[MessageRow.Columns.opening] == nil
                ? nil : (try? MessageRow.opening(in: record, seal))?.digest.hex ?? Self.unopened
            reading.add(3) { $0 == 1 ? digest : record[$0 / 2] }
        case .rows:
            // Without the sealed contact and its row, which stand last.
            let columns = record.count - 2
            guard record[ContactRow.Columns.sealed] != nil else {
                return reading.add(columns + KeptContact.noCells.count) {
                    $0 < columns ? record[$0] : nil
                }
            }
            let contact =
                (try? seal.kept(in: record))?.boundCells ?? KeptContact.noCells + [Self.unopened]
            reading.add(columns + contact.count) {
                $0 < columns ? record[$0] : contact[$0 - columns]
            }
        }
    }

    /// Stands for a sealed record that is not what was sealed there, so that the digest is another.
    private static let unopened = "not what was sealed there"

    /// Makes what the tables hold now the campaign's digest.
    ///
    /// Any approval of another one is void.
    static func bind(_ campaign: String, in db: Database) throws -> CampaignDigest {
        let digest = try presentDigest(of: campaign, in: db)
        try db.execute(
            sql: "UPDATE campaign SET digest = ? WHERE id = ?",
            arguments: [digest.whole.hex, campaign]
        )
        return digest
    }

    /// Every column is text, so that a number and its digits are one.
    private static func query(for part: CampaignDigest.Part) -> String {
        switch part {
        case .planning:
            """
            SELECT id, CAST(planned_at AS TEXT), planned_by, CAST(as_of AS TEXT) FROM campaign
            WHERE id = ?
            """
        case .letter: "SELECT letter FROM campaign WHERE id = ?"
        case .relay: "SELECT relay_digest FROM campaign WHERE id = ?"
        case .facts: "SELECT facts, parts FROM campaign WHERE id = ?"
        case .messages:
            """
            SELECT id, CAST(first_start AS TEXT), opening FROM message
            LEFT JOIN delivery ON delivery.message = number
            WHERE campaign = ?
            AND coalesce(state, '') NOT IN \(DeliveryState.sqlList { !$0.isLive }) ORDER BY number
            """
        case .rows:
            """
            SELECT CAST(row.row AS TEXT), CAST(line AS TEXT), class, reasons, problem_column,
            start, second_start, half_known || collective || left_out, answer,
            CAST(start_given AS TEXT), message.id, sealed, contact.row AS row
            FROM row LEFT JOIN message ON message.number = row.message
            LEFT JOIN contact ON contact.campaign = row.campaign AND contact.row = row.row
            WHERE row.campaign = ? ORDER BY row.row
            """
        }
    }

    /// As the latest event says that has bound the campaign again.
    private static func boundDigest(
        of campaign: String,
        in db: Database
    ) throws -> CampaignDigest? {
        let parts = CampaignDigest.Part.allCases
        let values = parts.map { "json_extract(detail, '$.\(key(of: $0))')" }
        let event = try Row.fetchOne(
            db,
            sql: """
                SELECT \(values.joined(separator: ", ")) FROM event
                WHERE campaign = ? AND kind IN \(EventKind.sqlList(where: \.canBind))
                AND json_valid(detail)
                AND json_type(detail, '$.\(key(of: .rows))') IS NOT NULL
                ORDER BY sequence DESC LIMIT 1
                """,
            arguments: [campaign]
        )
        return event.map { event in
            let found = zip(parts, event.databaseValues).map { part, value in
                (part, String.fromDatabaseValue(value).flatMap(Digest.init(hex:)))
            }
            return CampaignDigest(
                parts: Dictionary(uniqueKeysWithValues: found).compactMapValues(\.self)
            )
        }
    }

    private static func key(of part: CampaignDigest.Part) -> String { "bound_\(part.rawValue)" }

    /// For the detail of an event.
    static func detail(of digest: CampaignDigest) -> [String: String] {
        var detail = ["digest": digest.whole.hex]
        for (part, value) in digest.parts { detail[key(of: part)] = value.hex }
        return detail
    }
}
