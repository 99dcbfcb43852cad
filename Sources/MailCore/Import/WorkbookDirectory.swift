/// Which parts of a workbook hold what.
struct WorkbookDirectory {
    struct Sheet: Hashable {
        /// Its part; nil for charts and macro sheets, which hold no table.
        let part: String?
        let isHidden: Bool
    }

    /// In the order of the tabs.
    let sheets: [Sheet]
    let is1904: Bool
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
            return Sheet(part: isTable ? relation?.part : nil, isHidden: sheet.isHidden)
        }
        is1904 = overview.is1904
        styles = relations.part(of: "styles")
        sharedStrings = relations.part(of: "sharedStrings")
        externalLinks = relations.all.values.count { $0.kind == "externalLink" }
        hasMacros = relations.all.values.contains { $0.kind == "vbaProject" }
    }

    private static func mainPart(of archive: WorkbookArchive) throws -> String {
        guard archive.hasPart("_rels/.rels") else {
            let isOpenDocument = archive.hasPart("mimetype") && archive.hasPart("content.xml")
            throw (isOpenDocument ? WorkbookRefusal.openDocument : .notAWorkbook).error
        }
        let relations = try WorkbookRelations(of: "", in: archive)
        guard let main = relations.part(of: "officeDocument") else {
            throw WorkbookRefusal.notAWorkbook.error
        }
        if main.hasSuffix(".bin") { throw WorkbookRefusal.binaryWorkbook.error }
        if main.hasPrefix("word/") { throw WorkbookRefusal.wordDocument.error }
        if main.hasPrefix("ppt/") { throw WorkbookRefusal.presentation.error }
        return main
    }
}

/// Where a part of a workbook points to.
struct WorkbookRelations {
    struct Relation: Hashable {
        /// The last word of the type, which is the same in the strict form of the standard.
        let kind: String
        /// The part pointed to.
        let part: String
    }

    /// By their ids; without those that lead out of the file.
    let all: [String: Relation]

    /// Reads what `part` points to, or the whole file if `part` is empty.
    init(of part: String, in archive: WorkbookArchive) throws {
        let steps = part.split(separator: "/")
        let folder = steps.dropLast()
        let name = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
        var reader = RelationReader(folder: folder.map(String.init))
        if archive.hasPart(name) { reader = try archive.read(name, reader) }
        all = reader.relations
    }

    func part(of kind: String) -> String? {
        all.values.first { $0.kind == kind }?.part
    }
}

private struct RelationReader: XMLPartReader {
    enum Place { case list }

    let folder: [String]
    var relations: [String: WorkbookRelations.Relation] = [:]

    mutating func begin(
        _ name: String,
        in place: Place?,
        _ attributes: XMLAttributes
    ) throws(ScheduleError) -> Place? {
        switch (place, name) {
        case (nil, "Relationships"): return .list
        case (.list, "Relationship"):
            try add(attributes)
            return nil
        default: return nil
        }
    }

    private mutating func add(_ attributes: XMLAttributes) throws(ScheduleError) {
        guard attributes.value("TargetMode") != "External",
            let id = attributes.value("Id"), let type = attributes.value("Type"),
            let target = attributes.value("Target"),
            let kind = type.split(separator: "/").last
        else { return }
        let relation = WorkbookRelations.Relation(kind: String(kind), part: resolved(target))
        guard relations.updateValue(relation, forKey: id) == nil else {
            throw WorkbookRefusal.brokenXML.error
        }
        guard relations.count <= WorkbookLimit.parts else {
            throw WorkbookRefusal.tooManyParts.error
        }
    }

    /// A target that begins with a slash counts from the top, any other from the part's folder.
    private func resolved(_ target: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
        }
        return steps.joined(separator: "/")
    }
}

/// What the workbook's main part says about its sheets.
private struct WorkbookOverview: XMLPartReader {
    enum Place { case workbook, sheets }

    var sheets: [(relation: String, isHidden: Bool)] = []
    var is1904 = false

    mutating func begin(
        _ name: String,
        in place: Place?,
        _ attributes: XMLAttributes
    ) throws(ScheduleError) -> Place? {
        switch (place, name) {
        case (nil, "workbook"): return .workbook
        case (.workbook, "sheets"): return .sheets
        case (.workbook, "workbookPr"):
            is1904 = attributes.isTrue("date1904")
            return nil
        case (.sheets, "sheet"):
            let state = attributes.value("state") ?? "visible"
            let relation = attributes.value("id", hasPrefix: true) ?? ""
            sheets.append((relation, state != "visible"))
            guard sheets.count <= WorkbookLimit.parts else {
                throw WorkbookRefusal.tooManyParts.error
            }
            return nil
        default: return nil
        }
    }
}

extension WorkbookArchive {
    /// Reads a part that describes others, to its end.
    func read<Reader: XMLPartReader>(
        _ name: String,
        limit: Int = WorkbookLimit.description,
        _ reader: Reader
    ) throws -> Reader {
        let part = try part(name, limit: limit)
        return try XMLPart.read(reader, from: part.next)
    }
}
