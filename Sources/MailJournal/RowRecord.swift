import GRDB
package import MailCore

/// A row of a schedule as the journal keeps it.
///
/// No personal data.
package struct RowRecord: Sendable {
    package let row: Int
    package let line: Int
    package let rowClass: RowClass
    package let reasons: [String]
    /// The header of the column to look at, as planning found it; nil when the whole row is meant, or
    /// nothing was wrong.
    package let column: String?
    package let start: AppointmentTime?
    /// A second appointment of the row that is cancelled as well, after the first.
    package let second: AppointmentTime?
    /// The id of the message that answers it; nil if it gets none.
    package let message: String?
    /// Where that message stands; nil if it gets none.
    package let state: DeliveryState?
    /// Why it stands there, in plain words; nil if there is nothing to say.
    package let stateReason: String?

    init(_ record: Row) throws {
        guard let rowClass = RowClass(rawValue: record["class"]) else {
            throw JournalError("a row has a class this program does not know")
        }
        row = record["row"]
        line = record["line"]
        self.rowClass = rowClass
        reasons = (record["reasons"] as String).split(separator: "\n").map(String.init)
        start = (record["start"] as String?).flatMap(AppointmentTime.init(iso8601:))
        column = record["problem_column"]
        second = (record["second_start"] as String?).flatMap(AppointmentTime.init(iso8601:))
        message = record["message_id"]
        state = (record["state"] as String?).flatMap(DeliveryState.init)
        stateReason = record["reason"]
    }
}
