/// Looks whether a sheet holds anything, and no further.
private struct CellSearch: XMLPartReader {
    enum Place { case sheet, rows, row, cell, value }

    private(set) var isDone = false

    mutating func begin(
        _ name: String,
        in place: Place?,
        _ attributes: XMLAttributes
    ) throws(ScheduleError) -> Place? {
        switch (place, name) {
        case (nil, "worksheet"): .sheet
        case (.sheet, "sheetData"): .rows
        case (.rows, "row"): .row
        case (.row, "c"): .cell
        case (.cell, "v"), (.cell, "is"): .value
        default: nil
        }
    }

    mutating func end(_ place: Place) throws(ScheduleError) {
        if place == .value { isDone = true }
    }
}

extension WorkbookArchive {
    /// Whether a sheet holds anything.
    func hasCells(in part: String) throws -> Bool {
        try read(part, limit: WorkbookLimit.unpacked, CellSearch()).isDone
    }
}
