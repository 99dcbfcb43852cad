/// A schedule of which is known what kind of file it is, where its header stands, and what its
/// columns mean.
struct OpenedSchedule {
    let form: ScheduleForm
    let records: any RecordSource
    /// The row of the header; what comes after it is data.
    let headerRow: Int
    let headerLine: Int
    /// Lines above the header that say something else.
    let titleLines: [Int]
    let mapping: ColumnMapping
    /// Whether some cell may hold bytes that are no text.
    let isDamaged: Bool

    /// Reads as much of the file as it takes to know how to read it.
    ///
    /// - Throws: `ScheduleError` if the file cannot be used, and whatever `source` throws.
    init(_ source: ScheduleSource, _ options: ReadingOptions) throws {
        if let foreign = ForeignFormat(head: try source.head(512)) { throw foreign.error }
        let survey = try EncodingSurvey(of: source, chosen: options.encoding)
        if let foreign = ForeignFormat(head: survey.head) { throw foreign.error }
        let dialect = try Dialect(
            head: survey.head,
            isWhole: survey.isWhole,
            chosen: options.delimiter
        )
        records = TextRecords(source: source, survey: survey, dialect: dialect)
        form = ScheduleForm(
            encoding: survey.encoding,
            encodingCertainty: survey.certainty,
            delimiter: dialect.delimiter,
            delimiterCertainty: dialect.certainty,
            hasSeparatorLine: dialect.separatorLineLength > 0
        )
        isDamaged = survey.isDamaged
        let search = HeaderSearch(overrides: options.columns)
        let first = try search.candidates(in: records)
        let index = try search.find(among: first)
        let header = first[index]
        headerRow = header.row
        headerLine = header.line
        titleLines = first[..<index].map(\.line)
        mapping = try ColumnMapping(
            headers: Self.cells(of: header),
            overrides: options.columns
        )
    }

    /// - Throws: `ScheduleError` for a header that is no text, or was encoded twice.
    private static func cells(of header: CSVRecord) throws(ScheduleError) -> [String] {
        guard (0..<header.count).allSatisfy({ header.isText($0) }) else {
            throw ScheduleError(
                line: header.line,
                row: header.row,
                message: "The header holds bytes that are no text. Export the schedule again."
            )
        }
        let cells = (0..<header.count).map { header.text($0) }
        guard !cells.contains(where: DoubleEncoding.isIn) else {
            throw DoubleEncoding.error(line: header.line, row: header.row)
        }
        return cells
    }
}

extension ScheduleSource {
    /// The first bytes, at most `count`.
    func head(_ count: Int) throws -> [UInt8] {
        var head: [UInt8] = []
        let next = try open()
        while head.count < count, let chunk = try next() { head += chunk }
        return Array(head.prefix(count))
    }
}
