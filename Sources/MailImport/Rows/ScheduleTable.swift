import MailCore

/// The rows below the header, each judged as it comes.
struct ScheduleTable {
    private let mapping: ColumnMapping
    private let selection: Selection
    private let options: ReadingOptions
    private let days: [LocalDay: Int]
    private let dateOrder: DateOrderFinding
    private let columnWarnings: [PlanWarning]
    private let sieve: RowSieve
    private let dropped: ScheduleImport.Receiver?
    private let glance: OtherDayFastPath?
    private var reader: RowReader
    private var classifier: RowClassifier
    private var shift = ColumnShift()
    private var rows: [ClassifiedRow] = []
    private var shape = TableShape()
    private var twice = TextEncodedTwice()
    /// So many rows are read whole whatever their day, to see whether a column has moved.
    private static let readWhole = 20_000
    private var skippedLines: [Int]
    private var end: ExportEnd?
    /// What was completed in the rows, once all are taken.
    var completion: RowCompletion?

    init(
        _ schedule: OpenedSchedule,
        _ columns: SurveyedColumns,
        _ options: ReadingOptions,
        selection: Selection,
        notice: @escaping (Contact, AppointmentTime) throws -> EarlierNotice,
        dropped: ScheduleImport.Receiver?
    ) throws(ScheduleError) {
        mapping = columns.mapping
        days = columns.days
        dateOrder = columns.dateOrder
        columnWarnings = columns.warnings
        self.options = options
        self.selection = selection
        sieve = RowSieve(
            mapping: mapping,
            isDamaged: schedule.isDamaged,
            surplus: columns.surplus
        )
        self.dropped = dropped
        skippedLines = schedule.titleLines
        glance = OtherDayFastPath(mapping: mapping)
        reader = RowReader(columns, options, zone: selection.timeZone)
        classifier = try RowClassifier(
            selection: selection,
            mapping: mapping,
            realRows: options.realRows,
            isEncodingGuessed: schedule.form.isEncodingGuessed,
            notice: notice
        )
    }

    mutating func take(_ record: CSVRecord) throws {
        end = ExportEnd(record, width: mapping.headers.count, after: end)
        switch sieve.sort(record) {
        case .rejected(let flaw):
            shift.skip()
            try add(
                ClassifiedRow(
                    row: record.row,
                    line: record.line,
                    judgement: rejection(for: flaw),
                    contact: nil
                ),
                of: record
            )
        case .furniture: skippedLines.append(record.line)
        case .row: try takeRow(record)
        }
    }

    private mutating func takeRow(_ record: CSVRecord) throws {
        if let starts = otherDays(record) {
            shift.skip()
            return try add(starts, record)
        }
        let row = reader.read(record)
        if row.isEncodedTwice { twice.add(record) }
        shift.take(row)
        let judgement = try classifier.judge(row)
        var classified = ClassifiedRow(
            row: row.row,
            line: row.line,
            judgement: judgement,
            contact: row.contact
        )
        if classified.rowClass.isKept {
            let services = row.services.map(\.trimmed).filter { !$0.isEmpty }
            classified.service = services.isEmpty ? nil : services.joined(separator: ", ")
        }
        try add(classified, of: record)
    }

    /// When the appointments of a row begin that nothing but its days put into a class.
    private mutating func otherDays(_ record: CSVRecord) -> [AppointmentTime]? {
        guard shape.rows >= Self.readWhole, let glance, classifier.hasMetChoices,
            glance.isPlain(record)
        else { return nil }
        let starts = reader.starts(of: record)
        guard starts.allSatisfy({ classifier.isOutside($0.reading) }) else { return nil }
        return starts.compactMap(\.reading.start).sorted()
    }

    private mutating func add(_ starts: [AppointmentTime], _ record: CSVRecord) throws {
        try add(
            ClassifiedRow(
                row: record.row,
                line: record.line,
                rowClass: .outOfWindow,
                reasons: RowClassifier.outsideReasons,
                start: starts.first,
                second: starts.dropFirst().first,
                contact: nil
            ),
            of: record
        )
    }

    /// Must be called after the last row.
    ///
    /// - Throws: `ScheduleError` if the file as a whole is not what it should be.
    func finish() throws(ScheduleError) {
        if let problem = shape.problem { throw problem }
        if let end, !options.isComplete {
            throw ScheduleError(.isComplete(end), line: end.line)
        }
        if let problem = twice.problem { throw problem }
        try shift.requireUnmoved()
        try classifier.finish()
    }

    private var warnings: [PlanWarning] {
        [
            DayPlausibility.warning(counts: days, chosen: selection.days),
            DayInFileName.warning(name: options.dayInName, given: options.day),
            shift.warning,
        ].compactMap(\.self)
            + DayPlausibility.yearWarnings(counts: days, chosen: selection.days) + columnWarnings
            + reader.warnings + (completion?.warnings ?? [])
    }

    /// Counts the people behind the addresses of the rows taken, in another reading; nil if there is
    /// nobody to count.
    var census: AddressCensus? {
        AddressCensus(
            of: rows,
            mapping: mapping,
            sieve: sieve,
            realRows: options.realRows
        )
    }

    /// The rows after the one judgement that needs all of them: `collective-address`.
    func result(
        of schedule: OpenedSchedule,
        _ people: SharedAddresses,
        ownAddresses: Set<String>
    ) -> ScheduleImport {
        let column = mapping.first(.email).map { mapping.headers[$0] }
        let settled = rows.map { row in
            people.finding(on: row, ownAddresses: ownAddresses)
                .map { row.asCollective($0, column: column) } ?? row
        }
        return ScheduleImport(
            rows: settled,
            rowCount: shape.rows,
            form: schedule.form,
            profile: mapping.profile?.name,
            headerLine: schedule.headerLine,
            mappedColumns: mapping.mapped,
            discardedColumns: mapping.discarded,
            days: days,
            dateOrder: dateOrder,
            warnings: schedule.form.warnings + warnings,
            skippedLines: skippedLines,
            statedAt: schedule.statedAt,
            takenForReal: classifier.takenForReal
        )
    }

    private mutating func add(_ row: ClassifiedRow, of record: CSVRecord) throws {
        shape.add(record, width: sieve.width)
        twice.rows += 1
        if let dropped, !row.rowClass.isKept { return try dropped(row) }
        rows.append(row)
    }

    private func rejection(for flaw: RowFlaw) -> RowJudgement {
        switch flaw {
        case .fields(let count, let width):
            RowJudgement(.rejected, .fieldCount(fields: count, header: width))
        case .damaged(let column):
            RowJudgement(.rejected, .noText, column: mapping.headers[column])
        }
    }
}

/// Why an address is not one person's own.
private enum CollectiveAddress {
    case ofManyPeople
    case ofAuthority

    var reason: RowReason {
        switch self {
        case .ofManyPeople: .manyPeople
        case .ofAuthority: .ownAddress
        }
    }
}

extension SharedAddresses {
    fileprivate func finding(
        on row: ClassifiedRow,
        ownAddresses: Set<String>
    ) -> CollectiveAddress? {
        guard let address = row.contact?.address else { return nil }
        switch row.rowClass {
        case .send where ownAddresses.contains(address.comparisonKey):
            return .ofAuthority
        case .send, .needsDecision:
            return isCollective(address) ? .ofManyPeople : nil
        case .rejected, .testOrBlock, .outOfWindow, .otherService, .alreadyCancelled, .past,
            .duplicate, .alreadyNotified, .noEmail, .noContact, .invalidEmail, .placeholder,
            .multiAddress, .collectiveAddress, .unsendable:
            return nil
        }
    }
}

extension ClassifiedRow {
    fileprivate init(row: Int, line: Int, judgement: RowJudgement, contact: Contact?) {
        self.init(
            row: row,
            line: line,
            rowClass: judgement.rowClass,
            reasons: judgement.reasons,
            column: judgement.column,
            start: judgement.starts.first,
            second: judgement.starts.dropFirst().first,
            contact: judgement.rowClass.isKept ? contact : nil,
            isHalfKnown: judgement.isHalfKnown
        )
    }

    /// A row that waits for a person goes on waiting, and says one thing more; so does one that
    /// would have been sent to.
    fileprivate func asCollective(
        _ finding: CollectiveAddress,
        column: String?
    ) -> ClassifiedRow {
        var row = self
        row.isCollective = finding == .ofManyPeople
        guard rowClass == .send else {
            row.reasons.append(finding.reason)
            return row
        }
        row.rowClass = .collectiveAddress
        row.reasons.insert(finding.reason, at: 0)
        row.column = column
        return row
    }
}
