package import MailCore
package import struct Foundation.Date
package import struct Foundation.TimeZone

/// All cells of one column with dates, and what they prove about how it is written.
///
/// A first pass adds every cell; then `format` says how all of them are to be read, so that no
/// cell is read by guess.
package struct DateColumn {
    /// A day as written, and how often it stands in the column.
    struct Tally {
        let day: WrittenDay
        /// The first row that has it, as a spreadsheet numbers it.
        let row: Int
        var count = 0
    }

    private enum Place {
        case blank, unreadable
        case day(Int)
    }

    private(set) var tallies: [Tally] = []
    private(set) var rows = 0
    let thisYear: Int
    /// The years of the chosen days, which are no slips in a cell.
    let chosenYears: Set<Int>
    let serials: SerialDays

    private var clock: ZoneClock
    private var places: [WrittenDay: Int] = [:]
    private var known = Memo<String, Place>(limit: Self.memory)
    /// Whether a cell with a time says AM or PM.
    private var knownTimes = Memo<String, Bool>(limit: Self.memory)
    private(set) var hasTimes = false
    private(set) var hasHalves = false

    private static let memory = 20_000

    /// - Parameters:
    ///   - asOf: Says what the current year is.
    ///   - chosen: The days that are cancelled; nil if none are chosen yet.
    ///   - zone: The authority's time zone.
    ///   - serials: How whole numbers count days, if they are days.
    package init(
        asOf: Date,
        chosen: ClosedRange<LocalDay>? = nil,
        zone: TimeZone,
        serials: SerialDays = .since1900
    ) {
        chosenYears = chosen.map { Set($0.lowerBound.year...$0.upperBound.year) } ?? []
        clock = ZoneClock(zone: zone)
        let now = Int(asOf.timeIntervalSince1970.rounded(.down))
        thisYear = clock.time(atEpoch: now).local.day.year
        self.serials = serials
    }

    /// Must be called once for each row.
    ///
    /// - Parameters:
    ///   - cell: The cell with the day.
    ///   - time: The cell with the time, where it is a cell of its own.
    ///   - row: As a spreadsheet numbers it.
    package mutating func add(_ cell: String, time: String = "", row: Int) {
        if !time.isEmpty, !hasHalves { lookForHalves(in: time) }
        let place = known[cell] ?? place(of: cell, row: row)
        switch place {
        case .blank: break
        case .unreadable: rows += 1
        case .day(let index):
            rows += 1
            tallies[index].count += 1
        }
    }

    private mutating func lookForHalves(in time: String) {
        guard knownTimes[time] == nil else { return }
        hasHalves = (try? ClockText(parsing: time))?.isHalved ?? false
        knownTimes.keep(hasHalves, for: time, size: time.utf8.count)
    }

    private mutating func place(of cell: String, row: Int) -> Place {
        let place = readAnew(cell, row: row)
        known.keep(place, for: cell, size: cell.utf8.count)
        return place
    }

    private mutating func readAnew(_ cell: String, row: Int) -> Place {
        do throws(StartFlaw) {
            let text = try DateText(parsing: cell)
            if let clock = text.clock {
                hasTimes = hasTimes || clock.minuteOfDay != 0 || clock.hasSeconds
                hasHalves = hasHalves || clock.isHalved
            }
            let day = onTheWall(text)
            if let index = places[day] { return .day(index) }
            places[day] = tallies.count
            tallies.append(Tally(day: day, row: row))
            return .day(tallies.count - 1)
        } catch {
            return error == .noDate ? .blank : .unreadable
        }
    }

    /// The day in the authority's zone, where the text names an offset from UTC.
    private mutating func onTheWall(_ text: DateText) -> WrittenDay {
        guard let offset = text.offset, let time = text.clock,
            case .plain(let year, let month, let number) = text.day.form,
            let day = LocalDay(year: year, month: month, day: number)
        else { return text.day }
        let spoken = LocalTime(day: day, hour: time.hour, minute: time.minute)
        let epoch = AppointmentTime(local: spoken, offset: offset).epochSeconds
        let local = clock.time(atEpoch: epoch).local.day
        return WrittenDay(form: .plain(year: local.year, month: local.month, day: local.day))
    }

    /// How often each day stands in the column, read by `format`; rows without a certain day do not
    /// count.
    package func counts(in format: DateFormat) -> [LocalDay: Int] {
        var counts: [LocalDay: Int] = [:]
        for tally in tallies {
            guard let day = try? format.day(tally.day) else { continue }
            counts[day, default: 0] += tally.count
        }
        return counts
    }
}
