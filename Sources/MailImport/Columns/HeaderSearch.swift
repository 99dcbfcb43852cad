package import MailCore

/// Finds the header row among the first rows of a schedule.
package struct HeaderSearch {
    /// How many rows are searched.
    package static let depth = 20

    /// Where the names of the columns stand.
    package enum Place: Hashable {
        /// The row at this index; the rows in front of it are titles.
        case row(Int)
        /// Nowhere, because of `--header-row 0`: every row is data, and columns are numbers.
        case nowhere
    }

    /// One row among the first, as far as the search goes.
    package struct Row {
        /// As a spreadsheet numbers it.
        package let number: Int
        package let cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }

        init(_ record: CSVRecord) {
            number = record.row
            cells = (0..<record.count).map { record.text($0) }
        }
    }

    let overrides: [ColumnOverride]
    /// As `--header-row` says: the header's row as a spreadsheet numbers it, 0 for no header at all.
    let chosenRow: Int?
    /// A layout may have headers that the synonyms do not know.
    let profile: ProfileChoice
    /// Where else the schedule may be, to follow a sentence; empty if nowhere.
    let wayElsewhere: Sentence

    package init(
        overrides: [ColumnOverride],
        chosenRow: Int? = nil,
        profile: ProfileChoice = .none,
        wayElsewhere: Sentence = .empty
    ) {
        self.overrides = overrides
        self.chosenRow = chosenRow
        self.profile = profile
        self.wayElsewhere = wayElsewhere
    }

    /// The rows among which the header must be; blank ones are left out.
    ///
    /// - Returns: The rows, at least one, and why no more of them can be read, if it is so.
    /// - Throws: `ScheduleError` if there are none, and whatever reading them throws.
    func candidates(
        in records: any RecordSource
    ) throws -> (rows: [CSVRecord], problem: ScheduleError?) {
        var first: [CSVRecord] = []
        var problem: ScheduleError?
        do {
            try records.forEachRecord { record in
                guard record.row <= Self.depth else { return .enough }
                if !record.isBlank { first.append(record) }
                return .more
            }
        } catch let error as ScheduleError where !first.isEmpty {
            problem = error
        }
        guard !first.isEmpty else {
            throw ScheduleError(
                message: Sentence(
                    en: "The file has no rows. Export the schedule again.\(wayElsewhere)",
                    de:
                        "Die Datei hat keine Zeilen. Exportieren Sie die Terminliste noch einmal.\(wayElsewhere)"
                )
            )
        }
        return (first, problem)
    }

    /// The place of the header, chosen or found.
    ///
    /// - Throws: `ScheduleError` if no row names the columns, or the chosen one is missing.
    package func locate(among rows: [Row]) throws(ScheduleError) -> Place {
        guard let chosenRow else { return .row(try search(rows)) }
        guard chosenRow != 0 else { return .nowhere }
        guard let index = rows.firstIndex(where: { $0.number == chosenRow }) else {
            throw ScheduleError(
                message: Sentence(
                    en:
                        "Row \(chosenRow) is empty, or not among the first \(Self.depth). Give the row that names the columns with --header-row, "
                        + "or 0 if there is none.",
                    de:
                        "Zeile \(chosenRow) ist leer oder nicht unter den ersten \(Self.depth). Nennen Sie mit --header-row die Zeile mit den "
                        + "Überschriften, oder 0, wenn es keine gibt."
                )
            )
        }
        return .row(index)
    }

    private func search(_ rows: [Row]) throws(ScheduleError) -> Int {
        if let known = rows.firstIndex(where: { profile.recognises($0.cells) }) { return known }
        var best: (index: Int, hits: Int)?
        for (index, row) in rows.enumerated() {
            let fields = row.cells.compactMap(meaning)
            let isHeader =
                fields.count >= 3 || (fields.contains(.email) && fields.contains(.start))
            // Of two header lines the first stays the header: its captions are no data either.
            if isHeader, fields.count > (best?.hits ?? 0) { best = (index, fields.count) }
        }
        guard let best else { throw none }
        return best.index
    }

    /// What a row shows of being a header: only words that stand in the table of headers.
    func candidate(_ row: Row) -> HeaderCandidate {
        HeaderCandidate(
            row: row.number,
            cells: row.cells.count { !$0.trimmed.isEmpty },
            known: row.cells.filter { ScheduleField(header: $0) != nil }.map(\.trimmed)
        )
    }

    private var none: ScheduleError {
        ScheduleError(
            message: Sentence(
                en:
                    "No row among the first \(Self.depth) names the columns. Export the schedule with its header row. If there is none, say so "
                    + "with --header-row 0, and name the columns by number, e.g. --map email=\"column 3\".\(wayElsewhere)",
                de:
                    "Unter den ersten \(Self.depth) Zeilen ist keine mit Überschriften. Exportieren Sie die Terminliste mit Überschriften. Gibt es "
                    + "keine, sagen Sie --header-row 0, und nennen Sie die Spalten mit Nummer, z. B. --map email=\"column 3\".\(wayElsewhere)"
            )
        )
    }

    private func meaning(_ cell: String) -> ScheduleField? {
        let key = Synonym.key(of: cell)
        let chosen = overrides.first { !key.isEmpty && Synonym.key(of: $0.header) == key }
        let meaning = chosen?.field ?? profile.field(of: cell) ?? ScheduleField(header: cell)
        return meaning == .date ? .start : meaning
    }
}

/// A row that might name the columns, for a person to judge.
package struct HeaderCandidate: Hashable, Sendable {
    /// As a spreadsheet numbers it.
    package let row: Int
    /// How many of its cells are filled.
    package let cells: Int
    /// Those of them that are names of columns; the others may be anybody's data.
    package let known: [String]
}
