/// The rows below the header, each judged as it comes.
struct ScheduleTable {
    let mapping: ColumnMapping
    let headerLine: Int
    private(set) var skippedLines: [Int]
    private(set) var rows: [ClassifiedRow] = []
    /// The column to look at, for the rows that have one.
    private var columns: [Int: String] = [:]

    private let survey: EncodingSurvey
    private var reader: RowReader
    private var classifier: RowClassifier
    private var ragged = 0
    private var firstRagged: (line: Int, row: Int)?

    init(
        header: CSVRecord,
        titleLines: [Int],
        survey: EncodingSurvey,
        selection: Selection,
        overrides: [ColumnOverride],
        isNotified: @escaping (Contact, AppointmentTime) -> Bool
    ) throws(ScheduleError) {
        guard (0..<header.count).allSatisfy({ survey.encoding.canDecode(header[$0]) }) else {
            throw ScheduleError(
                line: header.line,
                row: header.row,
                message: "The header holds bytes that are no text. Export the schedule again."
            )
        }
        let cells = (0..<header.count).map { survey.encoding.text(header[$0]) }
        guard !cells.contains(where: DoubleEncoding.isIn) else {
            throw DoubleEncoding.error(line: header.line, row: header.row)
        }
        mapping = try ColumnMapping(headers: cells, overrides: overrides)
        headerLine = header.line
        skippedLines = titleLines
        self.survey = survey
        reader = RowReader(
            mapping: mapping,
            encoding: survey.encoding,
            zone: selection.timeZone
        )
        classifier = try RowClassifier(
            selection: selection,
            mapping: mapping,
            isNotified: isNotified
        )
    }

    mutating func take(_ record: CSVRecord) throws(ScheduleError) {
        guard !record.isBlank else { return }
        if let rejected = rejection(of: record) { return add(rejected, record) }
        let row = try reader.read(record)
        guard row.address.address != nil || !reader.isTotal(record) else {
            skippedLines.append(record.line)
            return
        }
        add(classifier.judge(row), row)
    }

    /// Must be called after the last row.
    ///
    /// - Throws: `ScheduleError` if the file as a whole is not what it should be.
    func finish() throws(ScheduleError) {
        // Shifted columns are the classic way to mail the wrong person. More than one row in a
        // hundred is no slip in a cell but a broken export.
        if let firstRagged, ragged >= 2, ragged * 100 > rows.count {
            throw ScheduleError(
                line: firstRagged.line,
                row: firstRagged.row,
                message: "\(ragged) rows have another number of fields than the header; this is "
                    + "the first. Export the schedule again."
            )
        }
        try classifier.finish()
    }

    private mutating func rejection(of record: CSVRecord) -> RowJudgement? {
        let width = mapping.headers.count
        guard record.count == width else {
            ragged += 1
            firstRagged = firstRagged ?? (record.line, record.row)
            let reason = "The row has \(record.count) fields, the header has \(width)."
            return RowJudgement(.rejected, reason + " Export it again, or repair this line.")
        }
        guard survey.isDamaged,
            let damaged = (0..<width).first(where: { !survey.encoding.canDecode(record[$0]) })
        else { return nil }
        let reason =
            "Line \(record.line), column \"\(mapping.headers[damaged])\": the cell holds bytes "
            + "that are no \(survey.encoding == .windows1252 ? "Windows-1252" : "UTF-8") text. "
            + "Export it again, or correct the cell."
        return RowJudgement(.rejected, reason, column: mapping.headers[damaged])
    }

    private mutating func add(_ judgement: RowJudgement, _ record: CSVRecord) {
        columns[rows.count] = judgement.column
        rows.append(
            ClassifiedRow(
                row: record.row,
                line: record.line,
                rowClass: judgement.rowClass,
                reasons: judgement.reasons,
                start: nil,
                contact: nil
            )
        )
    }

    private mutating func add(_ judgement: RowJudgement, _ row: ScheduleRow) {
        columns[rows.count] = judgement.column
        rows.append(
            ClassifiedRow(
                row: row.row,
                line: row.line,
                rowClass: judgement.rowClass,
                reasons: judgement.reasons,
                start: row.start.start,
                contact: judgement.rowClass.isKept ? row.contact : nil
            )
        )
    }

    /// The rows after the one judgement that needs all of them: `collective-address`.
    func settled(ownAddresses: Set<String>) -> SettledRows {
        var shared = SharedAddresses()
        for row in rows where row.rowClass == .send {
            if let contact = row.contact { shared.add(contact, row: row.row) }
        }
        let column = mapping.first(.email).map { mapping.headers[$0] }
        var settled = SettledRows(sharedAddresses: shared.families(without: ownAddresses))
        settled.rows.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            let reason = shared.reason(against: row, ownAddresses: ownAddresses)
            settled.add(
                reason.map { row.asCollective($0) } ?? row,
                column: reason == nil ? columns[index] : column
            )
        }
        return settled
    }
}
