/// Why a cell cannot be read.
enum CellFlaw: Error, Hashable {
    case noSuchText, noSuchStyle, noValue, unknownKind, tooLong
    case misplaced, tooFarRight, tooFarDown

    /// The error, with the row in which the cell stands; 0 if there is none yet.
    func error(row: Int) -> ScheduleError {
        let place = row == 0 ? nil : row
        let message = "The sheet cannot be read: \(what).\(wayOut)"
        return ScheduleError(line: place, row: place, message: message)
    }

    private var what: String {
        switch self {
        case .noSuchText: "a cell names a text that the workbook does not hold"
        case .noSuchStyle: "a cell names a format that the workbook does not hold"
        case .noValue: "a cell holds something else than its type says"
        case .unknownKind: "a cell is of a type that no workbook knows"
        case .tooLong: "a cell is longer than 64 KiB"
        case .misplaced: "rows or cells do not follow each other from the top left, each once"
        case .tooFarRight: "it uses more than \(WorkbookLimit.usedColumns) columns"
        case .tooFarDown: "it has rows below \(WorkbookLimit.rows), where no sheet has any"
        }
    }

    private var wayOut: String {
        switch self {
        case .tooLong, .tooFarRight:
            " Remove what is no schedule from the sheet, or export it again."
        case .noSuchText, .noSuchStyle, .noValue, .unknownKind, .misplaced, .tooFarDown:
            " Export it again, or open it in Excel and save it as .xlsx or \"CSV UTF-8\"."
        }
    }
}
