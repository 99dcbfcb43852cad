package import MailCore
package import struct Foundation.TimeZone

/// When a row's appointment begins, as far as its cells tell.
package enum StartReading: Hashable, Sendable {
    case at(AppointmentTime)
    /// Not certain: a person has to look. `day` is known where only the time is in doubt.
    case unclear(day: LocalDay?, reason: RowReason, isAboutTime: Bool)

    var start: AppointmentTime? {
        if case .at(let start) = self { start } else { nil }
    }

    /// The day on the authority's wall, where it is certain.
    var day: LocalDay? {
        switch self {
        case .at(let start): start.local.day
        case .unclear(let day, _, _): day
        }
    }
}

/// Reads the cells with day and time, as the column of the day is written.
///
/// Appointments share few slots, so each pair of texts is read once and remembered.
package struct StartReader {
    private struct Cells: Hashable {
        let start: String
        let time: String

        var size: Int { start.utf8.count + time.utf8.count }
    }

    private var clock: ZoneClock
    /// The clock that the cells are on, where it is another one.
    private var spoken: ZoneClock?
    private let format: DateFormat
    private var known = Memo<Cells, StartReading>(limit: 100_000)

    /// - Parameters:
    ///   - zone: The authority's, on whose clock starts are told.
    ///   - spoken: Whose clock the cells are on; nil for the same.
    ///   - format: How the days of the column are written.
    package init(zone: TimeZone, spoken: TimeZone? = nil, format: DateFormat) {
        clock = ZoneClock(zone: zone)
        self.spoken = spoken.map(ZoneClock.init)
        self.format = format
    }

    /// Reads the cell with the day (and perhaps the time), and the one with the time, which is
    /// empty if there is none.
    package mutating func read(start: String, time: String) -> StartReading {
        let cells = Cells(start: start, time: time)
        if let known = known[cells] { return known }
        let reading = readAnew(cells)
        known.keep(reading, for: cells, size: cells.size)
        return reading
    }

    private mutating func readAnew(_ cells: Cells) -> StartReading {
        var day: LocalDay?
        do throws(StartFlaw) {
            let text = try DateText(parsing: cells.start)
            let written = try format.day(text.day)
            if let instant = instant(text, on: written) {
                day = instant.local.day
                if text.clock?.hasSeconds == true { throw .hasSeconds }
                return .at(try check(instant, against: cells.time, on: text.day))
            }
            day = written
            let clock = try clock(of: text, next: cells.time)
            let local = LocalTime(day: written, hour: clock.hour, minute: clock.minute)
            guard let there = try spoken?.time(at: local) else {
                return .at(try self.clock.time(at: local))
            }
            return .at(self.clock.time(atEpoch: there.epochSeconds))
        } catch {
            return .unclear(
                day: error.isAboutTime ? day : nil,
                reason: .start(
                    flaw: error,
                    time: error.isAboutTime ? nil : Self.flaw(inTime: cells.time)
                ),
                isAboutTime: error.isAboutTime
            )
        }
    }

    /// The time of an appointment whose cells name no zone.
    private func clock(
        of text: DateText,
        next cell: String
    ) throws(StartFlaw) -> ClockText {
        let beside = try clock(in: cell, on: text.day)
        // A spreadsheet writes a bare day as midnight.
        let isBareDay = text.clock.map { $0.minuteOfDay == 0 && !$0.hasSeconds } ?? true
        let own = isBareDay && !format.hasTimes ? nil : text.clock
        guard let chosen = isBareDay ? beside ?? own : own else { throw .noTime }
        if let beside, beside.minuteOfDay != chosen.minuteOfDay { throw .twoTimes }
        if chosen.hasSeconds || beside?.hasSeconds == true { throw .hasSeconds }
        if format.hasHalves, chosen.mayLackHalf { throw .noHalf }
        return chosen
    }

    /// The time in the cell beside the day; some spreadsheets have the day in there once more.
    private func clock(
        in cell: String,
        on day: WrittenDay
    ) throws(StartFlaw) -> ClockText? {
        guard !cell.folded.isEmpty else { return nil }
        do throws(StartFlaw) {
            return try ClockText(parsing: cell)
        } catch {
            guard let text = try? DateText(parsing: cell), text.offset == nil, text.clock != nil
            else { throw error }
            let (own, other) = (try format.day(day), try format.day(text.day))
            guard own == other else { throw .twoTimes }
            return text.clock
        }
    }

    /// What is wrong with the cell beside a day that is in doubt itself.
    ///
    /// Whoever corrects the day shall not hear of the time only afterwards.
    private static func flaw(inTime cell: String) -> StartFlaw? {
        guard !cell.folded.isEmpty else { return nil }
        do throws(StartFlaw) {
            return try ClockText(parsing: cell).hasSeconds ? .hasSeconds : nil
        } catch {
            return (try? DateText(parsing: cell))?.clock == nil ? error : nil
        }
    }

    /// The instant, where the text names an offset from UTC.
    private mutating func instant(_ text: DateText, on day: LocalDay) -> AppointmentTime? {
        guard let offset = text.offset, let time = text.clock else { return nil }
        let spoken = LocalTime(day: day, hour: time.hour, minute: time.minute)
        return clock.time(atEpoch: AppointmentTime(local: spoken, offset: offset).epochSeconds)
    }

    private func check(
        _ instant: AppointmentTime,
        against cell: String,
        on day: WrittenDay
    ) throws(StartFlaw) -> AppointmentTime {
        guard let beside = try clock(in: cell, on: day) else { return instant }
        let own = instant.local.hour * 60 + instant.local.minute
        if beside.minuteOfDay != own { throw .twoTimes }
        if beside.hasSeconds { throw .hasSeconds }
        return instant
    }
}
