import Foundation
import GRDB
import MailCore

/// The table `row`: the rows of the file, each with its class.
struct FileRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case campaign, row, line
        case rowClass = "class"
        case reasons
        case problemColumn = "problem_column"
        case start
        case secondStart = "second_start"
        case isHalfKnown = "half_known"
        case isCollective = "collective"
        case isLeftOut = "left_out"
        case answer
        case hasGivenStart = "start_given"
        case message, salt, hash
    }

    static let table = "row"

    let campaign: String
    let row: Int
    let line: Int
    let rowClass: RowClass
    let reasons: [Kept<RowReason>]
    /// A header of the file.
    let column: String?
    let start: AppointmentTime?
    let second: AppointmentTime?
    let isHalfKnown: Bool
    let isCollective: Bool
    /// By a person, at planning.
    let isLeftOut: Bool
    /// By a person, since planning.
    let answer: RowAnswer?
    let hasGivenStart: Bool
    /// The number of the message that answers it.
    let message: Int64?
    /// Nil in the first form; where a person is kept, it is sealed with them.
    let salt: Salt?
    /// Of all that was kept of it at planning; nil in the first form.
    private(set) var hash: String?

    /// A row as planning has classified it, with what is kept of its person.
    init(
        _ row: ClassifiedRow,
        _ contact: KeptContact?,
        of campaign: String,
        message: Int64?,
        salt: Salt
    ) {
        self.campaign = campaign
        self.row = row.row
        line = row.line
        rowClass = row.rowClass
        reasons = row.reasons.map(Kept.fact)
        column = row.column
        start = row.start
        second = row.second
        isHalfKnown = row.isHalfKnown
        isCollective = row.isCollective
        isLeftOut = row.isLeftOut
        answer = nil
        hasGivenStart = false
        self.message = message
        self.salt = contact == nil ? salt : nil
        hash = salt.hash(ofRow: RowCells(self, contact).cells)
    }

    init(_ row: Row) throws {
        campaign = row[Columns.campaign]
        self.row = row[Columns.row]
        line = row[Columns.line]
        rowClass = try row.known(Columns.rowClass)
        reasons = (row[Columns.reasons] as String).split(separator: "\n").map { Kept(String($0)) }
        column = row[Columns.problemColumn]
        start = Self.start(row[Columns.start])
        second = Self.start(row[Columns.secondStart])
        isHalfKnown = row[Columns.isHalfKnown]
        isCollective = row[Columns.isCollective]
        isLeftOut = row[Columns.isLeftOut]
        let answered: String? = row[Columns.answer]
        answer = try answered.map { _ in try row.known(Columns.answer) }
        hasGivenStart = row[Columns.hasGivenStart]
        message = row[Columns.message]
        salt = (row[Columns.salt] as Data?).flatMap(Salt.init(octets:))
        hash = row[Columns.hash]
    }

    private static func start(_ text: String?) -> AppointmentTime? {
        text.flatMap(AppointmentTime.init(iso8601:))
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .campaign: campaign
        case .row: row
        case .line: line
        case .rowClass: rowClass.rawValue
        case .reasons:
            reasons.count == 1 ? reasons[0].text : reasons.map(\.text).joined(separator: "\n")
        case .problemColumn: self.column
        case .start: start?.iso8601
        case .secondStart: second?.iso8601
        case .isHalfKnown: isHalfKnown
        case .isCollective: isCollective
        case .isLeftOut: isLeftOut
        case .answer: answer?.rawValue
        case .hasGivenStart: hasGivenStart
        case .message: message
        case .salt: salt.map { Data($0.octets) }
        case .hash: hash
        }
    }
}
