import MailCore

extension WorkbookFacts {
    /// For people: `workbook, first of 3 sheets, 5 hidden rows left out`.
    package func description(_ choice: HiddenRows) -> String {
        guard hiddenRows > 0 else { return "workbook, \(place)" }
        let rows = hiddenRows.with("hidden row") + " " + (choice == .use ? "used" : "left out")
        return "workbook, \(place), \(rows)"
    }

    /// The sheet that is read, among the others.
    private var place: String {
        if isSheetChosen {
            let name = sheet.name.map { "\"\($0)\", " } ?? ""
            let hidden = sheet.isHidden ? "hidden " : ""
            return "\(name)\(hidden)sheet \(sheet.number) of \(sheets) (as chosen)"
        }
        guard sheets > 1 else { return "its only sheet" }
        return "first of \(sheets) sheets" + (hiddenSheets > 0 ? " (\(hiddenSheets) hidden)" : "")
    }

    /// Where else the schedule may be, to follow a sentence; empty if nowhere.
    var wayToOtherSheets: String {
        guard !otherSheets.isEmpty else { return "" }
        return " If it is on another sheet, name that with --sheet NAME; these hold cells, too: "
            + "\(otherSheets.spoken)."
    }

    /// What somebody should know before the sheet is used, in plain sentences.
    package var warnings: [String] {
        [
            sheet.isHidden ? "the sheet that was read is hidden: people see another one" : nil,
            otherSheets.isEmpty
                ? nil
                : otherSheets.count.with("further sheet holds", "further sheets hold")
                    + " cells that were not read"
                    + (isSheetChosen ? "" : "; one of them is read with --sheet NAME"),
            externalLinks > 0
                ? "formulas refer to \(externalLinks.with("other workbook")), not opened here: the "
                    + "stored values may be old" : nil,
            hiddenColumns > 0
                ? hiddenColumns.with("hidden column was", "hidden columns were")
                    + " read like the others" : nil,
            formulasWithoutValue > 0
                ? formulasWithoutValue.with("formula was", "formulas were")
                    + " saved without a value; their cells are "
                    + "empty here: open the workbook, save it, and use that file" : nil,
            errors > 0 ? errors.with("cell holds", "cells hold") + " an error such as #N/A" : nil,
            mergedRanges > 0
                ? mergedRanges.with("range")
                    + " of merged cells: only the first cell of each has a value"
                : nil,
        ].compactMap(\.self)
    }
}
