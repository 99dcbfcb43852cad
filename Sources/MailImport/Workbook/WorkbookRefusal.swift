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

    var error: ScheduleError { ScheduleError(message: "\(what) \(wayOut)") }

    private var what: String {
        switch self {
        case .notAnArchive, .damagedArchive:
            "The workbook is damaged or cut off: its ZIP archive cannot be read."
        case .tooManyParts:
            "The workbook consists of more than \(WorkbookLimit.parts) parts; no schedule does."
        case .notAWorkbook: "The file is a ZIP archive, but no Excel workbook (.xlsx)."
        case .openDocument: "The file is an OpenDocument file (such as .ods), not Excel's .xlsx."
        case .wordDocument: "The file is a Word document (.docx), not a workbook."
        case .presentation: "The file is a presentation (.pptx), not a workbook."
        case .binaryWorkbook: "The file is a binary Excel workbook (.xlsb)."
        case .encrypted: "The workbook is protected by a password."
        case .unknownCompression: "The workbook is compressed in a way that Excel does not use."
        case .doubledPart: "The workbook is damaged: two of its parts have the same name."
        case .partOutside: "The workbook is damaged: a part's name leads out of the archive."
        case .overlappingParts: "The workbook is damaged: its parts lie on top of each other."
        case .bomb: "The workbook swells beyond all measure when it is unpacked (ZIP bomb)."
        case .tooLarge: "The workbook is too large: it holds more text than can be kept in memory."
        case .missingPart: "The workbook is damaged: a part that it names is missing."
        case .doctype: "The workbook holds a document type declaration, which none needs."
        case .brokenXML: "The workbook is damaged: one of its parts is not the XML it should be."
        case .noSheet: "The workbook has no sheet."
        case .sheetIsNoTable: "The sheet that should be read is a chart or macro sheet."
        }
    }

    private var wayOut: String {
        switch self {
        case .openDocument:
            "Open it, save it as .xlsx or as \"CSV UTF-8\", and use that file."
        case .wordDocument, .presentation, .notAWorkbook:
            "Export the schedule from the booking system as CSV or .xlsx."
        case .binaryWorkbook:
            "Open it in Excel, save it as .xlsx or as \"CSV UTF-8\", and use that file."
        case .encrypted:
            "Open it in Excel, save it without a password, and use that file."
        case .bomb, .tooManyParts, .partOutside, .overlappingParts, .doubledPart, .doctype:
            "Do not open it; ask where it comes from, and export the schedule again."
        case .tooLarge:
            "Export fewer days, or export as CSV."
        case .sheetIsNoTable:
            "Name the one with the list with --sheet NAME, or save that as \"CSV UTF-8\"."
        case .noSheet, .notAnArchive, .damagedArchive, .unknownCompression, .missingPart,
            .brokenXML:
            "Export it again, or open it in Excel and save it as .xlsx or \"CSV UTF-8\"."
        }
    }
}
