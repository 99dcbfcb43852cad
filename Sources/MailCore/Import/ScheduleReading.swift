/// The second reading of a schedule: bytes to records, header to mapping, records to rows.
struct ScheduleReading {
    private let survey: EncodingSurvey
    private let dialect: Dialect
    private let selection: Selection
    private let search: HeaderSearch
    private let isNotified: (Contact, AppointmentTime) -> Bool

    /// The first records, until the header is found among them.
    private var waiting: [CSVRecord] = []
    private var table: ScheduleTable?

    init(
        survey: EncodingSurvey,
        dialect: Dialect,
        selection: Selection,
        overrides: [ColumnOverride],
        isNotified: @escaping (Contact, AppointmentTime) -> Bool
    ) {
        self.survey = survey
        self.dialect = dialect
        self.selection = selection
        search = HeaderSearch(encoding: survey.encoding, overrides: overrides)
        self.isNotified = isNotified
    }

    mutating func run(over source: ScheduleSource) throws {
        var unread = survey.encoding.markLength + dialect.separatorLineLength
        let firstLine = dialect.separatorLineLength > 0 ? 2 : 1
        var reader = CSVReader(delimiter: dialect.delimiter.byte, firstLine: firstLine)
        var byteCount = 0
        let next = try source.open()
        while let chunk = try next() {
            byteCount += chunk.count
            let bytes = chunk.dropFirst(unread)
            unread -= chunk.count - bytes.count
            try bytes.withUnsafeBufferPointer { bytes in
                try reader.read(bytes) { try take($0) }
            }
        }
        guard byteCount == survey.byteCount else {
            throw ScheduleError(message: "The file changed while it was read. Try again.")
        }
        try reader.finish { try take($0) }
        if table == nil { try openTable() }
    }

    func result(ownAddresses: Set<String>) throws(ScheduleError) -> ScheduleImport {
        guard let table else { throw noRows }
        try table.finish()
        guard !table.rows.isEmpty else { throw noRows }
        let settled = table.settled(ownAddresses: ownAddresses)
        return ScheduleImport(
            rows: settled.rows,
            problems: settled.problems,
            encoding: survey.encoding,
            delimiter: dialect.delimiter,
            headerLine: table.headerLine,
            mappedColumns: table.mapping.mapped,
            discardedColumns: table.mapping.discarded,
            skippedLines: table.skippedLines,
            sharedAddresses: settled.sharedAddresses
        )
    }

    private var noRows: ScheduleError {
        ScheduleError(message: "The file has a header but no rows. Export the schedule again.")
    }

    private mutating func take(_ record: CSVRecord) throws {
        if table == nil, record.row > HeaderSearch.depth { try openTable() }
        if table != nil {
            try table?.take(record)
        } else if !record.isBlank {
            waiting.append(record)
        }
    }

    private mutating func openTable() throws {
        guard !waiting.isEmpty else {
            throw ScheduleError(message: "The file has no rows. Export the schedule again.")
        }
        let index = try search.find(among: waiting)
        var table = try ScheduleTable(
            header: waiting[index],
            titleLines: waiting[..<index].map(\.line),
            survey: survey,
            selection: selection,
            overrides: search.overrides,
            isNotified: isNotified
        )
        for record in waiting[(index + 1)...] { try table.take(record) }
        waiting = []
        self.table = table
    }
}
