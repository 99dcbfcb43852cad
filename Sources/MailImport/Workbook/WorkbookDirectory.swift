import MailCore

/// Which parts of a workbook hold what.
struct WorkbookDirectory {
    struct Sheet: Hashable {
        /// As the tab shows it.
        let name: String
        /// Its part; nil for charts and macro sheets, which hold no table.
        let part: String?
        let isHidden: Bool
    }

    /// In the order of the tabs.
    let sheets: [Sheet]
    let serials: SerialDays
    let styles: String?
    let sharedStrings: String?
    let externalLinks: Int
    let hasMacros: Bool

    init(_ archive: WorkbookArchive) throws {
        let main = try Self.mainPart(of: archive)
        let overview = try archive.read(main, WorkbookOverview())
        let relations = try WorkbookRelations(of: main, in: archive)
        sheets = overview.sheets.map { sheet in
            let relation = relations.all[sheet.relation]
            let isTable = relation?.kind == "worksheet"
            return Sheet(
                name: sheet.name,
                part: isTable ? relation?.part : nil,
                isHidden: sheet.isHidden
            )
        }
        serials = overview.serials
        styles = try relations.part(of: "styles")
        sharedStrings = try relations.part(of: "sharedStrings")
        externalLinks = relations.all.values.count { $0.kind == "externalLink" }
        hasMacros = relations.all.values.contains { $0.kind == "vbaProject" }
    }

    private static func mainPart(of archive: WorkbookArchive) throws -> String {
        guard archive.hasPart("_rels/.rels") else {
            let isOpenDocument = archive.hasPart("mimetype") && archive.hasPart("content.xml")
            throw (isOpenDocument ? WorkbookRefusal.openDocument : .notAWorkbook).error
        }
        let relations = try WorkbookRelations(of: "", in: archive)
        guard let main = try relations.part(of: "officeDocument") else {
            throw WorkbookRefusal.notAWorkbook.error
        }
        if main.hasSuffix(".bin") { throw WorkbookRefusal.binaryWorkbook.error }
        if main.hasPrefix("word/") { throw WorkbookRefusal.wordDocument.error }
        if main.hasPrefix("ppt/") { throw WorkbookRefusal.presentation.error }
        return main
    }
}

/// What the workbook's main part says about its sheets.
private struct WorkbookOverview: XMLPartReader {
    enum Place { case workbook, sheets }

    var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    var serials = SerialDays.since1900

    mutating func begin(
        _ name: String,
        in place: Place?,
        _ attributes: XMLAttributes
    ) throws(ScheduleError) -> Place? {
        switch (place, name) {
        case (nil, "workbook"): return .workbook
        case (.workbook, "sheets"): return .sheets
        case (.workbook, "workbookPr"):
            serials = attributes.isTrue("date1904") ? .since1904 : .since1900
            return nil
        case (.sheets, "sheet"):
            let state = attributes.value("state") ?? "visible"
            let relation = attributes.value("id", hasPrefix: true) ?? ""
            sheets.append((attributes.value("name") ?? "", relation, state != "visible"))
            guard sheets.count <= WorkbookLimit.parts else {
                throw WorkbookRefusal.tooManyParts.error
            }
            return nil
        default: return nil
        }
    }
}
