package import Foundation
import GRDB
package import MailCore

/// What is kept of one person in one campaign.
///
/// Personal data.
package struct PersonTrace: Sendable {
    package let campaign: String
    package let row: RowRecord
    package let contact: Contact
    /// What became of the message, the oldest first.
    package let events: [Event]

    /// When something happened to the message, and what.
    package struct Event: Sendable {
        package let at: Date
        package let kind: String
        /// What the relay made of it, and with which code; nil for what is no verdict.
        package let verdict: String?
    }
}

extension PersonTrace.Event {
    fileprivate init(_ event: ChainEvent) {
        let detail = try? JSONDecoder().decode(
            [String: String].self,
            from: Data(event.detail.utf8)
        )
        let words = ["verdict", "code", "enhanced"].compactMap { detail?[$0] }
        at = Date(timeIntervalSince1970: Double(event.at))
        kind = event.kind
        verdict = words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension Journal {
    /// Everything that is kept of whoever has an address or a booking reference.
    ///
    /// - Parameters:
    ///   - text: An address, or a reference; upper and lower case are one.
    ///   - campaigns: Where to look.
    /// - Returns: In the order of the campaigns and rows. A campaign without a key, and one that is erased,
    ///   is passed over.
    /// - Throws: `JournalError`.
    package func traces(
        of text: String,
        in campaigns: [CampaignRecord]
    ) throws -> [PersonTrace] {
        try read { db in
            try campaigns.flatMap { campaign -> [PersonTrace] in
                let seal = try CampaignSeal(of: campaign.id, in: db)
                guard campaign.erasedAt == nil, seal.isKeyThere else { return [] }
                let rows = try Self.rows(of: text, of: campaign.id, seal, in: db)
                let values = try Self.valueNumbers(of: campaign.id, in: db)
                return try rows.map { try Self.trace($0, of: campaign.id, seal, values, in: db) }
            }
        }
    }

    private static func rows(
        of text: String,
        of campaign: String,
        _ seal: CampaignSeal,
        in db: Database
    ) throws -> [Int] {
        let hasher = try seal.hasher()
        let address = (try? EmailAddress(parsing: text)).map { ContactRow.hash(of: $0, hasher) }
        return try Int.fetchAll(
            db,
            sql: """
                SELECT row FROM contact WHERE campaign = ?1
                AND (address_hash = ?2 OR planned_address_hash = ?2 OR reference_hash = ?3)
                ORDER BY row
                """,
            arguments: [campaign, address, ContactRow.hash(ofReference: text, hasher)]
        )
    }

    private static func trace(
        _ row: Int,
        of campaign: String,
        _ seal: CampaignSeal,
        _ values: [Int: Int],
        in db: Database
    ) throws -> PersonTrace {
        let stored = try Row.fetchOne(
            db,
            sql: """
                SELECT \(RowRecord.columns), proof_id FROM row \(RowRecord.joins)
                WHERE row.campaign = ? AND row.row = ?
                """,
            arguments: [campaign, row]
        )
        let contact = try Row.fetchOne(
            db,
            sql: "SELECT * FROM contact WHERE campaign = ? AND row = ?",
            arguments: [campaign, row]
        )
        guard let stored, let contact, let kept = try seal.kept(in: contact) else {
            throw JournalError("a row of the journal has gone")
        }
        guard try ContactRow.isFoundRightly(contact, kept, seal.hasher()) else {
            throw JournalError(
                "row \(row) of \(campaign) is found by another address or reference than it holds, so somebody "
                    + "has changed the journal; keep it as it is. Nobody was shown, and nothing was erased"
            )
        }
        let events = try Row.fetchAll(
            db,
            sql: "SELECT * FROM event WHERE campaign = ? AND message = ? ORDER BY sequence",
            arguments: [campaign, stored["proof_id"] as String?]
        )
        return PersonTrace(
            campaign: campaign,
            row: try RowRecord(stored, values),
            contact: kept.contact,
            events: events.map { PersonTrace.Event(EventRow($0).event) }
        )
    }
}
