package import struct Foundation.Date
import GRDB
package import MailCore

extension Journal {
    /// How many rows of a campaign no message tells, by cause; nothing of people is read.
    ///
    /// - Throws: `JournalError`.
    package func unreachedRows(of campaign: String) throws -> [UnreachedCause: Int] {
        try read { db in
            let groups = try Row.fetchAll(
                db,
                sql: """
                    SELECT class, answer, state, count(*) AS rows FROM row \(RowRecord.joins)
                    WHERE row.campaign = ? GROUP BY class, answer, state
                    """,
                arguments: [campaign]
            )
            var counts: [UnreachedCause: Int] = [:]
            for group in groups {
                let state: String? = group[DeliveryRow.Columns.state]
                let answer: String? = group[FileRow.Columns.answer]
                let cause = UnreachedCause(
                    rowClass: try group.known(FileRow.Columns.rowClass),
                    answer: answer.flatMap(RowAnswer.init(rawValue:)),
                    state: state.flatMap(DeliveryState.init(rawValue:))
                )
                if let cause { counts[cause, default: 0] += group["rows"] }
            }
            return counts
        }
    }

    /// Visits whatever is kept of people in a campaign, which must have its key.
    package func forEachContact(of campaign: String, _ visit: (Contact) throws -> Void) throws {
        try read { db in
            let seal = try CampaignSeal(of: campaign, in: db)
            let contacts = try Row.fetchCursor(
                db,
                sql: "SELECT * FROM contact WHERE campaign = ? ORDER BY row",
                arguments: [campaign]
            )
            while let row = try contacts.next() {
                if let contact = try seal.kept(in: row)?.contact { try visit(contact) }
            }
        }
    }

    /// Everyone of a campaign whom no message has told, in the order of the file.
    ///
    /// A row whose contact is lost is there all the same, with nothing but its time: somebody must
    /// look it up. Of an erased campaign that would be everybody, so it must not be asked.
    ///
    /// - Parameters:
    ///   - campaign: Its id.
    ///   - near: Whoever is not told yet and has an appointment before it is there, too; nil for nobody.
    /// - Returns: All of them, with why.
    /// - Throws: `JournalError`.
    package func unreached(of campaign: String, near: Date? = nil) throws -> [UnreachedPerson] {
        try read { db in
            var people: [UnreachedPerson] = []
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(RowRecord.columns),
                        sealed FROM row LEFT JOIN contact
                        ON contact.campaign = row.campaign AND contact.row = row.row
                    \(RowRecord.joins)
                    WHERE row.campaign = ? ORDER BY row.row
                    """,
                arguments: [campaign]
            )
            let values = try Self.valueNumbers(of: campaign, in: db)
            let seal = try CampaignSeal(of: campaign, in: db)
            while let row = try rows.next() {
                let record = try RowRecord(row, values)
                let cause = UnreachedCause(
                    rowClass: record.rowClass,
                    answer: record.answer,
                    state: record.state,
                    isNear: record.start.map { Double($0.epochSeconds) }
                        .map { $0 < near?.timeIntervalSince1970 ?? -.infinity } ?? false
                )
                guard let cause else { continue }
                people.append(
                    UnreachedPerson(
                        row: record.row,
                        start: record.start,
                        second: record.second,
                        contact: try seal.kept(in: row)?.contact ?? .unknown,
                        cause: cause
                    )
                )
            }
            return people
        }
    }
}
