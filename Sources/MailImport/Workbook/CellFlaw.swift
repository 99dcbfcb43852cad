import MailCore

/// Why a cell cannot be read.
enum CellFlaw: Error, Hashable {
    case noSuchText, noSuchStyle, noValue, unknownKind, tooLong
    case misplaced, tooFarRight, tooFarDown

    /// The error, with the row in which the cell stands; 0 if there is none yet.
    func error(row: Int) -> ScheduleError {
        let place = row == 0 ? nil : row
        let message = Sentence(
            en: "The sheet cannot be read: \(what). \(wayOut)",
            de: "Das Blatt ist nicht lesbar: \(what). \(wayOut)"
        )
        return ScheduleError(line: place, row: place, message: message)
    }

    private var what: Sentence {
        switch self {
        case .noSuchText:
            Sentence(
                en: "a cell names a text that the workbook does not hold",
                de: "Eine Zelle nennt einen Text, den die Arbeitsmappe nicht enthält"
            )
        case .noSuchStyle:
            Sentence(
                en: "a cell names a format that the workbook does not hold",
                de: "Eine Zelle nennt ein Format, das die Arbeitsmappe nicht enthält"
            )
        case .noValue:
            Sentence(
                en: "a cell holds something else than its type says",
                de: "In einer Zelle steht etwas anderes, als ihr Typ sagt"
            )
        case .unknownKind:
            Sentence(
                en: "a cell is of a type that no workbook knows",
                de: "Eine Zelle hat einen Typ, den keine Arbeitsmappe kennt"
            )
        case .tooLong:
            Sentence(
                en: "a cell is longer than 64 KiB",
                de: "Eine Zelle ist länger als 64 KiB"
            )
        case .misplaced:
            Sentence(
                en: "rows or cells do not follow each other from the top left, each once",
                de: "Zeilen oder Zellen folgen einander nicht von links oben an, jede einmal"
            )
        case .tooFarRight:
            Sentence(
                en: "it uses more than \(WorkbookLimit.usedColumns) columns",
                de: "Es verwendet mehr als \(WorkbookLimit.usedColumns) Spalten"
            )
        case .tooFarDown:
            Sentence(
                en: "it has rows below \(WorkbookLimit.rows), where no sheet has any",
                de: "Es hat Zeilen unterhalb von \(WorkbookLimit.rows), wo kein Blatt welche hat"
            )
        }
    }

    private var wayOut: Sentence {
        switch self {
        case .tooLong, .tooFarRight:
            Sentence(
                en: "Remove what is no schedule from the sheet, or export it again.",
                de:
                    "Entfernen Sie vom Blatt, was nicht zur Terminliste gehört, oder exportieren Sie noch einmal."
            )
        case .noSuchText, .noSuchStyle, .noValue, .unknownKind, .misplaced, .tooFarDown:
            Sentence(
                en: "Export it again, or open it in Excel and save it as .xlsx or \"CSV UTF-8\".",
                de:
                    "Exportieren Sie noch einmal, oder öffnen Sie sie in Excel und speichern Sie sie als .xlsx oder „CSV UTF-8“."
            )
        }
    }
}
