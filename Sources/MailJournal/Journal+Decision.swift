package import Foundation
import GRDB
package import MailCore

/// What a decision came to.
package struct DecisionRecord: Sendable {
    /// Rows that have got another class or message, ascending.
    package let changed: [RowRecord]
    /// Rows that already stood where the answer would have put them, ascending.
    package let unchanged: [RowRecord]
}

extension Journal {
    /// A person says that these rows get no message: all of them, or none.
    ///
    /// The digest changes, so an approval is void. Rows that could not be read can be left out at any
    /// time, and change nothing.
    ///
    /// - Parameters:
    ///   - rows: As a spreadsheet numbers them.
    ///   - answer: `phone` or `leaveOut`.
    ///   - campaign: Whose rows they are; nothing of it may have been sent.
    ///   - official: Who decides.
    ///   - now: The time of the decision.
    /// - Returns: What became of the rows.
    /// - Throws: `DecisionError` if one of them cannot be answered so.
    package func decide(
        rows: [Int],
        _ answer: RowAnswer,
        of campaign: CampaignRecord,
        by official: Official,
        at now: Date
    ) throws -> DecisionRecord {
        try write { db in
            let unread =
                answer == .leaveOut ? try Self.unread(among: rows, of: campaign.id, in: db) : []
            let others = Set(rows).subtracting(unread).sorted()
            if !others.isEmpty { try Self.checkNotBegun(campaign.id, in: db) }
            let answered = try Self.answer(
                unread: unread,
                of: campaign.id,
                by: official,
                at: now,
                in: db
            )
            var changed: [Int] = []
            for row in others {
                let record = try Self.undecided(row, of: campaign.id, in: db)
                guard let decided = try record.decided(answer) else { continue }
                try Self.answer(decided, of: campaign.id, by: official, at: now, in: db)
                changed.append(row)
            }
            if !changed.isEmpty { try Self.replan(campaign.id, at: now, in: db) }
            return try Self.outcome(
                Set(rows),
                changed: Set(changed + answered),
                of: campaign.id,
                in: db
            )
        }
    }

    /// A person says that nobody is mailed on whose row there is a doubt: whoever has a phone number
    /// is called, the others get a letter or a notice.
    ///
    /// - Returns: The rows, now decided; none if nothing was doubtful.
    /// - Throws: `DecisionError` if sending has begun.
    package func decideDoubtfulByPhone(
        of campaign: CampaignRecord,
        by official: Official,
        at now: Date
    ) throws -> DecisionRecord {
        try write { db in
            try Self.checkNotBegun(campaign.id, in: db)
            let rows = try Int.fetchAll(
                db,
                sql: """
                    SELECT row FROM row WHERE campaign = ? AND class = \(RowClass.needsDecision.sql)
                    ORDER BY row
                    """,
                arguments: [campaign.id]
            )
            for row in rows {
                let decided = try Self.undecided(row, of: campaign.id, in: db).decidedByPhone
                try Self.answer(decided, of: campaign.id, by: official, at: now, in: db)
            }
            if !rows.isEmpty { try Self.replan(campaign.id, at: now, in: db) }
            return try Self.outcome(Set(rows), changed: Set(rows), of: campaign.id, in: db)
        }
    }

    /// Who has decided to write to somebody, each once.
    package func officialsThatDecidedToSend(of campaign: String) throws -> [Official] {
        let rulings = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT ruling.* FROM ruling JOIN event ON event.sequence = ruling.event
                    WHERE campaign = ? AND kind = \(EventKind.decided.sql)
                    AND event.message IS NOT NULL ORDER BY event.sequence
                    """,
                arguments: [campaign]
            ).map(RulingRow.init)
        }
        var seen: Set<Official> = []
        return rulings.map(\.official).filter { seen.insert($0).inserted }
    }
}

extension Journal {
    static func undecided(
        _ row: Int,
        of campaign: String,
        in db: Database
    ) throws -> UndecidedRow {
        let found = try Row.fetchOne(
            db,
            sql: "SELECT * FROM row WHERE campaign = ? AND row = ?",
            arguments: [campaign, row]
        )
        guard let stored = try found.map(FileRow.init) else { throw DecisionError.noSuchRow(row) }
        let contact = try Row.fetchOne(
            db,
            sql: "SELECT * FROM contact WHERE campaign = ? AND row = ?",
            arguments: [campaign, row]
        )
        return UndecidedRow(
            row: row,
            line: stored.line,
            rowClass: stored.rowClass,
            start: stored.start,
            second: stored.second,
            isHalfKnown: stored.isHalfKnown,
            contact: try contact.flatMap {
                try CampaignSeal(of: campaign, in: db).kept(in: $0)?.contact
            }
        )
    }

    /// Sending must not have begun: what has gone out was approved as it was.
    static func checkNotBegun(_ campaign: String, in db: Database) throws {
        let stored = try CampaignRow.find(campaign, in: db)
        try DecisionError.check(
            campaign,
            hasBegun: stored.startedAt != nil || stored.finishedAt != nil,
            isErased: stored.erasedAt != nil
        )
    }

    static func answer(
        _ decided: DecidedRow,
        of campaign: String,
        by official: Official,
        at now: Date,
        in db: Database
    ) throws {
        try change(decided, of: campaign, in: db)
        let event = event(decided, of: campaign)
        try record(event, .decision, by: official, at: now, in: db)
    }

    /// What the chain records of a decision.
    static func event(
        _ decided: DecidedRow,
        of campaign: String,
        message: String? = nil,
        digestBefore: String? = nil
    ) -> Event {
        var detail = [
            "row": "\(decided.row)", "answer": decided.answer.rawValue,
            "before": decided.before.rawValue, "class": decided.after.rawValue,
        ]
        if decided.hasGivenStart { detail["start"] = "given" }
        detail["digest_before"] = digestBefore
        return Event(.decided, campaign: campaign, message: message, detail)
    }

    static func change(_ decided: DecidedRow, of campaign: String, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE row SET class = ?, answer = ?, start_given = ? WHERE campaign = ? AND row = ?
                """,
            arguments: [
                decided.after.rawValue, decided.answer.rawValue, decided.hasGivenStart, campaign,
                decided.row,
            ]
        )
    }

    /// Who decided or ruled stands beside the event, which goes into proofs, and not in it.
    @discardableResult
    static func record(
        _ event: Event,
        _ deed: OfficialKey.Deed,
        by official: Official,
        at now: Date,
        in db: Database
    ) throws -> Int {
        let by = try OfficialKey(in: db).hash(deed, by: official)
        let signed = Event(
            event.kind,
            campaign: event.campaign,
            message: event.message,
            event.detail.merging(["by": by]) { $1 }
        )
        let sequence = try EventChain.append(signed, at: now, in: db)
        try RulingRow(event: sequence, official: official).insert(in: db)
        return sequence
    }

    /// The plan as the decisions have left it, in an event of its own: it names no row, so that it
    /// can stand in anybody's proof.
    static func replan(_ campaign: String, at now: Date, in db: Database) throws {
        let digest = try bind(campaign, in: db)
        let snapshot = try ProofSnapshot(of: campaign, in: db)
        let plan = ["messages": "\(snapshot.messages.count)", "merkle_root": snapshot.merkleRoot]
        let event = Event(
            .replanned,
            campaign: campaign,
            plan.merging(detail(of: digest)) { $1 }
        )
        try EventChain.append(event, at: now, in: db)
    }

    static func outcome(
        _ rows: Set<Int>,
        changed: Set<Int>,
        of campaign: String,
        in db: Database
    ) throws -> DecisionRecord {
        var records: [RowRecord] = []
        try Self.forEachRow(of: campaign, in: db) {
            if rows.contains($0.row) { records.append($0) }
        }
        return DecisionRecord(
            changed: records.filter { changed.contains($0.row) },
            unchanged: records.filter { !changed.contains($0.row) }
        )
    }
}
