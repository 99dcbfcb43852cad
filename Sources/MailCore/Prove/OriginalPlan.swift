/// Rows and messages as they were at planning: those of today, with everything taken back that
/// people have decided since.
struct OriginalPlan {
    private(set) var rows: [RowEntry]
    private(set) var findings: [String] = []
    /// In the order of planning; nil where a decision made the message.
    private var kept: [MessageRecord?]
    private var rowPlaces: [Int: Int]
    private var messagePlaces: [String: Int]

    var messages: [MessageRecord] { kept.compactMap(\.self) }

    /// - Parameters:
    ///   - changes: In the order of their events.
    ///   - messages: In the order of planning.
    ///   - rows: Ascending.
    init(rewinding changes: [RowChange], of messages: [MessageRecord], _ rows: [RowEntry]) {
        self.rows = rows
        kept = messages
        rowPlaces = [:]
        messagePlaces = [:]
        guard !changes.isEmpty else { return }
        rowPlaces = Dictionary(
            rows.enumerated().map { ($1.row, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        messagePlaces = Dictionary(
            messages.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for change in changes.reversed() { rewind(change) }
    }

    private mutating func rewind(_ change: RowChange) {
        guard let place = rowPlaces[change.row] else {
            return findings.append("row \(change.row) was decided and is not there")
        }
        let row = rows[place]
        if row.rowClass != change.after {
            findings.append("row \(change.row) has another class than it was given by a person")
        }
        if row.message != change.message {
            findings.append("row \(change.row) is not in the message that was decided")
        }
        rows[place] = RowEntry(
            row: row.row,
            line: row.line,
            rowClass: change.before,
            message: nil,
            hash: row.hash
        )
        if let message = change.message { rewind(message, change) }
    }

    private mutating func rewind(_ id: String, _ change: RowChange) {
        guard let place = messagePlaces[id], let message = kept[place] else {
            return findings.append("row \(change.row) was decided to be in no message of the plan")
        }
        let rest = message.rows.filter { $0 != change.row }
        if let digest = change.digestBefore {
            kept[place] = MessageRecord(
                id: message.id,
                digest: digest,
                recipient: message.recipient,
                rows: rest,
                state: message.state
            )
        } else {
            if !rest.isEmpty {
                findings.append("message \(id): its rows are others than were decided")
            }
            kept[place] = nil
        }
    }
}
