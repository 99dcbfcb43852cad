package import MailCore

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
    var wayToOtherSheets: Sentence {
        guard !otherSheets.isEmpty else { return .empty }
        return Sentence(
            en:
                " If it is on another sheet, name that with --sheet NAME; these hold cells, too: \(otherSheets.spoken).",
            de:
                " Steht sie auf einem anderen Blatt, nennen Sie es mit --sheet NAME; Inhalt haben auch: \(otherSheets.spoken)."
        )
    }

    /// What somebody should know before the sheet is used.
    package var warnings: [PlanWarning] {
        [
            sheet.isHidden ? .hiddenSheet : nil,
            otherSheets.isEmpty
                ? nil : .furtherSheets(count: otherSheets.count, isChosen: isSheetChosen),
            externalLinks > 0 ? .otherWorkbooks(count: externalLinks) : nil,
            hiddenColumns > 0 ? .hiddenColumns(count: hiddenColumns) : nil,
            formulasWithoutValue > 0
                ? .formulasWithoutValue(count: formulasWithoutValue) : nil,
            errors > 0 ? .errorCells(count: errors) : nil,
            mergedRanges > 0 ? .mergedRanges(count: mergedRanges) : nil,
        ].compactMap(\.self)
    }
}
