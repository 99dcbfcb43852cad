import MailCore

/// Why a workbook cannot be used at all.
enum WorkbookRefusal: Hashable {
    case notAnArchive, damagedArchive, tooManyParts
    case notAWorkbook, openDocument, wordDocument, presentation, binaryWorkbook
    case encrypted, unknownCompression
    case doubledPart, partOutside, overlappingParts
    /// Declares or turns out to hold far more than any schedule.
    case bomb
    case tooLarge
    case missingPart, doctype, brokenXML
    case noSheet, sheetIsNoTable

    var error: ScheduleError { ScheduleError(message: Sentence(same: "\(what) \(wayOut)")) }

    private var what: Sentence {
        switch self {
        case .notAnArchive, .damagedArchive:
            Sentence(
                en: "The workbook is damaged or cut off: its ZIP archive cannot be read.",
                de:
                    "Die Arbeitsmappe ist beschädigt oder abgeschnitten: Ihr ZIP-Archiv ist nicht lesbar."
            )
        case .tooManyParts:
            Sentence(
                en:
                    "The workbook consists of more than \(WorkbookLimit.parts) parts; no schedule does.",
                de:
                    "Die Arbeitsmappe besteht aus mehr als \(WorkbookLimit.parts) Teilen, wie keine Terminliste."
            )
        case .notAWorkbook:
            Sentence(
                en: "The file is a ZIP archive, but no Excel workbook (.xlsx).",
                de: "Die Datei ist ein ZIP-Archiv, aber keine Excel-Arbeitsmappe (.xlsx)."
            )
        case .openDocument:
            Sentence(
                en: "The file is an OpenDocument file (such as .ods), not Excel's .xlsx.",
                de: "Die Datei ist eine OpenDocument-Datei (etwa .ods), nicht .xlsx von Excel."
            )
        case .wordDocument:
            Sentence(
                en: "The file is a Word document (.docx), not a workbook.",
                de: "Die Datei ist ein Word-Dokument (.docx), keine Arbeitsmappe."
            )
        case .presentation:
            Sentence(
                en: "The file is a presentation (.pptx), not a workbook.",
                de: "Die Datei ist eine Präsentation (.pptx), keine Arbeitsmappe."
            )
        case .binaryWorkbook:
            Sentence(
                en: "The file is a binary Excel workbook (.xlsb).",
                de: "Die Datei ist eine binäre Excel-Arbeitsmappe (.xlsb)."
            )
        case .encrypted:
            Sentence(
                en: "The workbook is protected by a password.",
                de: "Die Arbeitsmappe ist durch ein Passwort geschützt."
            )
        case .unknownCompression:
            Sentence(
                en: "The workbook is compressed in a way that Excel does not use.",
                de: "Die Arbeitsmappe ist so gepackt, wie Excel es nicht tut."
            )
        case .doubledPart:
            Sentence(
                en: "The workbook is damaged: two of its parts have the same name.",
                de: "Die Arbeitsmappe ist beschädigt: Zwei ihrer Teile heißen gleich."
            )
        case .partOutside:
            Sentence(
                en: "The workbook is damaged: a part's name leads out of the archive.",
                de:
                    "Die Arbeitsmappe ist beschädigt: Der Name eines Teils führt aus dem Archiv hinaus."
            )
        case .overlappingParts:
            Sentence(
                en: "The workbook is damaged: its parts lie on top of each other.",
                de: "Die Arbeitsmappe ist beschädigt: Ihre Teile liegen übereinander."
            )
        case .bomb:
            Sentence(
                en: "The workbook swells beyond all measure when it is unpacked (ZIP bomb).",
                de: "Die Arbeitsmappe schwillt beim Auspacken über jedes Maß an (ZIP-Bombe)."
            )
        case .tooLarge:
            Sentence(
                en: "The workbook is too large: it holds more text than can be kept in memory.",
                de:
                    "Die Arbeitsmappe ist zu groß: Sie enthält mehr Text, als in den Speicher passt."
            )
        case .missingPart:
            Sentence(
                en: "The workbook is damaged: a part that it names is missing.",
                de: "Die Arbeitsmappe ist beschädigt: Ein Teil, den sie nennt, fehlt."
            )
        case .doctype:
            Sentence(
                en: "The workbook holds a document type declaration, which none needs.",
                de: "Die Arbeitsmappe enthält eine Dokumenttyp-Angabe, die keine braucht."
            )
        case .brokenXML:
            Sentence(
                en: "The workbook is damaged: one of its parts is not the XML it should be.",
                de:
                    "Die Arbeitsmappe ist beschädigt: Einer ihrer Teile ist nicht das XML, das er sein müsste."
            )
        case .noSheet:
            Sentence(
                en: "The workbook has no sheet.",
                de: "Die Arbeitsmappe hat kein Blatt."
            )
        case .sheetIsNoTable:
            Sentence(
                en: "The sheet that should be read is a chart or macro sheet.",
                de: "Das Blatt, das gelesen werden soll, ist ein Diagramm- oder Makroblatt."
            )
        }
    }

    private var wayOut: Sentence {
        switch self {
        case .openDocument:
            Sentence(
                en: "Open it, save it as .xlsx or as \"CSV UTF-8\", and use that file.",
                de:
                    "Öffnen Sie sie, speichern Sie sie als .xlsx oder als „CSV UTF-8“, und verwenden Sie diese Datei."
            )
        case .wordDocument, .presentation, .notAWorkbook:
            Sentence(
                en: "Export the schedule from the booking system as CSV or .xlsx.",
                de: "Exportieren Sie die Terminliste aus dem Buchungssystem als CSV oder .xlsx."
            )
        case .binaryWorkbook:
            Sentence(
                en: "Open it in Excel, save it as .xlsx or as \"CSV UTF-8\", and use that file.",
                de:
                    "Öffnen Sie sie in Excel, speichern Sie sie als .xlsx oder als „CSV UTF-8“, und verwenden Sie diese Datei."
            )
        case .encrypted:
            Sentence(
                en: "Open it in Excel, save it without a password, and use that file.",
                de:
                    "Öffnen Sie sie in Excel, speichern Sie sie ohne Passwort, und verwenden Sie diese Datei."
            )
        case .bomb, .tooManyParts, .partOutside, .overlappingParts, .doubledPart, .doctype:
            Sentence(
                en: "Do not open it; ask where it comes from, and export the schedule again.",
                de:
                    "Öffnen Sie sie nicht; fragen Sie, woher sie kommt, und exportieren Sie die Terminliste noch einmal."
            )
        case .tooLarge:
            Sentence(
                en: "Export fewer days, or export as CSV.",
                de: "Exportieren Sie weniger Tage, oder als CSV."
            )
        case .sheetIsNoTable:
            Sentence(
                en: "Name the one with the list with --sheet NAME, or save that as \"CSV UTF-8\".",
                de:
                    "Nennen Sie das Blatt mit der Liste mit --sheet NAME, oder speichern Sie es als „CSV UTF-8“."
            )
        case .noSheet, .notAnArchive, .damagedArchive, .unknownCompression, .missingPart,
            .brokenXML:
            Sentence(
                en: "Export it again, or open it in Excel and save it as .xlsx or \"CSV UTF-8\".",
                de:
                    "Exportieren Sie noch einmal, oder öffnen Sie sie in Excel und speichern Sie sie als .xlsx oder „CSV UTF-8“."
            )
        }
    }
}
