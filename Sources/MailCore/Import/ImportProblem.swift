/// Something a person should look at, with its place.
///
/// Never personal data.
package struct ImportProblem: Hashable, Sendable {
    /// The row as a spreadsheet numbers it.
    package let row: Int
    /// The line in a text editor, from 1.
    package let line: Int
    /// The header of the column; nil when the whole row is meant.
    package let column: String?
    /// The class the row ended in.
    package let rowClass: RowClass
    /// What is wrong, and what to do.
    package let message: String

    package init(row: Int, line: Int, column: String?, rowClass: RowClass, message: String) {
        self.row = row
        self.line = line
        self.column = column
        self.rowClass = rowClass
        self.message = message
    }
}

/// Why a file cannot be used at all (exit code 65).
///
/// Never personal data.
package struct ScheduleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line in a text editor, from 1; nil when the whole file is meant.
    package let line: Int?
    /// The row as a spreadsheet numbers it; nil when the whole file is meant.
    package let row: Int?
    /// What is wrong, where, and what to do next.
    package let message: String

    package init(line: Int? = nil, row: Int? = nil, message: String) {
        self.line = line
        self.row = row
        self.message = message
    }

    package var description: String {
        switch (row, line) {
        case (let row?, let line?): "row \(row), line \(line): \(message)"
        case (nil, let line?): "line \(line): \(message)"
        default: message
        }
    }
}
