package import MailCore

/// What a file is and how it would be read, for somebody who has to decide before anything is
/// planned; nothing of it is kept.
///
/// No personal data: examples are masked, and columns that are discarded show none.
package struct ScheduleInspection: Sendable {
    /// How the addresses of the rows look.
    package struct Addresses: Hashable, Sendable {
        package internal(set) var usable = 0
        /// Blank, or a word for "has none".
        package internal(set) var none = 0
        /// Something else, such as two addresses or a made-up one.
        package internal(set) var unusable = 0
    }

    package let form: ScheduleForm
    /// The name of the layout that was recognised or chosen; nil without one.
    package internal(set) var layout: String?
    /// As a spreadsheet numbers it; 0 for a file without a header, nil if none was recognised.
    package internal(set) var headerRow: Int?
    /// The line in a text editor on which the header begins.
    package internal(set) var headerLine: Int?
    /// Where no header was recognised: the rows that could be it.
    package internal(set) var headerCandidates: [HeaderCandidate] = []
    /// Lines that are no data rows: titles above the header, a sum below the list.
    package internal(set) var skippedLines: [Int] = []
    /// Whether all rows were counted; if not, the file breaks off in what `problems` says.
    package internal(set) var isWhole = false
    /// Data rows.
    package internal(set) var rows = 0
    /// Those of them that have another number of cells than the header.
    package internal(set) var ragged = 0
    /// Those of them that hold bytes that are no text.
    package internal(set) var damaged = 0
    /// In file order.
    package internal(set) var columns: [InspectedColumn] = []
    /// The values of services, doses, sites and status, one list for each column.
    package internal(set) var lists: [ValueList] = []
    /// How many rows each day has, as far as it is certain.
    package internal(set) var days: [LocalDay: Int] = [:]
    /// Why the day or time of a row is not certain, and of how many rows.
    package internal(set) var doubts: [RowReason: Int] = [:]
    package internal(set) var dateOrder = DateOrderFinding.notNeeded
    package internal(set) var addresses = Addresses()
    /// What somebody should know before the file is used, in plain sentences.
    package internal(set) var warnings: [PlanWarning]
    /// Why the file cannot be planned yet; empty if it can.
    package internal(set) var problems: [ScheduleError] = []

    init(form: ScheduleForm) {
        self.form = form
        warnings = form.warnings
    }

    /// The lists of one field; several columns may carry it.
    package func lists(of field: ScheduleField) -> [ValueList] {
        lists.filter { $0.field == field }
    }

    /// Columns that may be what is missing, by the look of their cells: `--map FIELD=HEADER`.
    package var suggestions: [ColumnSuggestion] {
        let used = columns.flatMap { column -> [ScheduleField] in
            switch column.fate {
            case .used(let fields, _): fields
            case .contested(let field): [field]
            case .guests, .completion, .discarded, .notNeeded: []
            }
        }
        let hasDay = used.contains(.start) || used.contains(.date) || !days.isEmpty
        let wanted: [(ColumnLook, ScheduleField, isMissing: Bool)] = [
            (.addresses, .email, !used.contains(.email)), (.days, .start, !hasDay),
            (.times, .time, !hasDay && !used.contains(.time)),
        ]
        return wanted.filter(\.isMissing).flatMap { look, field, _ in
            columns.filter { $0.look == look }.map { column in
                let isUnique = columns.count { $0.header == column.header } == 1
                return ColumnSuggestion(
                    field: field,
                    header: isUnique ? column.header : "column \(column.number)",
                    look: look
                )
            }
        }
    }
}

/// A column that may be a missing field, for the operator to say.
package struct ColumnSuggestion: Hashable, Sendable {
    package let field: ScheduleField
    package let header: String
    package let look: ColumnLook
}
