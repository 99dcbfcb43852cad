import struct Crypto.HMAC
import struct Crypto.SHA256
import struct Crypto.SymmetricKey
package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// A plan that can be frozen, with everything that stays as it was at planning.
    package struct Frozen {
        package let plan: CampaignPlan
        package let facts: CampaignFacts
        package let letter: Letter

        package init(plan: CampaignPlan, facts: CampaignFacts, letter: Letter) {
            self.plan = plan
            self.facts = facts
            self.letter = letter
        }
    }

    /// Plans a campaign: everything in one transaction, or nothing.
    ///
    /// - Parameters:
    ///   - relay: The digest of the relay's settings.
    ///   - asOf: The moment `past` is judged by, if not the clock's.
    ///   - account: Who plans.
    ///   - now: The time of planning.
    ///   - timeZone: The authority's; the id is a day there.
    ///   - planning: Reads the schedule, with the draft to put rows into.
    /// - Returns: The campaign's id, the day and a running number.
    /// - Throws: `JournalError`, and what `planning` throws; nothing is stored then.
    package func plan(
        relay: Digest,
        asOf: Date?,
        account: String,
        at now: Date,
        timeZone: TimeZone,
        _ planning: (CampaignDraft) throws -> Frozen
    ) throws -> String {
        try write { db in
            let id = try Self.newCampaignID(on: now, zone: timeZone, in: db)
            try db.execute(
                sql: """
                    INSERT INTO campaign
                    (id, planned_at, planned_by, as_of, digest, relay_digest, facts, letter)
                    VALUES (?, ?, ?, ?, '', ?, '', '')
                    """,
                arguments: [id, now.seconds, account, asOf?.seconds, relay.hex]
            )
            let draft = try CampaignDraft(id, of: self, in: db)
            let frozen = try planning(draft)
            try draft.freeze(frozen.plan, facts: frozen.facts, letter: frozen.letter, at: now)
            return id
        }
    }

    /// Whether an earlier campaign has told this person of this appointment: accepted, or
    /// possibly accepted.
    func wasTold(_ contact: Contact, _ start: AppointmentTime, in db: Database) throws -> Bool {
        guard let key = noticeKey(contact, start) else { return false }
        return try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM notice JOIN delivery USING (message)
                    WHERE key = ? AND state IN \(DeliveryState.sqlList(where: \.countsAsTold)))
                    """
            ),
            arguments: [key]
        ) ?? false
    }

    func insert(
        _ message: PlannedMessage,
        key: RecipientKey,
        campaign: String,
        in db: Database
    ) throws -> Int64 {
        let recipient = message.recipient
        try db.cachedStatement(
            sql: """
                INSERT INTO message (campaign, id, digest, recipient, first_start)
                VALUES (?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                campaign, message.id.text, message.digest.hex, key.hash(of: recipient.address),
                recipient.appointments[0].start.epochSeconds,
            ]
        )
        let number = db.lastInsertedRowID
        try db.cachedStatement(
            sql: "INSERT INTO delivery (message, state) VALUES (?, \(DeliveryState.planned.sql))"
        ).execute(arguments: [number])
        for appointment in recipient.appointments {
            let contact = Contact(
                name: recipient.name,
                address: recipient.address,
                phone: nil,
                site: appointment.site,
                reference: appointment.reference
            )
            try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO notice VALUES (?, ?)"
            ).execute(arguments: [noticeKey(contact, appointment.start), number])
        }
        return number
    }

    /// A keyed hash of person and appointment; nil without an address.
    ///
    /// It holds no personal data and outlives its erasure, so that nobody is told twice; and where two
    /// people may be meant, telling one twice does less harm than telling one nothing.
    func noticeKey(_ contact: Contact, _ start: AppointmentTime) -> Data? {
        guard let address = contact.address else { return nil }
        let person = PersonKey(contact, address: address)
        var code = HMAC<SHA256>(key: SymmetricKey(data: noticeSecret))
        for field in [person.address] + person.identity + ["\(start.epochSeconds)"] {
            code.update(data: Data("\(field.utf8.count):\(field)".utf8))
        }
        return Data(code.finalize())
    }

    private static func newCampaignID(
        on now: Date,
        zone: TimeZone,
        in db: Database
    ) throws -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day], from: now)
        let day = LocalDay(
            year: parts.year ?? 1,
            month: parts.month ?? 1,
            day: parts.day ?? 1
        )
        let prefix = "\(day.map(String.init(describing:)) ?? "campaign")-"
        let used = try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM campaign WHERE substr(id, 1, ?) = ?",
            arguments: [prefix.count, prefix]
        )
        return prefix + String((used ?? 0) + 1)
    }

    /// Freezes what was just stored: read back, so that a fault in storing cannot hide.
    static func recordPlanned(
        _ id: String,
        digest: CampaignDigest,
        source: Digest,
        at now: Date,
        in db: Database
    ) throws {
        let tables = try ProofSnapshot(of: id, in: db)
        let detail = [
            "source": source.hex,
            "rows": "\(tables.rowCount)", "messages": "\(tables.messages.count)",
            "merkle_root": tables.merkleRoot, "rows_digest": tables.rowsDigest,
        ].merging(try PlannedFacts(of: id, in: db).facts) { $1 }
            .merging(detail(of: digest)) { $1 }
        try EventChain.append(Event(.planned, campaign: id, detail), at: now, in: db)
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension Date {
    /// Whole seconds since 1970, as the journal stores times.
    var seconds: Int { Int(timeIntervalSince1970.rounded(.down)) }

    init(seconds: Int) {
        self.init(timeIntervalSince1970: Double(seconds))
    }
}
