import struct Foundation.Date
import struct Foundation.TimeZone

/// What all rows together say about the columns: how dates are written, and what the cells hold.
///
/// A reading of its own, before any row is judged.
struct ColumnSurvey {
    private let mapping: ColumnMapping
    private let options: ReadingOptions
    private let givenDay: String
    private let today: LocalDay
    private var contents: ColumnContents
    /// The columns with the day of an appointment, the first one's first; nil is the given day.
    private var starts: [(column: Int?, dates: DateColumn)]
    /// The columns that are not used, as far as they hold dates; from the first rows only.
    private var others: [(column: Int, dates: DateColumn)]
    private var remarks: RemarkColumns
    private var rows = 0

    /// Enough rows to see whether a column holds dates.
    private static let sample = 200

    /// - Parameters:
    ///   - schedule: Opened, and read once more by whoever calls `take`.
    ///   - options: The operator's words.
    ///   - asOf: Now, as the campaign sees it.
    ///   - chosen: The days that are cancelled; nil if none are chosen yet.
    ///   - zone: The authority's.
    init(
        _ schedule: OpenedSchedule,
        _ options: ReadingOptions,
        asOf: Date,
        chosen: ClosedRange<LocalDay>?,
        zone: TimeZone
    ) {
        let mapping = schedule.mapping
        self.mapping = mapping
        self.options = options
        givenDay = options.day.map { "\($0)" } ?? ""
        contents = ColumnContents(mapping: mapping)
        var clock = ZoneClock(zone: zone)
        today = clock.time(atEpoch: Int(asOf.timeIntervalSince1970.rounded(.down))).local.day
        let column = DateColumn(
            asOf: asOf,
            chosen: chosen,
            zone: zone,
            serials: schedule.serials
        )
        starts = ([mapping.dayColumn] + mapping.all(.second)).map { ($0, column) }
        let used = Set(mapping.columns.values.joined())
        remarks = RemarkColumns(headers: mapping.headers, used: used)
        others = mapping.headers.indices.filter { !used.contains($0) }.map { ($0, column) }
    }

    mutating func take(_ record: CSVRecord) {
        guard record.count == mapping.headers.count else { return }
        rows += 1
        remarks.take(record)
        if !contents.isSettled { contents.add(record.text) }
        for index in starts.indices {
            starts[index].dates.add(
                starts[index].column.map(record.text) ?? givenDay,
                time: index == 0 ? time(of: record) : "",
                row: record.row
            )
        }
        guard rows <= Self.sample else { return }
        for index in others.indices {
            others[index].dates.add(record.text(others[index].column), row: record.row)
        }
    }

    private func time(of record: CSVRecord) -> String {
        mapping.first(.time).map(record.text) ?? ""
    }

    /// Must be called after the last row.
    ///
    /// - Throws: `ScheduleError` where a column holds something else than its header promises, or
    ///   where the order of day and month cannot be told.
    func finish() throws(ScheduleError) -> SurveyedColumns {
        let (columns, problems) = findings()
        if let problem = problems.first { throw problem }
        return columns
    }

    /// What can be said all the same where `finish` throws, and all that it would throw.
    ///
    /// Must be called after the last row.
    func findings() -> (columns: SurveyedColumns, problems: [ScheduleError]) {
        var (mapping, problems) = contents.findings()
        let order = options.dateOrder ?? mapping.profile?.dateOrder
        var formats: [Int?: DateFormat] = [:]
        for (column, dates) in starts {
            do throws(ScheduleError) {
                formats[column] = try dates.format(chosen: order)
            } catch {
                // Of a column that holds something else, nobody asks for the order.
                if column.map(mapping.uses) ?? true { problems.append(error) }
            }
        }
        let columns = SurveyedColumns(
            mapping: mapping,
            formats: formats,
            start: starts[0],
            warnings: remarks.warnings
        )
        if let problem = pastAppointments(columns.days) { problems.append(problem) }
        return (columns, problems)
    }

    /// D-03: a column with nothing but days that are over, beside one with days to come, may say
    /// when people booked.
    private func pastAppointments(_ days: [LocalDay: Int]) -> ScheduleError? {
        guard let start = mapping.dayColumn, let last = days.keys.max(), last < today else {
            return nil
        }
        let later = others.first { _, dates in
            // A column that holds something else half of the time is no column of days.
            let days = dates.counts(in: .unproven)
            return days.values.reduce(0, +) * 2 > dates.rows
                && days.keys.contains { $0 >= today }
        }
        guard let other = later?.column else { return nil }
        return ScheduleError(
            message: "The column \"\(mapping.headers[start])\" holds only days that are over, and "
                + "\"\(mapping.headers[other])\" days to come. The first may say when people "
                + "booked. Say which one is the appointment with --map start=HEADER."
        )
    }
}

/// The columns of a schedule after all rows have been looked at.
struct SurveyedColumns {
    /// Without the columns that hold something else than their header promises.
    let mapping: ColumnMapping
    private let formats: [Int?: DateFormat]
    /// How many rows each day has, by the column of the (first) appointment.
    let days: [LocalDay: Int]
    /// The cells with the day of the (first) appointment.
    let dates: DateColumn
    /// What somebody should know of the columns, in plain sentences.
    let warnings: [String]

    fileprivate init(
        mapping: ColumnMapping,
        formats: [Int?: DateFormat],
        start: (column: Int?, dates: DateColumn),
        warnings: [String]
    ) {
        self.mapping = mapping
        self.formats = formats
        self.warnings = warnings
        dates = start.dates
        let isUsed = start.column == mapping.dayColumn
        days = isUsed ? dates.counts(in: formats[start.column] ?? .unproven) : [:]
    }

    /// How the days of a column are written; nil is the day given by the operator.
    func format(of column: Int?) -> DateFormat { formats[column] ?? .unproven }
}

extension ColumnMapping {
    /// The column with the day of the appointment; nil where the operator gives the day.
    var dayColumn: Int? { first(.start) ?? first(.date) }
}
