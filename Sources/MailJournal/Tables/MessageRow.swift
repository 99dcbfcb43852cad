import GRDB
import MailCore

/// The table `message`: one planned message to one person.
///
/// No personal data.
struct MessageRow: TableRow {
    /// Without `number`, which SQLite gives.
    enum Columns: String, CaseIterable, ColumnExpression {
        case campaign, id, digest, recipient
        case firstStart = "first_start"
    }

    static let table = "message"
    static let number = Column("number")

    let campaign: String
    let id: MessageID
    /// Of the message as planned, without its date.
    let digest: Digest
    /// The keyed hash of the address.
    let recipient: String
    /// The start of its first appointment, in seconds since 1970.
    let firstStart: Int

    init(_ message: PlannedMessage, key: RecipientKey, campaign: String) {
        self.campaign = campaign
        id = message.id
        digest = message.digest
        recipient = key.hash(of: message.recipient.address)
        firstStart = message.recipient.appointments[0].start.epochSeconds
    }

    init(_ row: Row) throws {
        guard let id = MessageID(parsing: row[Columns.id]),
            let digest = Digest(hex: row[Columns.digest])
        else { throw JournalError("a message of the journal is damaged") }
        campaign = row[Columns.campaign]
        self.id = id
        self.digest = digest
        recipient = row[Columns.recipient]
        firstStart = row[Columns.firstStart]
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .campaign: campaign
        case .id: id.text
        case .digest: digest.hex
        case .recipient: recipient
        case .firstStart: firstStart
        }
    }
}
