import Foundation
import GRDB
package import MailCore

extension Journal {
    /// Every campaign, the oldest first.
    package func campaigns() throws -> [CampaignRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM campaign ORDER BY planned_at, rowid")
                .map { try CampaignRecord(CampaignRow($0)) }
        }
    }

    /// One campaign.
    ///
    /// - Throws: `UnknownCampaign` if there is none of that name.
    package func campaign(_ id: String) throws -> CampaignRecord {
        let row = try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM campaign WHERE id = ?", arguments: [id])
        }
        guard let row else { throw UnknownCampaign(id: id, known: try campaigns().map(\.id)) }
        return try CampaignRecord(CampaignRow(row))
    }

    /// The whole id of the campaign that somebody means.
    ///
    /// - Parameter typed: An id, or so much of its beginning that no other campaign begins so; at least eight
    ///   characters, as for a digest.
    /// - Returns: The id; what was typed where no campaign begins so.
    /// - Throws: `AmbiguousCampaign` if several do.
    package func campaignID(_ typed: String) throws -> String {
        let ids = try read { try String.fetchAll($0, sql: "SELECT id FROM campaign ORDER BY id") }
        guard !ids.contains(typed) else { return typed }
        let meant = ids.filter { Self.isCampaign($0, named: typed) }
        guard meant.count < 2 else { throw AmbiguousCampaign(typed: typed, meant: meant) }
        return meant.first ?? typed
    }

    /// The whole id of the message that somebody means.
    ///
    /// - Parameter typed: An id, or so much of its beginning that no other message begins so; at least eight
    ///   characters.
    /// - Returns: The id; what was typed where it is not clear which one is meant.
    /// - Throws: `JournalError`.
    package func messageID(_ typed: String) throws -> String {
        guard typed.utf8.count >= Digest.shortestName else { return typed }
        let meant = try read { db in
            try String.fetchAll(
                db,
                sql: "SELECT id FROM message WHERE id >= ? AND id < ? LIMIT 2",
                arguments: [typed, typed + "g"]
            )
        }
        return meant.count == 1 ? meant[0] : typed
    }

    /// Whether somebody may mean this campaign: by its whole id, or by the beginning of it.
    package static func isCampaign(_ id: String, named typed: String) -> Bool {
        id == typed || typed.utf8.count >= Digest.shortestName && id.hasPrefix(typed)
    }

    /// Visits every row with its class, in the order of the file.
    ///
    /// No personal data.
    package func forEachRow(of campaign: String, _ visit: (RowRecord) throws -> Void) throws {
        try read { try Self.forEachRow(of: campaign, in: $0, visit) }
    }

    /// The rows that need anybody's attention or get a message; the others, which may be millions,
    /// are only counted.
    package func rowsOfInterest(of campaign: String) throws -> [RowRecord] {
        var rows: [RowRecord] = []
        try read { db in
            let condition = "AND class IN \(RowClass.sqlList { $0.isKept || $0.isProblem })"
            try Self.forEachRow(of: campaign, condition, in: db) { rows.append($0) }
        }
        return rows
    }

    static func forEachRow(
        of campaign: String,
        _ condition: String = "",
        in db: Database,
        _ visit: (RowRecord) throws -> Void
    ) throws {
        let values = try Self.valueNumbers(of: campaign, in: db)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(RowRecord.columns) FROM row \(RowRecord.joins)
                WHERE row.campaign = ? \(condition) ORDER BY row.row
                """,
            arguments: [campaign]
        )
        while let row = try rows.next() { try visit(RowRecord(row, values)) }
    }

    /// How many rows are in each class; zeros included.
    package func classCounts(of campaign: String) throws -> [RowClass: Int] {
        try read { try Self.classCounts(of: campaign, in: $0) }
    }

    static func classCounts(of campaign: String, in db: Database) throws -> [RowClass: Int] {
        var counts = Dictionary(uniqueKeysWithValues: RowClass.allCases.map { ($0, 0) })
        let found = try Row.fetchAll(
            db,
            sql: "SELECT class, count(*) AS count FROM row WHERE campaign = ? GROUP BY class",
            arguments: [campaign]
        )
        for row in found {
            counts[try row.known(FileRow.Columns.rowClass)] = row["count"]
        }
        return counts
    }

    /// How many deliveries stand in each state.
    package func deliveryCounts(of campaign: String) throws -> DeliveryCounts {
        var counts = DeliveryCounts()
        let found = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT state, count(*) AS count FROM delivery
                    JOIN message ON message.number = delivery.message
                    WHERE campaign = ? GROUP BY state
                    """,
                arguments: [campaign]
            )
        }
        for row in found {
            counts[try row.known(DeliveryRow.Columns.state)] = row["count"]
        }
        return counts
    }

    /// Visits every message of a campaign with its recipient, in the order of sending.
    package func forEachMessage(
        of campaign: String,
        _ visit: (StoredMessage) throws -> Void
    ) throws {
        let numbers = try read { db in
            try Int64.fetchAll(
                db,
                // Without those whose person was erased.
                sql: """
                    SELECT number FROM message WHERE campaign = ? AND opening IS NOT NULL
                    ORDER BY first_start, number
                    """,
                arguments: [campaign]
            )
        }
        for number in numbers {
            try visit(try read { try Self.message(number, in: $0) })
        }
    }

    /// What the guard compares every message with: the keyed hashes of everybody's data.
    package func values(of campaign: String) throws -> CampaignValues {
        try read { db in try Self.values(of: campaign, in: db) }
    }

    static func values(of campaign: String, in db: Database) throws -> CampaignValues {
        var values = CampaignValues()
        let contacts = try Row.fetchCursor(
            db,
            sql: "SELECT * FROM contact WHERE campaign = ? ORDER BY row",
            arguments: [campaign]
        )
        let fine = try fineRows(of: campaign, in: db)
        let seal = try CampaignSeal(of: campaign, in: db)
        while let record = try contacts.next() {
            guard let contact = try seal.kept(in: record)?.contact else { continue }
            let row: Int = record[ContactRow.Columns.row]
            values.add(contact, row: row)
            if fine.contains(row) { values.allow(contact, row: row) }
        }
        return values
    }

    /// A message's number and id, and whether anything of its recipient is still there.
    package struct MessageEntry: Sendable {
        package let number: Int64
        package let id: String
        package let hasContact: Bool
    }

    /// Every message of a campaign, in the order of sending.
    package func messageNumbers(of campaign: String) throws -> [MessageEntry] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT number, id, EXISTS (SELECT 1 FROM row JOIN contact USING (campaign, row)
                        WHERE row.message = number) AS has_contact
                    FROM message WHERE campaign = ? ORDER BY first_start, number
                    """,
                arguments: [campaign]
            ).map {
                MessageEntry(
                    number: $0[MessageRow.number],
                    id: $0[MessageRow.Columns.id],
                    hasContact: $0["has_contact"]
                )
            }
        }
    }

    /// One message with its recipient.
    ///
    /// - Throws: `JournalError` if it cannot be read as it was stored.
    package func message(_ number: Int64) throws -> StoredMessage {
        try read { db in try Self.message(number, in: db) }
    }

    /// The first of a campaign's messages from a number on that are still to go, each with its recipient: for
    /// many, two questions to the journal instead of two for each.
    ///
    /// - Parameters:
    ///   - number: Of the first that may be among them.
    ///   - campaign: Whose they are.
    ///   - count: How many at most.
    /// - Returns: In the order of their numbers.
    /// - Throws: `JournalError`.
    package func openMessages(from number: Int64, of campaign: String, _ count: Int) throws
        -> [StoredMessage]
    {
        let (seal, messages, contacts) = try read { db in
            let messages = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT message.*, state FROM message
                        JOIN delivery ON delivery.message = number
                        WHERE campaign = ? AND number >= ?
                        AND state IN \(DeliveryState.sqlList(where: \.isOpen))
                        ORDER BY number LIMIT ?
                        """
                ),
                arguments: [campaign, number, count]
            )
            let last: Int64 = messages.last?[MessageRow.number] ?? number
            let contacts = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT contact.*, row.start, row.second_start, row.message FROM row
                        JOIN contact ON contact.campaign = row.campaign AND contact.row = row.row
                        WHERE row.message BETWEEN ? AND ? ORDER BY row.message, row.row
                        """
                ),
                arguments: [number, last]
            )
            return (try CampaignSeal(of: campaign, in: db), messages, contacts)
        }
        let people = Dictionary(grouping: contacts) { $0[FileRow.Columns.message] as Int64 }
        return try messages.map {
            try StoredMessage($0, contacts: people[$0[MessageRow.number]] ?? [], seal)
        }
    }

    /// One message with its recipient.
    static func message(_ number: Int64, in db: Database) throws -> StoredMessage {
        let message = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT message.*, state FROM message
                    JOIN delivery ON delivery.message = number WHERE number = ?
                    """
            ),
            arguments: [number]
        )
        let contacts = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT contact.*, row.start, row.second_start FROM row
                    JOIN contact ON contact.campaign = row.campaign AND contact.row = row.row
                    WHERE row.message = ? ORDER BY row.row
                    """
            ),
            arguments: [number]
        )
        guard let message else {
            throw JournalError("a message of the journal has lost its recipient")
        }
        let seal = try CampaignSeal(of: message[MessageRow.Columns.campaign], in: db)
        return try StoredMessage(message, contacts: contacts, seal)
    }
}

/// Several campaigns begin like that (exit code 64).
package struct AmbiguousCampaign: PrintableError, Sendable {
    package let typed: String
    package let meant: [String]

    package var words: Sentence {
        Sentence(
            en:
                "several campaigns begin with “\(typed)”: \(meant.joined(separator: ", ")); type the whole of one",
            de:
                "Mehrere Aktionen beginnen mit „\(typed)“: \(meant.joined(separator: ", ")); tippen Sie eine davon ganz ein"
        )
    }
}

/// No campaign has that id (exit code 64).
package struct UnknownCampaign: PrintableError, Sendable {
    package let id: String
    package let known: [String]

    package init(id: String, known: [String]) {
        self.id = id
        self.known = known
    }

    package var words: Sentence {
        guard !known.isEmpty else {
            return Sentence(
                en: "there is no campaign yet; begin with: einzelpost plan FILE",
                de: "Es gibt noch keine Aktion; der Anfang ist: einzelpost plan DATEI"
            )
        }
        return Sentence(
            en: "there is no campaign “\(id)”; there are: \(known.joined(separator: ", "))",
            de: "Eine Aktion „\(id)“ gibt es nicht; es gibt: \(known.joined(separator: ", "))"
        )
    }
}
