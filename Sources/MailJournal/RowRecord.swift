import GRDB
package import MailCore

/// A row of a schedule as the journal keeps it.
///
/// No personal data.
package struct RowRecord: Sendable {
    package let row: Int
    package let line: Int
    package let rowClass: RowClass
    /// Why it has the class that planning gave it, in plain words.
    package let reasons: [String]
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
    /// Why it stands there, in plain words; nil if there is nothing to say.
    package let stateReason: String?

    /// Why it stands where it stands: the reasons of planning, and what a person said.
    package var explanations: [String] {
        reasons + (answer.map { [$0.reason(hasGivenStart: hasGivenStart)] } ?? [])
    }

    init(_ record: Row) throws {
        guard let rowClass = RowClass(rawValue: record["class"]) else {
            throw JournalError("a row has a class this program does not know")
        }
        row = record["row"]
        line = record["line"]
        self.rowClass = rowClass
        reasons = (record["reasons"] as String).split(separator: "\n").map(String.init)
        answer = try Self.answer(record)
        hasGivenStart = record["start_given"]
        start = (record["start"] as String?).flatMap(AppointmentTime.init(iso8601:))
        column = record["problem_column"]
        second = (record["second_start"] as String?).flatMap(AppointmentTime.init(iso8601:))
        message = record["message_id"]
        state = (record["state"] as String?).flatMap(DeliveryState.init)
        stateReason = record["reason"]
    }

    private static func answer(_ record: Row) throws -> RowAnswer? {
        guard let text = record["answer"] as String? else {
            return record["left_out"] ? .leaveOut : nil
        }
        guard let answer = RowAnswer(rawValue: text) else {
            throw JournalError("a row has an answer this program does not know")
        }
        return answer
    }
}
