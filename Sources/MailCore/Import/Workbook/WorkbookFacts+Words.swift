extension WorkbookFacts {
    /// For people: `workbook, first of 3 sheets, hidden rows left out`.
    func description(_ choice: HiddenRows) -> String {
        let sheet = sheets == 1 ? "its only sheet" : "first of \(sheets) sheets"
        guard hiddenRows > 0 else { return "workbook, \(sheet)" }
        let rows = "\(hiddenRows) hidden rows " + (choice == .use ? "used" : "left out")
        return "workbook, \(sheet), \(rows)"
    }

    /// What somebody should know before the sheet is used, in plain sentences.
    var warnings: [String] {
        [
            isFirstSheetHidden ? "the sheet that was read is hidden: people see another one" : nil,
            otherSheetsWithCells > 0
                ? "\(otherSheetsWithCells) further sheets hold cells that were not read" : nil,
            hiddenColumns > 0 ? "\(hiddenColumns) hidden columns were read like the others" : nil,
            formulasWithoutValue > 0
                ? "\(formulasWithoutValue) formulas were saved without a value; their cells are "
                    + "empty here: open the workbook, save it, and use that file" : nil,
            errors > 0 ? "\(errors) cells hold an error such as #N/A" : nil,
            mergedRanges > 0
                ? "\(mergedRanges) ranges of merged cells: only the first cell of each has a value"
                : nil,
        ].compactMap(\.self)
    }
}
