import GRDB
package import MailCore

/// A row of a schedule as the journal keeps it.
///
/// No personal data.
package struct RowRecord: Sendable {
    package let row: Int
    package let line: Int
    package let rowClass: RowClass
    /// Why it has the class that planning gave it.
    package let reasons: [Kept<RowReason>]
    /// What a person last said about it, at planning or since; nil if nobody has.
    package let answer: RowAnswer?
    /// Whether the person also said when the appointment begins.
    package let hasGivenStart: Bool
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
    /// Why it stands there; nil if there is nothing to say.
    package let stateReason: Kept<StateReason>?
    /// The number of the value that planning asked about in this row (`ValueQuestion`); nil if it did
    /// not.
    package let value: Int?

    /// Whether a person said that it may be told as it stands.
    package var isFine: Bool { value != nil && answer == .send }

    /// Why it stands where it stands: the reasons of planning, and what a person said.
    package var explanations: [Kept<RowReason>] {
        guard let answer else { return reasons }
        return reasons + [
            .fact(.decided(answer: answer, hasGivenStart: hasGivenStart, isFine: isFine))
        ]
    }

    /// From a row of a query that selects `columns` with `joins`.
    ///
    /// - Parameters:
    ///   - record: Of the query.
    ///   - values: The numbers of values, by their rows.
    /// - Throws: `JournalError` if it holds something unknown.
    init(_ record: Row, _ values: [Int: Int]) throws {
        let stored = try FileRow(record)
        row = stored.row
        line = stored.line
        rowClass = stored.rowClass
        reasons = stored.reasons
        answer = stored.answer ?? (stored.isLeftOut ? .leaveOut : nil)
        hasGivenStart = stored.hasGivenStart
        start = stored.start
        column = stored.column
        second = stored.second
        message = record["message_id"]
        let standing: String? = record[DeliveryRow.Columns.state]
        state = try standing.map { _ in try record.known(DeliveryRow.Columns.state) }
        stateReason = (record[DeliveryRow.Columns.reason] as String?).map { Kept($0) }
        value = values[stored.row]
    }

    static let columns = "row.*, message.id AS message_id, state, reason"
    static let joins = """
        LEFT JOIN message ON message.number = row.message
        LEFT JOIN delivery ON delivery.message = row.message
        """
}
