package import struct Foundation.TimeZone

/// When a row's appointment begins, as far as its cells tell.
package enum StartReading: Hashable, Sendable {
    case at(AppointmentTime)
    /// Not certain: a person has to look. `day` is known where only the time is in doubt.
    case unclear(day: LocalDay?, reason: String, isAboutTime: Bool)

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

/// Reads the cells with day and time.
///
/// Appointments share few slots, so each pair of texts is read once and remembered.
package struct StartReader {
    private struct Cells: Hashable {
        let start: String
        let time: String
    }

    private var clock: ZoneClock
    private var known: [Cells: StartReading] = [:]

    /// A file whose every row has its own second must not fill the memory.
    private static let memory = 20_000

    package init(zone: TimeZone) {
        clock = ZoneClock(zone: zone)
    }

    /// Reads the cell with the day (and perhaps the time), and the one with the time, which is
    /// empty if there is none.
    package mutating func read(start: String, time: String) -> StartReading {
        let cells = Cells(start: start, time: time)
        if let known = known[cells] { return known }
        let reading = readAnew(cells)
        if known.count < Self.memory { known[cells] = reading }
        return reading
    }

    private mutating func readAnew(_ cells: Cells) -> StartReading {
        var day: LocalDay?
        do throws(StartFlaw) {
            let text = try DateText(parsing: cells.start)
            day = text.day
            return .at(try time(of: text, next: cells.time))
        } catch {
            return .unclear(
                day: error.leavesDay ? day : nil,
                reason: error.message,
                isAboutTime: error.isAboutTime
            )
        }
    }

    private mutating func time(
        of text: DateText,
        next cell: String
    ) throws(StartFlaw) -> AppointmentTime {
        let beside = cell.folded.isEmpty ? nil : try ClockText(parsing: cell)
        if let offset = text.offset { return try instant(text, offset: offset, beside: beside) }
        // A spreadsheet writes a bare day as midnight.
        let isBareDay = text.clock.map { $0.hour == 0 && $0.minute == 0 } ?? true
        guard let chosen = isBareDay ? beside ?? text.clock : text.clock else { throw .noTime }
        if let beside, beside != chosen { throw .twoTimes }
        return try clock.time(
            at: LocalTime(day: text.day, hour: chosen.hour, minute: chosen.minute)
        )
    }

    private mutating func instant(
        _ text: DateText,
        offset: Int,
        beside: ClockText?
    ) throws(StartFlaw) -> AppointmentTime {
        let spoken = LocalTime(
            day: text.day,
            hour: text.clock?.hour ?? 0,
            minute: text.clock?.minute ?? 0
        )
        let epoch = AppointmentTime(local: spoken, offset: offset).epochSeconds
        let start = clock.time(atEpoch: epoch)
        if let beside, (beside.hour, beside.minute) != (start.local.hour, start.local.minute) {
            throw .twoTimes
        }
        return start
    }
}
