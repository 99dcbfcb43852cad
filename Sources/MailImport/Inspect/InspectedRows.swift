import MailCore
import struct Foundation.TimeZone

/// The rows below the header, counted and forgotten.
struct InspectedRows {
    private let mapping: ColumnMapping
    private let hasHeader: Bool
    private let sieve: RowSieve
    private let hasDay: Bool
    private let births: BirthYears
    private var reader: RowReader
    private var shape = TableShape()
    private var twice = TextEncodedTwice()
    private var end: ExportEnd?
    private let isComplete: Bool
    private var damaged = 0
    private var skippedLines: [Int] = []
    private var probes: [ColumnProbe]
    private var tallies: [ValueTally]
    private var days: [LocalDay: Int] = [:]
    private var doubts: [RowReason: Int] = [:]
    private var addresses = ScheduleInspection.Addresses()

    init(
        _ schedule: OpenedSchedule,
        _ columns: SurveyedColumns,
        _ options: ReadingOptions,
        zone: TimeZone,
        births: BirthYears
    ) {
        let mapping = columns.mapping
        self.mapping = mapping
        hasHeader = schedule.headerCandidates.isEmpty
        sieve = RowSieve(
            mapping: mapping,
            isDamaged: schedule.isDamaged,
            surplus: columns.surplus
        )
        isComplete = options.isComplete
        self.births = births
        hasDay = mapping.dayColumn != nil || options.day != nil
        reader = RowReader(columns, options, zone: zone)
        let denied = mapping.headers.map { DeniedColumn(header: $0) != nil }
        probes = mapping.headers.indices.map {
            ColumnProbe(mapping.fate(of: $0), isDenied: denied[$0], births: births)
        }
        tallies = [ScheduleField.service, .dose, .site, .status].flatMap { field in
            mapping.all(field).map {
                ValueTally(column: $0, field: field, isHidden: denied[$0])
            }
        }
    }

    mutating func take(_ record: CSVRecord) {
        end = ExportEnd(record, width: mapping.headers.count, after: end)
        switch sieve.sort(record) {
        // A title above a header that was not found is no broken row.
        case .rejected(.fields) where !hasHeader: break
        case .rejected(let flaw):
            shape.add(record, width: sieve.width)
            if case .damaged = flaw { damaged += 1 }
        case .furniture: skippedLines.append(record.line)
        case .row: takeRow(record)
        }
    }

    private mutating func takeRow(_ record: CSVRecord) {
        let row = reader.read(record)
        shape.add(record, width: sieve.width)
        twice.rows += 1
        if row.isEncodedTwice { twice.add(record) }
        for column in probes.indices { probes[column].add(record, column) }
        for index in tallies.indices { tallies[index].add(record.text(tallies[index].column)) }
        count(row)
    }

    private mutating func count(_ row: ScheduleRow) {
        switch row.address {
        case .address: addresses.usable += 1
        case .none: addresses.none += 1
        case .placeholder, .several, .needsSMTPUTF8, .invalid, .doubtful: addresses.unusable += 1
        }
        guard hasDay else { return }
        for start in row.starts.map(\.reading) {
            if let day = start.day { days[day, default: 0] += 1 }
            if case .unclear(_, let reason, _) = start { doubts[reason, default: 0] += 1 }
        }
    }

    /// Must be called after the last row.
    func finish(_ inspection: inout ScheduleInspection) {
        inspection.rows = shape.rows
        inspection.ragged = shape.ragged
        inspection.damaged = damaged
        inspection.skippedLines += skippedLines
        inspection.columns = probes.indices.map {
            probes[$0].column($0 + 1, header: mapping.headers[$0])
        }
        inspection.lists = tallies.map { $0.list(mapping, births: births) }
        inspection.days = days
        inspection.doubts = doubts
        inspection.addresses = addresses
        guard hasHeader else { return }
        inspection.problems += [shape.problem, endProblem, twice.problem].compactMap(\.self)
    }

    private var endProblem: ScheduleError? {
        guard let end, !isComplete, shape.problem == nil else { return nil }
        return ScheduleError(.isComplete(end), line: end.line)
    }
}

extension ColumnMapping {
    fileprivate func fate(of column: Int) -> InspectedColumn.Fate {
        if let field = contested[column] { return .contested(field) }
        let fields = ScheduleField.allCases.filter { all($0).contains(column) }
        if let first = fields.first { return .used(fields, origin(of: first)) }
        if completion == column { return .completion }
        if let reason = reasonToDiscard(column) { return .discarded(reason) }
        return guests.contains(column) ? .guests : .notNeeded
    }
}
