/// Holds the events of a campaign against its rows and messages: the rules by which the journal and
/// a proof are judged alike.
///
/// First the rows and messages, then every event of the campaign in its order, then `conclude`.
package struct CampaignAudit: Sendable {
    package private(set) var findings = Findings()
    package private(set) var history = CampaignHistory()
    package private(set) var tally = TransactionTally()
    private let form: ProofForm
    private let messages: [MessageRecord]
    private let rows: [RowEntry]
    private let places: [String: Int]
    private var histories: [DeliveryHistory]

    /// - Parameters:
    ///   - form: How the campaign's events are written.
    ///   - messages: In the order of sending.
    ///   - rows: Ascending.
    package init(in form: ProofForm, messages: [MessageRecord], rows: [RowEntry]) {
        self.form = form
        self.messages = messages
        self.rows = rows
        places = Dictionary(
            messages.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        histories = Array(repeating: DeliveryHistory(), count: messages.count)
        if places.count < messages.count { findings.add("a message occurs twice in the plan") }
    }

    /// Whether the campaign has a message of that id.
    package func plans(_ id: String) -> Bool { places[id] != nil }

    /// When each message was first claimed, in seconds since 1970; nil if it never was.
    package func firstClaimed(_ id: String) -> Int? {
        places[id].flatMap { histories[$0].firstClaimed }
    }

    /// Takes the next event of the campaign.
    package mutating func read(_ event: ChainEvent) {
        guard let kind = EventKind(rawValue: event.kind) else {
            return findings.add("event \(event.sequence) is of no known kind")
        }
        guard let facts = event.facts else {
            return findings.add("event \(event.sequence): its detail cannot be read")
        }
        if let finding = history.read(event, kind, facts) { findings.add(finding) }
        guard kind.isOfMessage(facts) else {
            if event.message != nil { findings.add("event \(event.sequence) is of no message") }
            return
        }
        guard let place = event.message.flatMap({ places[$0] }) else {
            return findings.add("event \(event.sequence) names a message outside the plan")
        }
        findings.add(histories[place].read(event, kind, facts, of: messages[place]))
        guard kind == .verdict else { return }
        let session = facts["session"].flatMap { Int($0) }.flatMap { history.sessions[$0] }
        if session == nil, facts["session"] != nil {
            findings.add("event \(event.sequence) names a connection that was not recorded")
        }
        tally.read(facts, over: session ?? facts)
    }

    /// Compares what the events lead to with what is stored.
    ///
    /// - Parameter chain: What does not fit in the chain itself; told first.
    package mutating func conclude(behind chain: Findings = Findings()) {
        let own = findings
        findings = chain
        findings.add(own)
        guard let plan = history.plan else { return findings.add("no event records the plan") }
        if plan["form"] != form.planned {
            findings.add("the campaign was planned with events of another form")
        }
        if plan["rows"] != "\(rows.count)" { findings.add("rows are missing or were added") }
        for (message, history) in zip(messages, histories) {
            guard let state = history.state, state.rawValue != message.state else { continue }
            findings.add("message \(message.id) is not \(state.rawValue), as its events say")
        }
        let original = OriginalPlan(rewinding: history.changes, of: messages, rows)
        findings.add(original.findings)
        compareTree(plan, original.messages, "planned")
        if let replan = history.replan { compareTree(replan, messages, "decided") }
        if history.endsInDecision { findings.add("a decision has not made a new plan") }
        concludeRows(plan, original.rows)
    }

    private mutating func compareTree(
        _ plan: [String: String],
        _ messages: [MessageRecord],
        _ word: String
    ) {
        if plan["messages"] != "\(messages.count)" {
            findings.add("messages are missing or were added")
        }
        let root = MerkleTree(over: messages, in: form).root
        if plan["merkle_root"] != root.hex {
            findings.add("the messages are not those of the tree that was \(word)")
        }
    }

    /// The rows as they are, and as they were at planning.
    private mutating func concludeRows(_ plan: [String: String], _ original: [RowEntry]) {
        var digest = RowsDigest(in: form)
        var found: [String: [Int]] = [:]
        for (place, row) in rows.enumerated() {
            if place > 0, rows[place - 1].row >= row.row {
                findings.add("row \(row.row) occurs twice or is out of order")
            }
            if let finding = finding(on: row) { findings.add("row \(row.row) \(finding)") }
            if let message = row.message { found[message, default: []].append(row.row) }
        }
        for row in original {
            digest.add(row)
        }
        let unread = Set(rows.filter { $0.rowClass == RowClass.rejected.rawValue }.map(\.row))
        for row in history.answered.subtracting(unread).sorted() {
            findings.add("row \(row) was answered as one that could not be read, and it could")
        }
        for message in messages where found[message.id] != message.rows {
            findings.add("message \(message.id): its rows are others than were planned")
        }
        if plan["rows_digest"] != digest.finalize().hex {
            findings.add("a row's number, line, class or message is not as planned")
        }
    }

    private func finding(on row: RowEntry) -> String? {
        guard let rowClass = RowClass(rawValue: row.rowClass) else { return "has no known class" }
        guard let message = row.message else {
            return rowClass == .send ? "gets no message, and its class says it should" : nil
        }
        guard rowClass == .send else { return "gets a message, and its class says it should not" }
        return plans(message) ? nil : "names a message outside the plan"
    }
}
