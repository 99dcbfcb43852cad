/// The records of the sheet of a workbook that is read.
struct WorkbookRecords: RecordSource {
    let workbook: Workbook
    let hiddenRows: HiddenRows

    func forEachRecord(_ take: (CSVRecord) throws -> ReadOn) throws {
        do {
            try workbook.forEachRecord(hiddenRows: hiddenRows) {
                if try take($0) == .enough { throw ReadingEnded() }
            }
        } catch is ReadingEnded {}
    }
}
