package import Foundation
import GRDB
package import MailCore

/// A row whose person an earlier campaign has written to, or tried to.
///
/// Personal data.
package struct EarlierRow: Sendable {
    /// What it became a message of.
    package let message: Int64
    /// Where that message stands.
    package let state: DeliveryState
    /// When it came there; nil for one that nothing has happened to.
    package let at: Date?
    /// The row as one that gets a message, with whoever was written to.
    package let row: ClassifiedRow
}

/// Whom an earlier campaign has written to, or tried to.
package struct EarlierPeople: Sendable {
    /// In the order of the file.
    package let rows: [EarlierRow]
    /// Messages of which nobody is kept any more, because their person was erased.
    package let erased: Int

    package init(rows: [EarlierRow], erased: Int) {
        self.rows = rows
        self.erased = erased
    }

    /// How many messages there are in each state, and from when to when they came there.
    package var sums: [FollowUp.Before] {
        DeliveryState.allCases.compactMap { state in
            let found = rows.filter { $0.state == state }
            guard !found.isEmpty else { return nil }
            let moments = found.compactMap { $0.at?.seconds }
            return FollowUp.Before(
                state: state,
                messages: Set(found.map(\.message)).count,
                first: moments.min(),
                last: moments.max()
            )
        }
    }
}

extension Journal {
    /// Whom a campaign has written to, or tried to: each with the address and the appointment of the message.
    ///
    /// - Parameters:
    ///   - campaign: Its people must be there still, and their key.
    ///   - states: Where their messages stand.
    /// - Returns: All of them.
    /// - Throws: `JournalError`, also without a key.
    package func people(
        of campaign: CampaignRecord,
        in states: Set<DeliveryState>
    ) throws -> EarlierPeople {
        try read { db in
            let seal = try CampaignSeal(of: campaign.id, in: db)
            let moments = try Self.lastEvents(of: campaign.id, in: db)
            let found = try Row.fetchCursor(
                db,
                sql: """
                    SELECT row.*, state, proof_id, contact.sealed AS sealed FROM row
                    JOIN message ON number = row.message
                    JOIN delivery ON delivery.message = number
                    LEFT JOIN contact
                        ON contact.campaign = row.campaign AND contact.row = row.row
                    WHERE row.campaign = ? ORDER BY row.row
                    """,
                arguments: [campaign.id]
            )
            var (rows, erased): ([EarlierRow], Set<Int64>) = ([], [])
            while let row = try found.next() {
                let state: DeliveryState = try row.known(DeliveryRow.Columns.state)
                guard states.contains(state), let message: Int64 = row["message"] else { continue }
                guard let contact = try seal.kept(in: row)?.contact else {
                    erased.insert(message)
                    continue
                }
                let at = moments[row[MessageRow.Columns.proofID]]
                let kept = try Self.row(row, contact)
                rows.append(EarlierRow(message: message, state: state, at: at, row: kept))
            }
            return EarlierPeople(rows: rows, erased: erased.count)
        }
    }

    private static func row(_ row: Row, _ contact: Contact) throws -> ClassifiedRow {
        let stored = try FileRow(row)
        guard stored.start != nil else {
            throw JournalError("an appointment of the journal is damaged")
        }
        return ClassifiedRow(
            row: stored.row,
            line: stored.line,
            rowClass: .send,
            reasons: [],
            start: stored.start,
            second: stored.second,
            contact: contact
        )
    }

    /// When the last thing happened to each message that brought it where it stands, by its name in events.
    private static func lastEvents(
        of campaign: String,
        in db: Database
    ) throws -> [String: Date] {
        var moments: [String: Date] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT message, max(at) AS at FROM event
                WHERE campaign = ? AND message IS NOT NULL GROUP BY message
                """,
            arguments: [campaign]
        )
        while let row = try rows.next() { moments[row["message"]] = Date(seconds: row["at"]) }
        return moments
    }
}
