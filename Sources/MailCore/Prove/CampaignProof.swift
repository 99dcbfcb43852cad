package import struct Foundation.Date

/// Everything a proof says of a campaign (docs/proof.md).
///
/// No personal data.
package struct CampaignProof: Sendable {
    /// One event of the chain.
    package enum Link: Sendable {
        /// An event of this campaign, in full.
        case own(ChainEvent)
        /// An event of another campaign, of which nothing is told.
        case other(sequence: Int, hash: String)
    }

    /// What the authority says of the messages' contents when it makes the proof; only the journal can
    /// show it.
    package struct Statement: Sendable {
        package let at: String
        /// Messages that were written again and compared with the plan; 0 once the personal data
        /// is erased.
        package let renderedMessages: Int
        /// Values of other people found in them.
        package let foreignValues: Int

        package init(at: Date, renderedMessages: Int, foreignValues: Int) {
            self.init(
                at: Timestamp.text(Int(at.timeIntervalSince1970.rounded(.down))),
                renderedMessages: renderedMessages,
                foreignValues: foreignValues
            )
        }

        init(at: String, renderedMessages: Int, foreignValues: Int) {
            self.at = at
            self.renderedMessages = renderedMessages
            self.foreignValues = foreignValues
        }
    }

    package let form: ProofForm
    package let authority: String
    package let version: String
    package let campaign: String
    /// In the order of sending.
    package let messages: [MessageRecord]
    /// Ascending.
    package let rows: [RowEntry]
    /// From the first event of the journal to its last.
    package let links: [Link]
    package let statement: Statement

    package init(
        form: ProofForm,
        authority: String,
        version: String,
        campaign: String,
        messages: [MessageRecord],
        rows: [RowEntry],
        links: [Link],
        statement: Statement
    ) {
        self.form = form
        self.authority = authority
        self.version = version
        self.campaign = campaign
        self.messages = messages
        self.rows = rows
        self.links = links
        self.statement = statement
    }

    /// What such a file calls itself.
    package var format: String { Self.format(in: form) }

    static func format(in form: ProofForm) -> String { "einzelpost-proof-\(form.rawValue)" }

    /// The hash of the journal's last event.
    package var chainHead: String {
        switch links.last {
        case .own(let event): event.hash
        case .other(_, let hash): hash
        case nil: ChainEvent.root
        }
    }

    /// Its events compared with its rows and messages, and the chain they form.
    package func audited() -> CampaignAudit {
        var audit = CampaignAudit(in: form, messages: messages, rows: rows)
        var walk = ChainWalk()
        var broken = Findings()
        for link in links {
            switch link {
            case .own(let event):
                if let finding = walk.follow(event) { broken.add(finding) }
                audit.read(event)
            case .other(let sequence, let hash):
                if let finding = walk.pass(sequence: sequence, hash: hash) { broken.add(finding) }
            }
        }
        audit.conclude(behind: broken)
        return audit
    }
}

/// Moments in proofs: whole seconds, UTC.
package enum Timestamp {
    /// From 1970 to the end of the year 9999: beyond it, a text would have another form.
    static let calendar = 0...253_402_300_799

    /// Seconds since 1970 as `2026-11-22T09:05:07Z`.
    package static func text(_ seconds: Int) -> String {
        guard calendar.contains(seconds) else { return "no moment of the calendar" }
        let style = Date.ISO8601FormatStyle(timeZone: .gmt)
        return Date(timeIntervalSince1970: Double(seconds)).formatted(style)
    }
}
