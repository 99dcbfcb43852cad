import MailCore

/// One sheet of an Excel workbook (.xlsx), as records.
///
/// Only stored values are read: no formula is evaluated, no macro run, nothing outside the file
/// opened. The sheet is unpacked piece by piece, once to check and count everything, and once for
/// each handing out; what is kept is the packed file and its shared texts.
package struct Workbook: Sendable {
    /// What a person should know before the sheet is used.
    package let facts: WorkbookFacts

    private let bytes: [UInt8]
    private let part: String
    private let values: CellValues

    /// Whether bytes begin as every workbook does, and every other ZIP archive.
    package static func mayBegin(with head: [UInt8]) -> Bool {
        head.starts(with: [0x50, 0x4B, 3, 4])
    }

    /// Checks a workbook whole.
    ///
    /// - Parameters:
    ///   - bytes: The file, at most 64 MiB.
    ///   - sheet: The sheet to read: its name or, if none is called so, its number from 1; nil for
    ///     the first, unless it is hidden.
    /// - Throws: `ScheduleError` if it is no workbook, damaged, protected, or unreasonable, or if it
    ///   is not certain which sheet is meant.
    package init(bytes: [UInt8], sheet: String? = nil) throws(ScheduleError) {
        do {
            self = try WorkbookArchive.open(bytes) { try Self(bytes, $0, sheet) }
        } catch let error as ScheduleError {
            throw error
        } catch {
            // Nothing else is thrown while a workbook is only checked.
            throw WorkbookRefusal.brokenXML.error
        }
    }

    private init(_ bytes: [UInt8], _ archive: WorkbookArchive, _ sheet: String?) throws {
        let directory = try WorkbookDirectory(archive)
        let choice = SheetChoice(sheets: directory.sheets)
        let index = try choice.index(of: sheet)
        guard let part = directory.sheets[index].part else {
            throw WorkbookRefusal.sheetIsNoTable.error
        }
        self.bytes = bytes
        self.part = part
        values = CellValues(
            strings: try Self.strings(directory, archive),
            styles: try Self.styles(directory, archive),
            serials: directory.serials
        )
        let survey = SheetReader(values)
        var facts = try archive.read(part, limit: WorkbookLimit.unpacked, survey).facts
        facts.sheets = directory.sheets.count
        facts.sheet = choice.shown(index)
        facts.isSheetChosen = sheet != nil
        facts.hiddenSheets = directory.sheets.count { $0.isHidden }
        facts.serials = directory.serials
        facts.hasMacros = directory.hasMacros
        facts.externalLinks = directory.externalLinks
        facts.otherSheets = try Self.filled(directory, archive, besides: index).map(choice.shown)
        self.facts = facts
    }

    /// The indices of the other sheets that hold anything; no part is read twice.
    private static func filled(
        _ directory: WorkbookDirectory,
        _ archive: WorkbookArchive,
        besides index: Int
    ) throws -> [Int] {
        let others = directory.sheets.indices.filter { $0 != index }
        let parts = Set(others.compactMap { directory.sheets[$0].part })
        let filled = try parts.filter { try archive.hasCells(in: $0) }
        return others.filter { directory.sheets[$0].part.map(filled.contains) ?? false }
    }

    /// Hands out every row of the sheet that holds anything, from the top.
    ///
    /// All records have as many fields as the sheet has columns. `row` and `line` are the row's
    /// own number, the one beside it in the spreadsheet.
    ///
    /// - Parameters:
    ///   - hiddenRows: What to do with rows that nobody sees.
    ///   - take: Gets a record for the length of its call.
    /// - Throws: `ScheduleError` if there are hidden rows and they are refused, before any record
    ///   is handed out; and whatever `take` throws.
    package func forEachRecord(
        hiddenRows: HiddenRows,
        _ take: (CSVRecord) throws -> Void
    ) throws {
        guard hiddenRows != .refuse || facts.hiddenRows == 0 else { throw hiddenRowsError }
        try withoutActuallyEscaping(take) { take in
            try WorkbookArchive.open(bytes) { archive in
                let reader = SheetReader(values, width: facts.columns) { record, isHidden in
                    if !isHidden || hiddenRows == .use { try take(record) }
                }
                _ = try archive.read(part, limit: WorkbookLimit.unpacked, reader)
            }
        }
    }

    private var hiddenRowsError: ScheduleError {
        let (hidden, filtered) = (facts.hiddenRows, facts.filteredRows)
        let by =
            filtered > 0
            ? Sentence(
                en: " (\(filtered) of them by a filter)",
                de: " (\(filtered) davon durch einen Filter)"
            ) : .empty
        return ScheduleError(
            message: Sentence(
                en:
                    "The file cannot be used yet: \(hidden, "row of the sheet is hidden", "rows of the sheet are hidden")"
                    + "\(by). Say whether they belong to the schedule: \"--hidden-rows use\" reads them like all others, "
                    + "\"--hidden-rows skip\" leaves them out.",
                de:
                    "Die Datei ist noch nicht verwendbar: \(hidden, "Zeile des Blatts ist ausgeblendet", "Zeilen des Blatts sind ausgeblendet")"
                    + "\(by). Sagen Sie, ob sie zur Terminliste gehören: „--hidden-rows use“ liest sie wie alle anderen, "
                    + "„--hidden-rows skip“ lässt sie weg."
            )
        )
    }

    private static func strings(
        _ directory: WorkbookDirectory,
        _ archive: WorkbookArchive
    ) throws -> SharedStrings {
        guard let part = directory.sharedStrings else { return SharedStrings() }
        return try archive.read(part, limit: WorkbookLimit.unpacked, SharedStrings())
    }

    private static func styles(
        _ directory: WorkbookDirectory,
        _ archive: WorkbookArchive
    ) throws -> WorkbookStyles {
        guard let part = directory.styles else { return WorkbookStyles() }
        return try archive.read(part, WorkbookStyles())
    }
}
