import MailCore

/// What kind of file a schedule is, and how its records are read.
struct ScheduleFileReading {
    let form: ScheduleForm
    let records: any RecordSource
    /// Whether some cell may hold bytes that are no text.
    let isDamaged: Bool
    /// How whole numbers count days, if they are days.
    let serials: SerialDays

    /// - Throws: `ScheduleError` for a file that is no schedule, and whatever `source` throws.
    init(_ source: ScheduleSource, _ options: ReadingOptions) throws {
        let head = try source.head(512)
        if let foreign = ForeignFormat(head: head) { throw foreign.error }
        if Workbook.mayBegin(with: head) {
            try self.init(workbook: source, options)
        } else {
            try self.init(text: source, options)
        }
    }

    private init(workbook source: ScheduleSource, _ options: ReadingOptions) throws {
        try Self.refuseTextOptions(options)
        let workbook = try Workbook(
            bytes: source.head(WorkbookLimit.container + 1),
            sheet: options.sheet
        )
        records = WorkbookRecords(workbook: workbook, hiddenRows: options.hiddenRows)
        form = .workbook(workbook.facts, hiddenRows: options.hiddenRows)
        isDamaged = false
        serials = workbook.facts.serials
    }

    private static func refuseTextOptions(_ options: ReadingOptions) throws(ScheduleError) {
        let options = [
            options.encoding.map { _ in "--encoding" },
            options.delimiter.map { _ in "--delimiter" },
            options.quotes == .double ? nil : "--quotes",
        ]
        guard let option = options.compactMap(\.self).first else { return }
        throw ScheduleError(
            message: Sentence(
                en: "The file is a workbook, and \(option) is for text files. Leave it out.",
                de:
                    "Die Datei ist eine Arbeitsmappe, und \(option) ist für Textdateien. Lassen Sie es weg."
            )
        )
    }

    private init(text source: ScheduleSource, _ options: ReadingOptions) throws {
        guard options.sheet == nil else {
            throw ScheduleError(
                message: Sentence(
                    en: "The file is a text file, and --sheet is for workbooks. Leave it out.",
                    de:
                        "Die Datei ist eine Textdatei, und --sheet ist für Arbeitsmappen. Lassen Sie es weg."
                )
            )
        }
        let text = try TextRecords(source, options)
        (records, form) = (text, .text(text.form))
        (isDamaged, serials) = (text.survey.isDamaged, .since1900)
    }
}
