import struct Crypto.SymmetricKey
package import Foundation
import GRDB
package import MailCore

extension Journal {
    /// A plan that can be stored, with everything that stays as it was at planning.
    package struct PlannedCampaign {
        package let plan: CampaignPlan
        package let facts: CampaignFacts
        package let letter: Letter
        /// What is cancelled by e-mail, by day, site and service.
        package let parts: [CancelledPart]

        package init(
            plan: CampaignPlan,
            facts: CampaignFacts,
            letter: Letter,
            parts: [CancelledPart]
        ) {
            self.plan = plan
            self.facts = facts
            self.letter = letter
            self.parts = parts
        }
    }

    /// Plans a campaign: everything in one transaction, or nothing.
    ///
    /// - Parameters:
    ///   - relay: The digest of the relay's settings.
    ///   - asOf: The moment `past` is judged by, if not the clock's.
    ///   - planner: Who plans.
    ///   - now: The time of planning.
    ///   - timeZone: The authority's; the id is a day there.
    ///   - randomness: Must be one that nobody can foretell: salts are drawn from it.
    ///   - planning: Reads the schedule, with the draft to put rows into.
    /// - Returns: The campaign's id, the day and a running number.
    /// - Throws: `JournalError`, and what `planning` throws; nothing is stored then.
    package func plan(
        relay: Digest,
        asOf: Date?,
        by planner: Official,
        at now: Date,
        timeZone: TimeZone,
        randomness: Randomness,
        _ planning: (CampaignDraft) throws -> PlannedCampaign
    ) throws -> String {
        // In a transaction of its own: what is known of the key must not go with a plan that fails.
        try write { _ = try noticeKey.code(in: $0, keys) }
        return try write { db in
            let id = try Self.newCampaignID(on: now, zone: timeZone, in: db)
            // On the disk before anything is sealed with it; one of a plan that fails opens nothing.
            try keys.add([KeyStore.name(of: id): Secret.unforeseeable(in: db)])
            try CampaignRow(
                draft: id,
                by: planner,
                at: now.seconds,
                asOf: asOf?.seconds,
                relay: relay
            ).insert(in: db)
            let draft = try CampaignDraft(id, of: self, randomness: randomness, in: db)
            try draft.store(planning(draft), at: now)
            return id
        }
    }

    func insert(
        _ message: PlannedMessage,
        _ hashes: MessageHashes,
        _ telling: Telling,
        campaign: String,
        in db: Database
    ) throws -> Int64 {
        let records = try MessageRecords(
            message,
            hashes,
            telling,
            campaign: campaign,
            CampaignSeal(of: campaign, in: db),
            noticeKey.code(in: db, keys)
        )
        return try MessageStore(in: db).add(records)
    }

    /// The same of many, which are hashed and sealed on all processors at once.
    ///
    /// - Returns: The number of the message that answers each row.
    func insert(
        _ messages: [(PlannedMessage, MessageHashes)],
        _ telling: Telling,
        campaign: String,
        in db: Database
    ) throws -> [Int: Int64] {
        let seal = try CampaignSeal(of: campaign, in: db)
        let code = try noticeKey.code(in: db, keys)
        let store = try MessageStore(in: db)
        var numbers: [Int: Int64] = [:]
        for start in stride(from: 0, to: messages.count, by: Self.insertedTogether) {
            let part = Array(messages[start..<min(start + Self.insertedTogether, messages.count)])
            let records = part.parallelMap(each: {}) { _, message in
                Result {
                    try MessageRecords(
                        message.0,
                        message.1,
                        telling,
                        campaign: campaign,
                        seal,
                        code
                    )
                }
            }
            for ((message, _), records) in zip(part, records) {
                let number = try store.add(records.get())
                for row in message.rows { numbers[row] = number }
            }
        }
        return numbers
    }

    /// What waits for the one writer must not grow with the campaign.
    private static let insertedTogether = 4096

    private static func newCampaignID(
        on now: Date,
        zone: TimeZone,
        in db: Database
    ) throws -> String {
        let prefix = "\(LocalDay(of: now, in: zone))-"
        let used = try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM campaign WHERE substr(id, 1, ?) = ?",
            arguments: [prefix.count, prefix]
        )
        return prefix + String((used ?? 0) + 1)
    }

    /// Records what was just stored: read back, so that a fault in storing cannot hide.
    static func recordPlanned(
        _ id: String,
        digest: CampaignDigest,
        source: Digest,
        at now: Date,
        in db: Database
    ) throws {
        let snapshot = try ProofSnapshot(of: id, in: db)
        let detail = [
            "source": try PlanKey(in: db).hash("source", source.hex, of: id),
            "rows": "\(snapshot.rowCount)", "messages": "\(snapshot.messages.count)",
            "merkle_root": snapshot.merkleRoot, "rows_digest": snapshot.rowsDigest,
            "guard": "\(MessageGuard.version)",
        ].merging(try PlannedFacts(of: id, in: db).facts) { $1 }
            .merging(detail(of: digest)) { $1 }
        let event = Event(.planned, campaign: id, detail.merging(form(of: snapshot)) { $1 })
        try EventChain.append(event, at: now, in: db)
    }

    private static func form(of snapshot: ProofSnapshot) -> [String: String] {
        snapshot.form.planned.map { ["form": $0] } ?? [:]
    }

    /// What is cancelled by e-mail, by day, site and service, as planned; none where that is not known, or
    /// not any more.
    package func parts(of campaign: CampaignRecord) throws -> [CancelledPart] {
        if let parts = campaign.facts.parts { return parts }
        return try read { db in
            let seal = try CampaignSeal(of: campaign.id, in: db)
            guard let sealed = try CampaignRow.find(campaign.id, in: db).parts, seal.isKeyThere
            else { return [] }
            let octets = try seal.open(sealed, .campaign, "parts")
            return try JSONDecoder().decode([CancelledPart].self, from: Data(octets))
        }
    }

    static func sealed(
        _ parts: [CancelledPart],
        of campaign: String,
        in db: Database
    ) throws -> Data {
        try CampaignSeal(of: campaign, in: db).seal(
            Array(try json(parts).utf8),
            .campaign,
            "parts"
        )
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
