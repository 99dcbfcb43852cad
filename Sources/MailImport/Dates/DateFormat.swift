import MailCore

/// How the dates of one column are to be read, as proven by all its rows (`DateColumn`).
package struct DateFormat: Hashable, Sendable {
    /// The order of day and month in slashed and dashed dates; nil where nothing shows it.
    package let order: DateOrder?
    /// How whole numbers count days; nil where they are no days.
    package let serials: SerialDays?
    /// The years an appointment may be in; nil for all of this century.
    let years: Years?
    /// Whether a spreadsheet seems to have taken day and month for each other in some cells.
    let hasSwapped: Bool
    /// Whether 00:00 is a time here, and not how a bare day is written.
    let hasTimes: Bool
    /// Whether AM and PM are in use, so that a time without them is only half a time.
    let hasHalves: Bool

    struct Years: Hashable {
        /// Last, this and next year.
        let now: ClosedRange<Int>
        /// Earlier years that many rows share, and those of the chosen days.
        let others: Set<Int>

        func contains(_ day: LocalDay, isShort: Bool) -> Bool {
            now.contains(day.year) || (!isShort && others.contains(day.year))
        }
    }

    /// Nothing is known: what needs proof is left to a person.
    package static let unproven = DateFormat(
        order: nil,
        serials: nil,
        years: nil,
        hasSwapped: false,
        hasTimes: false,
        hasHalves: false
    )

    /// A year of another century is a slip of the keyboard, never an appointment.
    static let century = 2000...2099

    /// The day a cell means.
    ///
    /// - Throws: `StartFlaw` where it is not certain.
    func day(_ written: WrittenDay) throws(StartFlaw) -> LocalDay {
        let day = try plainDay(written)
        guard Self.century.contains(day.year) else { throw .unreadableDate }
        if let years, !years.contains(day, isShort: written.hasShortYear) { throw .oddYear }
        if let weekday = written.weekday, weekday != day.weekday { throw .wrongWeekday }
        if hasSwapped, written.mayBeSwapped, day.day <= 12, day.day != day.month {
            throw .swappedDate
        }
        return day
    }

    private func plainDay(_ written: WrittenDay) throws(StartFlaw) -> LocalDay {
        switch written.form {
        case .plain(let year, let month, let day):
            guard let day = LocalDay(year: year, month: month, day: day) else {
                throw .unreadableDate
            }
            return day
        case .serial(let number):
            guard let day = serials?.day(number) else { throw .unreadableDate }
            return day
        case .ordered(let ordered):
            if let order {
                guard let day = ordered.day(order) else { throw .otherOrder }
                return day
            }
            // 03/03/2021 is the same day either way.
            guard let years else { throw .slashedDate }
            let readings = ordered.readings(now: years.now)
            guard let day = readings.first, readings.count == 1 else { throw .slashedDate }
            return day
        }
    }
}
