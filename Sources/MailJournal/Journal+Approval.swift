package import Foundation
import GRDB
package import MailCore

/// Somebody's word that a campaign may be sent as it is.
package struct ApprovalRecord: Sendable {
    package let digest: Digest
    /// As given with `--by`.
    package let name: String
    package let official: Official
    package let at: Date
}

extension Journal {
    /// Binds an approval to the campaign's digest.
    ///
    /// - Parameters:
    ///   - campaign: As it stands now.
    ///   - name: As given with `--by`.
    ///   - official: Who approves.
    ///   - now: The time of the approval.
    /// - Throws: `JournalError`.
    package func approve(
        _ campaign: CampaignRecord,
        as name: String,
        by official: Official,
        at now: Date
    ) throws {
        try write { db in
            let approval = ApprovalRow(
                campaign: campaign.id,
                digest: campaign.digest.hex,
                name: name,
                official: official,
                at: now.seconds
            )
            try approval.insert(in: db)
            // The name of who approved is the authority's own record, and stands in the approval
            // table alone; the chain holds what was approved, and a keyed hash of who did.
            let by = try OfficialKey(in: db).hash(.approval(name: name), by: official)
            let event = Event(
                .approved,
                campaign: campaign.id,
                ["digest": campaign.digest.hex, "by": by]
            )
            try EventChain.append(event, at: now, in: db)
        }
    }

    /// The latest approval of the campaign's present digest; nil if there is none, or if the
    /// campaign has changed since.
    package func approval(of campaign: CampaignRecord) throws -> ApprovalRecord? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM approval WHERE campaign = ? AND digest = ?
                    ORDER BY at DESC, rowid DESC LIMIT 1
                    """,
                arguments: [campaign.id, campaign.digest.hex]
            ).map(ApprovalRow.init)
        }.map { approval in
            ApprovalRecord(
                digest: campaign.digest,
                name: approval.name,
                official: approval.official,
                at: Date(seconds: approval.at)
            )
        }
    }

    /// Takes the messages of these rows out of the campaign, and rows that wait for a decision with
    /// them.
    ///
    /// The digest changes, so an approval is void.
    ///
    /// - Returns: How many messages were withdrawn, and how many rows without one were left out.
    /// - Throws: `WithdrawError` if a row has nothing to withdraw; then nothing is changed.
    package func withdraw(
        rows: [Int],
        from campaign: CampaignRecord,
        at now: Date
    ) throws -> (messages: Int, rows: Int) {
        try write { db in
            let told = Set(try witness?.suspects(in: db).map(\.number) ?? [])
            var numbers: Set<Int64> = []
            var events: [Event] = []
            for row in Set(rows).sorted() {
                switch try Self.withdraw(row: row, from: campaign.id, in: db) {
                case .message(let number):
                    // Nobody who may have been told may be called taken out.
                    guard !told.contains(number) else { throw WithdrawError.mayBeTold(row) }
                    numbers.insert(number)
                case .row(let rowClass):
                    let detail = ["row": "\(row)", "class": rowClass.rawValue]
                    events.append(Event(.withdrawn, campaign: campaign.id, detail))
                }
            }
            let leftOut = events.count
            for number in numbers.sorted() {
                try Self.apply(.withdrawn, to: number, reason: .withdrawn, in: db)
                let id = try Self.proofID(ofMessage: number, in: db)
                events.append(Event(.withdrawn, campaign: campaign.id, message: id))
            }
            try Self.record(events, bindingAnew: campaign.id, at: now, in: db)
            try Self.finishIfDone(campaign.id, at: now, in: db)
            return (numbers.count, leftOut)
        }
    }

    /// The last event carries the digest that the campaign has from now on.
    private static func record(
        _ events: [Event],
        bindingAnew campaign: String,
        at now: Date,
        in db: Database
    ) throws {
        let digest = try bind(campaign, in: db)
        for event in events.dropLast() { try EventChain.append(event, at: now, in: db) }
        guard let last = events.last else { return }
        let detail = last.detail.merging(detail(of: digest)) { $1 }
        let binding = Event(.withdrawn, campaign: campaign, message: last.message, detail)
        try EventChain.append(binding, at: now, in: db)
    }

    /// What leaves a campaign, as it is stored.
    private enum Withdrawn {
        /// The number of a message.
        case message(Int64)
        /// A row by itself, which now has this class.
        case row(RowClass)
    }

    private static func withdraw(
        row: Int,
        from campaign: String,
        in db: Database
    ) throws -> Withdrawn {
        let found = try Row.fetchOne(
            db,
            sql: "SELECT * FROM row WHERE campaign = ? AND row = ?",
            arguments: [campaign, row]
        )
        guard let stored = try found.map(FileRow.init) else { throw WithdrawError.noSuchRow(row) }
        let delivery = try stored.message.map { try Self.delivery($0, in: db) }
        switch try WithdrawnPart(of: row, stored.rowClass, state: delivery?.state) {
        case .row:
            let decided = try undecided(row, of: campaign, in: db).leftOut
            try change(decided, of: campaign, in: db)
            return .row(decided.after)
        case .message:
            guard let delivery else { throw WithdrawError.noMessage(row) }
            return .message(delivery.message)
        }
    }
}
