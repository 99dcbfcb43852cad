import MailCore

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
    /// What keeps the file from being used, in the order in which it was found.
    let problems: [ScheduleError]
    private let padsShortRows: Bool
    private let filledColumns: [Int]
    /// The rows among which no header was found; empty where there is one, or where none is wanted.
    let headerCandidates: [HeaderCandidate]

    /// Reads as much of the file as it takes to know how to read it.
    ///
    /// - Throws: `ScheduleError` if the file cannot be used, and whatever `source` throws.
    init(_ source: ScheduleSource, _ options: ReadingOptions) throws {
        try self.init(finding: ScheduleFileReading(source, options), options)
        if let problem = problems.first { throw problem }
    }

    /// The same as far as it goes; what is missing, or could be two, stands in `problems`.
    ///
    /// A file without a recognised header is opened like one that has none.
    ///
    /// - Throws: `ScheduleError` if there are no rows to look at, and whatever the source throws.
    init(finding file: ScheduleFileReading, _ options: ReadingOptions) throws {
        (form, records) = (file.form, file.records)
        (isDamaged, serials) = (file.isDamaged, file.serials)
        let search = HeaderSearch(
            overrides: options.columns,
            chosenRow: options.headerRow,
            profile: options.profile,
            wayElsewhere: file.form.wayElsewhere
        )
        let (first, problem) = try search.candidates(in: records)
        let rows = first.map(HeaderSearch.Row.init)
        var problems = [problem].compactMap(\.self)
        var cells: [String]
        do throws(ScheduleError) {
            switch try search.locate(among: rows) {
            case .row(let index):
                let header = first[index]
                (headerRow, headerLine) = (header.row, header.line)
                titleLines = first[..<index].map(\.line)
                statedAt = StatedTime(in: first[..<index])
                cells = rows[index].cells
                if let problem = Self.problem(of: header, cells) { problems.append(problem) }
                if Self.hasSingleQuotes(header) { problems.append(Self.singleQuotes(header)) }
            case .nowhere:
                (headerRow, headerLine, titleLines, statedAt) = (0, nil, [], nil)
                cells = [String](repeating: "", count: first[0].count)
            }
            headerCandidates = []
        } catch {
            (headerRow, headerLine, titleLines, statedAt) = (0, nil, [], nil)
            cells = [String](repeating: "", count: first.map(\.count).max() ?? 0)
            headerCandidates = rows.map(search.candidate)
            if let first = first.first, Self.hasSingleQuotes(first) {
                problems.append(Self.singleQuotes(first))
            }
            problems.append(error)
        }
        mapping = ColumnMapping(
            finding: cells,
            overrides: options.columns,
            ignored: options.ignored,
            profile: options.profile.profile(for: cells),
            hasGivenDay: options.day != nil,
            dayInName: options.dayInName
        )
        padsShortRows = options.padsShortRows
        do throws(ScheduleError) {
            filledColumns = try ChosenColumns.filled(options.filledDown, among: mapping.headers)
        } catch {
            filledColumns = []
            problems.append(error)
        }
        // Without a header, everything else is missing, too: that needs no saying.
        self.problems = headerCandidates.isEmpty ? problems + mapping.problems : problems
    }

    /// Hands out the records below the header that are not blank.
    ///
    /// - Returns: What was completed in them, by the operator's word.
    @discardableResult
    func forEachRow(_ take: (CSVRecord) throws -> ReadOn) throws -> RowCompletion {
        var completion = RowCompletion(
            headers: mapping.headers,
            padsRows: padsShortRows,
            filled: filledColumns
        )
        try records.forEachRecord { record in
            guard record.row > headerRow, !record.isBlank else { return .more }
            let whole =
                form.endsCellsWithSemicolons
                ? SplitEntities.joined(record, width: mapping.headers.count) : record
            return try take(completion.completed(whole))
        }
        return completion
    }

    /// Whether most cells stand in single quotes.
    private static func hasSingleQuotes(_ record: CSVRecord) -> Bool {
        let mark = QuoteStyle.single.mark
        let cells = (0..<record.count).map { record[$0] }.filter { $0.count > 1 }
        let quoted = cells.count { $0.first == mark && $0.last == mark }
        return quoted >= 3 && quoted * 2 > cells.count
    }

    private static func singleQuotes(_ header: CSVRecord) -> ScheduleError {
        ScheduleError(
            line: header.line,
            row: header.row,
            message: Sentence(
                en:
                    "The cells stand in single quotes, which are read as a part of them. If that is wrong, say --quotes single.",
                de:
                    "Die Zellen stehen in einfachen Anführungszeichen, die als Teil von ihnen gelesen werden. Ist das falsch, nehmen Sie --quotes single."
            )
        )
    }

    /// A header that is no text, or was encoded twice.
    private static func problem(of header: CSVRecord, _ cells: [String]) -> ScheduleError? {
        guard (0..<header.count).allSatisfy({ header.isText($0) }) else {
            return ScheduleError(
                line: header.line,
                row: header.row,
                message: Sentence(
                    en: "The header holds bytes that are no text. Export the schedule again.",
                    de:
                        "Die Überschriften enthalten etwas, das kein Text ist. Exportieren Sie die Terminliste noch einmal."
                )
            )
        }
        guard !cells.contains(where: DoubleEncoding.isIn) else {
            return DoubleEncoding.error(line: header.line, row: header.row)
        }
        // Its cells are shown, and kept with the campaign: they must be nobody's.
        guard !cells.contains(where: { AddressCell(parsing: $0).address != nil }) else {
            return ScheduleError(
                line: header.line,
                row: header.row,
                message: Sentence(
                    en:
                        "The row that was taken for the header holds an e-mail address, so it is somebody's row. Say which row names the columns with --header-row, or --header-row 0 if none does.",
                    de:
                        "Die Zeile, die für die Überschriften gehalten wurde, enthält eine E-Mail-Adresse und gehört also zu einer Person. Sagen Sie mit --header-row, in welcher Zeile die Überschriften stehen, oder --header-row 0, wenn es keine gibt."
                )
            )
        }
        return nil
    }
}
