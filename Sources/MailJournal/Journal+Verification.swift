import GRDB
package import MailCore

/// What the journal itself shows of a campaign; nothing here looks at configuration or network.
package struct JournalEvidence: Sendable {
    /// The hash of the last event of all campaigns.
    package let chainHead: String
    /// The root of the tree over the planned messages, as they stand in the journal now.
    package let merkleRoot: String
    /// How many messages the campaign has.
    package let messages: Int
    package let tally: TransactionTally
    package let history: CampaignHistory
    /// What does not fit, in plain words.
    package let failures: [String]
    /// Whether everything that an approval binds was compared as well; not where somebody was erased.
    package let comparesBound: Bool
    /// Whether one of the failures is that the campaign's key is missing: then what is sealed was not compared.
    package let isKeyGone: Bool

    /// Events that ended in `accepted`: SMTP transactions the relay took.
    package var transactions: Int { tally.transactions }
    /// The most `RCPT` commands that were written in one transaction.
    package var maxRecipients: Int { tally.maxRecipients }
}

extension Journal {
    /// Walks the event chain and compares it with every table of the campaign.
    package func evidence(of campaign: CampaignRecord) throws -> JournalEvidence {
        try read { db in try Self.evidence(of: campaign, in: db) }
    }

    /// What SQLite says of its own file: pages, indices, foreign keys.
    ///
    /// - Returns: What is wrong, in plain words; nothing of what is stored.
    package func integrity() throws -> [String] {
        try read { db in
            var findings = Findings()
            for text in try String.fetchAll(db, sql: "PRAGMA integrity_check") where text != "ok" {
                findings.add("journal.sqlite: \(text)")
            }
            for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
                let table: String = row["table"]
                findings.add("journal.sqlite: a row of table \(table) refers to nothing")
            }
            return findings.texts
        }
    }

    private static func evidence(
        of campaign: CampaignRecord,
        in db: Database
    ) throws -> JournalEvidence {
        let snapshot = try ProofSnapshot(of: campaign.id, in: db)
        var audit = CampaignAudit(
            in: snapshot.form,
            messages: snapshot.messages,
            rows: try snapshot.rows()
        )
        var walk = ChainWalk()
        var findings = Findings()
        try EventChain.forEach(in: db) { event in
            if let finding = walk.follow(event) { findings.add(finding) }
            if event.campaign == campaign.id {
                audit.read(event)
            } else if event.message.map(audit.plans) == true {
                findings.add("event \(event.sequence) names this message in another campaign")
            }
        }
        audit.conclude()
        findings.add(audit.findings)
        findings.add(try CampaignConsistency(of: campaign.id, with: audit, in: db).findings)
        findings.add(try OfficialConsistency(of: campaign.id, in: db).findings)
        let kept = try KeptConsistency(of: campaign, audit.history, in: db)
        findings.add(kept.findings)
        return JournalEvidence(
            chainHead: walk.head,
            merkleRoot: snapshot.merkleRoot,
            messages: snapshot.messages.count,
            tally: audit.tally,
            history: audit.history,
            failures: findings.texts,
            comparesBound: kept.comparesBound,
            isKeyGone: kept.isKeyGone
        )
    }
}
