extension CampaignProof {
    /// Reads what a proof holds.
    ///
    /// The sums in it are compared by `ProofCheck`.
    ///
    /// - Throws: `ProofFormatError` with the first place that is not as docs/proof.md says.
    init(reading root: ProofField, in form: ProofForm) throws(ProofFormatError) {
        let members = try root.members(
            "format",
            "version",
            "authority",
            "campaign",
            "planned_at",
            "started_at",
            "finished_at",
            "state",
            "digest",
            "merkle_root",
            "rows",
            "messages",
            "events",
            "chain_head",
            "sums",
            "relays",
            "statement"
        )
        let campaign = try members.field("campaign").text()
        self.form = form
        authority = try members.field("authority").text()
        version = try members.field("version").text()
        self.campaign = campaign
        messages = try Self.read(members.field("messages"), MessageRecord.init)
        let rows = try members.field("rows").members("count", "classes", "list")
        self.rows = try Self.read(rows.field("list")) { field throws(ProofFormatError) in
            try RowEntry(reading: field, in: form)
        }
        links = try Self.read(members.field("events")) { field throws(ProofFormatError) in
            try Link(reading: field, campaign: campaign)
        }
        statement = try Statement(reading: members.field("statement"))
    }

    private static func read<Value>(
        _ field: ProofField,
        _ make: (ProofField) throws(ProofFormatError) -> Value
    ) throws(ProofFormatError) -> [Value] {
        var values: [Value] = []
        for entry in try field.list() { values.append(try make(entry)) }
        return values
    }
}

extension CampaignProof.Link {
    fileprivate init(reading field: ProofField, campaign: String) throws(ProofFormatError) {
        guard field.has("kind") else {
            let members = try field.members("sequence", "hash")
            self = .other(
                sequence: try members.field("sequence").integer(),
                hash: try members.field("hash").hex(32)
            )
            return
        }
        self = .own(try ChainEvent(reading: field, campaign: campaign))
    }
}

extension CampaignProof.Statement {
    fileprivate init(reading field: ProofField) throws(ProofFormatError) {
        let members = try field.members("at", "rendered_messages", "foreign_values")
        self.init(
            at: try members.field("at").text(),
            renderedMessages: try members.field("rendered_messages").integer(),
            foreignValues: try members.field("foreign_values").integer()
        )
    }
}

extension ChainEvent {
    init(reading field: ProofField, campaign: String) throws(ProofFormatError) {
        let members = try field.members("sequence", "at", "kind", "message", "detail", "hash")
        try self.init(reading: members, campaign: campaign)
    }

    init(reading members: [String: ProofField], campaign: String) throws(ProofFormatError) {
        let (message, at) = try (members.field("message"), members.field("at"))
        guard Timestamp.calendar.contains(try at.integer()) else {
            throw at.failure("is no moment of the calendar")
        }
        self.init(
            sequence: try members.field("sequence").integer(),
            at: try at.integer(),
            kind: try members.field("kind").text(),
            campaign: campaign,
            message: try message.textOrNull() == nil ? nil : try message.hex(16),
            detail: try members.field("detail").text(),
            hash: try members.field("hash").hex(32)
        )
    }
}

extension MessageRecord {
    fileprivate init(reading field: ProofField) throws(ProofFormatError) {
        let members = try field.members("id", "digest", "recipient", "rows", "state")
        self.init(
            id: try members.field("id").hex(16),
            digest: try members.field("digest").hex(32),
            recipient: try members.field("recipient").hex(32),
            rows: try Self.rows(members.field("rows")),
            state: try members.field("state").text()
        )
    }

    static func rows(_ field: ProofField) throws(ProofFormatError) -> [Int] {
        var rows: [Int] = []
        for row in try field.list() { rows.append(try row.integer()) }
        return rows
    }
}

extension RowEntry {
    fileprivate init(
        reading field: ProofField,
        in form: ProofForm
    ) throws(ProofFormatError) {
        let values = try field.list()
        let hash: String?
        switch form {
        case .unsalted where values.count == 4: hash = nil
        case .salted where values.count == 5: hash = try values[4].hex(32)
        case .unsalted, .salted:
            throw field.failure("must be a row as this form of the proof tells it")
        }
        let message = values[3]
        self.init(
            row: try values[0].integer(),
            line: try values[1].integer(),
            rowClass: try values[2].text(),
            message: try message.textOrNull() == nil ? nil : try message.hex(16),
            hash: hash
        )
    }
}
