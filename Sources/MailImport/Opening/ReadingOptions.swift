package import MailCore

/// What the operator says about a file, where the program must not guess or guessed wrongly.
package struct ReadingOptions: Sendable {
    /// Nil to find it; so with the others.
    package var encoding: ScheduleEncoding?
    package var delimiter: Delimiter?
    package var quotes = QuoteStyle.double
    /// Whether rows that end early lack nothing but empty last cells.
    package var padsShortRows = false
    /// Headers of columns whose empty cells say the same as the one above.
    package var filledDown: [String] = []
    /// The row with the names of the columns, as a spreadsheet numbers it; 0 for none.
    package var headerRow: Int?
    /// The order of day and month in slashed dates.
    package var dateOrder: DateOrder?
    /// The day of all rows, where only the file's name tells it.
    package var day: LocalDay?
    /// The day that the file's name tells; no proof, but something to compare `day` with.
    package var dayInName: LocalDay?
    /// The sheet of a workbook, by its name or number; nil for the first.
    package var sheet: String?
    package var hiddenRows = HiddenRows.refuse
    package var profile = ProfileChoice.automatic
    /// Columns and what they mean; they win over profile and synonyms.
    package var columns: [ColumnOverride] = []
    /// Headers of columns that are used for nothing, as typed; or `column N`, counted from 1.
    package var ignored: [String] = []
    /// Whose clock the times of a column are on.
    package var columnZones: [ColumnZone] = []
    /// Whether the export is whole, whatever its end looks like.
    package var isComplete = false
    /// Rows that look like those of tests, and are people's.
    package var realRows: Set<Int> = []

    package init() {}
}
