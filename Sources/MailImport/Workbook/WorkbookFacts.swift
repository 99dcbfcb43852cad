/// What a person should know of a workbook before one of its sheets is used; nothing of its cells.
package struct WorkbookFacts: Hashable, Sendable {
    /// Sheets of any kind.
    package internal(set) var sheets = 0
    /// The sheet that is read.
    package internal(set) var sheet = WorkbookSheet()
    /// Whether `--sheet` named it; otherwise it is the first.
    package internal(set) var isSheetChosen = false
    /// The other sheets that hold anything.
    package internal(set) var otherSheets: [WorkbookSheet] = []
    package internal(set) var hiddenSheets = 0
    /// How it counts days; a number without a format counts likewise.
    package internal(set) var serials = SerialDays.since1900
    package internal(set) var hasMacros = false
    /// Other workbooks that formulas refer to; none is opened.
    package internal(set) var externalLinks = 0

    /// Rows of the sheet that hold anything.
    package internal(set) var rows = 0
    /// Columns of the sheet, up to the last that holds anything.
    package internal(set) var columns = 0
    /// Those of the rows that nobody sees, for whatever reason.
    package internal(set) var hiddenRows = 0
    /// Those of the hidden rows that lie in a filtered range.
    package internal(set) var filteredRows = 0
    /// Those of the columns that nobody sees; they are read like all others.
    package internal(set) var hiddenColumns = 0
    /// Cells whose value a formula made when the workbook was saved.
    package internal(set) var formulas = 0
    /// Formulas that were saved without a value: these cells are empty here, and not in Excel.
    package internal(set) var formulasWithoutValue = 0
    /// Cells that hold an error such as `#N/A`.
    package internal(set) var errors = 0
    /// Ranges of merged cells; only the first cell of each has a value.
    package internal(set) var mergedRanges = 0
}

/// What to do with rows of a workbook that nobody sees.
package enum HiddenRows: String, Hashable, Sendable, CaseIterable {
    /// The workbook cannot be used until a person decides.
    case refuse
    /// They are no rows of the schedule.
    case skip
    /// They are rows like all others.
    case use
}
