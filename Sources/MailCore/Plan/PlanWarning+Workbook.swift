extension PlanWarning {
    var ofWorkbook: Sentence {
        switch self {
        case .hiddenSheet:
            Sentence(
                en: "the sheet that was read is hidden: people see another one",
                de: "Das gelesene Blatt ist ausgeblendet: Wer die Datei öffnet, sieht ein anderes"
            )
        case .furtherSheets(let count, let isChosen):
            Self.furtherSheets(count, isChosen)
        case .otherWorkbooks(let count):
            Sentence(
                en:
                    "formulas refer to \(count, "other workbook", "other workbooks"), not opened here: the "
                    + "stored values may be old",
                de:
                    "Formeln beziehen sich auf \(count, "andere Arbeitsmappe", "andere Arbeitsmappen"), die hier nicht geöffnet "
                    + "\(count == 1 ? "wird" : "werden"): Die gespeicherten Werte können alt sein"
            )
        case .hiddenColumns(let count):
            Sentence(
                en: "\(count, "hidden column was", "hidden columns were") read like the others",
                de:
                    "\(count, "ausgeblendete Spalte wurde", "ausgeblendete Spalten wurden") gelesen wie die anderen"
            )
        case .formulasWithoutValue(let count):
            Sentence(
                en:
                    "\(count, "formula was", "formulas were") saved without a value; their cells are "
                    + "empty here: open the workbook, save it, and use that file",
                de:
                    "\(count, "Formel ist", "Formeln sind") ohne Wert gespeichert; \(count == 1 ? "ihre Zelle ist" : "ihre Zellen sind") "
                    + "hier leer: Öffnen Sie die Arbeitsmappe, speichern Sie sie, und verwenden Sie diese Datei"
            )
        case .errorCells(let count):
            Sentence(
                en: "\(count, "cell holds", "cells hold") an error such as #N/A",
                de: "In \(count, "Zelle", "Zellen") steht ein Fehler wie #NV"
            )
        case .mergedRanges(let count):
            Sentence(
                en:
                    "\(count, "range", "ranges") of merged cells: only the first cell of each has a value",
                de:
                    "\(count, "Bereich", "Bereiche") mit verbundenen Zellen: Nur die erste Zelle hat jeweils einen Wert"
            )
        default: .empty
        }
    }

    private static func furtherSheets(_ count: Int, _ isChosen: Bool) -> Sentence {
        let way =
            isChosen
            ? .empty
            : Sentence(
                en: "; one of them is read with --sheet NAME",
                de: "; ein anderes Blatt liest --sheet NAME"
            )
        return Sentence(
            en:
                "\(count, "further sheet holds", "further sheets hold") cells that were not read\(way)",
            de:
                "\(count, "weiteres Blatt", "weitere Blätter") mit Inhalt, \(count == 1 ? "das nicht gelesen wurde" : "die nicht gelesen wurden")\(way)"
        )
    }
}
