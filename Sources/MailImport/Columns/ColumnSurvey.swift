import MailCore
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
    /// In how many of the first rows such a column holds another day than the appointment's.
    private var otherDays: [Int: Int] = [:]
    private var remarks: RemarkColumns
    /// Nil where nobody can take the site for anything else.
    private var site: SiteColumn?
    private var rows = 0
    private var surplus = SurplusCells()
    private var emptyDays = EmptyDays()

    /// Enough rows to see whether a column holds dates.
    private static let sample = 200

    /// - Parameters:
    ///   - schedule: Opened, and read once more by whoever calls `take`.
    ///   - options: What options say about the file.
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
        today = LocalDay(of: asOf, in: zone)
        contents = ColumnContents(
            mapping: mapping,
            births: BirthYears(asOf: today.year),
            serials: schedule.serials
        )
        let column = DateColumn(
            asOf: asOf,
            chosen: chosen,
            zone: zone,
            serials: schedule.serials
        )
        starts = ([mapping.dayColumn] + mapping.all(.second)).map { ($0, column) }
        let used = Set(mapping.columns.values.joined())
        remarks = RemarkColumns(headers: mapping.headers, used: used)
        site = SiteColumn(mapping: mapping)
        others = mapping.headers.indices
            .filter { !used.contains($0) && !mapping.ignored.contains($0) }
            .map { ($0, column) }
    }

    mutating func take(_ record: CSVRecord) {
        let width = mapping.headers.count
        surplus.take(record, width: width)
        guard record.count == width || SurplusCells.areEmpty(record, from: width) else { return }
        rows += 1
        if let column = mapping.dayColumn { emptyDays.take(record[column]) }
        remarks.take(record)
        site?.take(record)
        if !contents.isSettled { contents.add(record.text) }
        for index in starts.indices {
            starts[index].dates.add(
                starts[index].column.map(record.text) ?? givenDay,
                time: index == 0 ? time(of: record) : "",
                row: record.row
            )
        }
        guard rows <= Self.sample else { return }
        let day = mapping.dayColumn.flatMap { Self.day(record.text($0)) }
        for index in others.indices {
            let cell = record.text(others[index].column)
            others[index].dates.add(cell, row: record.row)
            guard let day, let other = Self.day(cell), other != day else { continue }
            otherDays[others[index].column, default: 0] += 1
        }
    }

    /// The day of a cell, where it needs no proof.
    private static func day(_ cell: String) -> LocalDay? {
        guard cell.utf8.contains(where: { (0x30...0x39).contains($0) }),
            let text = try? DateText(parsing: cell)
        else { return nil }
        return try? DateFormat.unproven.day(text.day)
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
        var formats: [Int?: SurveyedColumns.Format] = [:]
        for (column, dates) in starts {
            do throws(ScheduleError) {
                formats[column] = try format(of: dates)
            } catch {
                // Of a column that holds something else, nobody asks for the order.
                if column.map(mapping.uses) ?? true { problems.append(error) }
            }
        }
        let columns = SurveyedColumns(
            mapping: mapping,
            formats: formats,
            starts: starts,
            warnings: remarks.warnings
                + (mapping.dayColumn.flatMap { emptyDays.warning(header: mapping.headers[$0]) }
                    .map { [$0] } ?? []),
            surplus: surplus.inEveryRow
        )
        problems += [rivalDays, site?.problem(in: columns.mapping)].compactMap(\.self)
        problems += unknownZones(columns.mapping)
        return (columns, problems)
    }

    /// `--date-order` comes first, then the proof of the file, and only then
    /// what a layout usually has: authorities set the same system up in different languages.
    private func format(of dates: DateColumn) throws(ScheduleError) -> SurveyedColumns.Format {
        if let chosen = options.dateOrder {
            return .init(dates: try dates.format(chosen: chosen), origin: .chosen)
        }
        guard let usual = mapping.profile?.dateOrder else {
            return .init(dates: try dates.format(chosen: nil), origin: .proven)
        }
        if let proven = try? dates.format(chosen: nil) {
            return .init(dates: proven, origin: .proven)
        }
        return .init(dates: try dates.format(chosen: usual), origin: .layout)
    }

    /// Columns of days and times whose header names a zone that is not known.
    private func unknownZones(_ mapping: ColumnMapping) -> [ScheduleError] {
        let columns = [mapping.dayColumn, mapping.first(.time)].compactMap(\.self)
        return columns.map { mapping.headers[$0] }
            .filter { header in
                ZonedHeader.isUnknown(header)
                    && !options.columnZones.contains {
                        HeaderName(parsing: $0.header).names(header)
                    }
            }
            .map { ScheduleError(.columnZone(header: $0)) }
    }

    /// Where another column holds other days, and days to come, the one that was taken may say
    /// when people booked.
    private var rivalDays: ScheduleError? {
        guard !isStartChosen, let start = mapping.dayColumn else { return nil }
        let rival = others.first { column, dates in
            // A column that holds something else half of the time is no column of days.
            let days = dates.counts(in: .unproven)
            return days.values.reduce(0, +) * 2 > dates.rows
                && otherDays[column, default: 0] * 2 > dates.rows
                && days.keys.contains { $0 >= today }
        }
        guard let other = rival?.column else { return nil }
        return ScheduleError(
            message: Sentence(
                en:
                    "The column \"\(mapping.headers[start])\" was taken for the appointment, but \"\(mapping.headers[other])\" holds other days, some of them to come. One of "
                    + "them may say when people booked. Say which one is the appointment with --map start=HEADER.",
                de:
                    "Die Spalte „\(mapping.headers[start])“ wurde für den Termin gehalten, aber in „\(mapping.headers[other])“ stehen andere Tage, darunter künftige. Eine von "
                    + "beiden sagt vielleicht, wann gebucht wurde. Sagen Sie mit --map start=ÜBERSCHRIFT, welche der Termin ist."
            )
        )
    }

    /// Whether the operator or a layout has said which column is the appointment.
    private var isStartChosen: Bool {
        options.columns.contains { $0.field == .start || $0.field == .date }
            || mapping.profile.map { $0.columns[.start] != nil || $0.columns[.date] != nil }
                ?? false
    }
}

extension ColumnMapping {
    /// The column with the day of the appointment; nil where the operator gives the day.
    var dayColumn: Int? { first(.start) ?? first(.date) }
}
