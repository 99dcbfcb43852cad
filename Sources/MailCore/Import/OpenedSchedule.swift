/// A schedule of which is known what kind of file it is, where its header stands, and what its
/// columns mean.
struct OpenedSchedule {
    let form: ScheduleForm
    let records: any RecordSource
    /// The row of the header, 0 for a file without one; what comes after it is data.
    let headerRow: Int
    /// The line on which the header begins; nil for a file without one.
    let headerLine: Int?
    /// Lines above the header that say something else.
    let titleLines: [Int]
    /// When the list was made, if those lines say so.
    let statedAt: StatedTime?
    let mapping: ColumnMapping
    /// Whether some cell may hold bytes that are no text.
    let isDamaged: Bool
    /// How whole numbers count days, if they are days.
    let serials: SerialDays

    /// Reads as much of the file as it takes to know how to read it.
    ///
    /// - Throws: `ScheduleError` if the file cannot be used, and whatever `source` throws.
    init(_ source: ScheduleSource, _ options: ReadingOptions) throws {
        let file = try ScheduleFileReading(source, options)
        (form, records) = (file.form, file.records)
        (isDamaged, serials) = (file.isDamaged, file.serials)
        let search = HeaderSearch(
            overrides: options.columns,
            chosenRow: options.headerRow,
            profile: options.profile
        )
        let first = try search.candidates(in: records)
        let cells: [String]
        switch try search.locate(among: first.map(HeaderSearch.Row.init)) {
        case .row(let index):
            let header = first[index]
            (headerRow, headerLine) = (header.row, header.line)
            titleLines = first[..<index].map(\.line)
            statedAt = StatedTime(in: first[..<index])
            cells = try Self.cells(of: header)
        case .nowhere:
            (headerRow, headerLine, titleLines, statedAt) = (0, nil, [], nil)
            cells = [String](repeating: "", count: first[0].count)
        }
        mapping = try ColumnMapping(
            headers: cells,
            overrides: options.columns,
            profile: options.profile.profile(for: cells),
            hasGivenDay: options.day != nil,
            dayInName: options.dayInName
        )
    }

    /// Hands out the records below the header that are not blank.
    func forEachRow(_ take: (CSVRecord) throws -> ReadOn) throws {
        try records.forEachRecord { record in
            record.row > headerRow && !record.isBlank ? try take(record) : .more
        }
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
