/// A day as schedules write it, alone or with a time: `16.03.2021`, `Di, 16. März 2021`,
/// `16.03.21 09:20`, `2021-03-16T08:10:00Z`.
struct DateText: Hashable {
    let day: LocalDay
    let clock: ClockText?
    /// Seconds east of UTC, where the text says so.
    let offset: Int?

    /// Reads a cell that holds a day, perhaps a time, and nothing else.
    init(parsing text: String) throws(StartFlaw) {
        var scanner = TextScanner(text)
        guard !scanner.isAtEnd else { throw .noDate }
        let weekday = try Self.weekday(&scanner)
        day = try Self.day(&scanner)
        if let weekday, weekday != day.weekday { throw .wrongWeekday }
        (clock, offset) = try Self.clock(&scanner)
    }

    private static func weekday(_ scanner: inout TextScanner) throws(StartFlaw) -> Int? {
        let word = scanner.takeWord()
        guard !word.isEmpty else { return nil }
        guard let weekday = weekdays[word] else { throw .unreadableDate }
        while scanner.take(".") || scanner.take(",") || scanner.take(" ") {}
        return weekday
    }

    private static func day(_ scanner: inout TextScanner) throws(StartFlaw) -> LocalDay {
        guard let first = scanner.takeNumber() else { throw .unreadableDate }
        if scanner.next == "/" { throw .slashedDate }
        let parts =
            first.digits == 4
            ? isoRest(&scanner, year: first.value) : germanRest(&scanner, day: first)
        // A year of another century is a slip of the keyboard, never an appointment.
        guard let parts, (2000...2099).contains(parts.year),
            let day = LocalDay(year: parts.year, month: parts.month, day: parts.day)
        else { throw .unreadableDate }
        return day
    }

    private typealias Parts = (year: Int, month: Int, day: Int)

    private static func isoRest(_ scanner: inout TextScanner, year: Int) -> Parts? {
        guard scanner.take("-"), let month = scanner.takeNumber(), month.digits == 2,
            scanner.take("-"), let day = scanner.takeNumber(), day.digits == 2
        else { return nil }
        return (year, month.value, day.value)
    }

    private static func germanRest(
        _ scanner: inout TextScanner,
        day: (value: Int, digits: Int)
    ) -> Parts? {
        guard day.digits <= 2 else { return nil }
        let hasDot = scanner.take(".")
        scanner.skipBlanks()
        guard let month = Self.month(&scanner, isNumberAllowed: hasDot),
            let year = scanner.takeNumber(), year.digits == 2 || year.digits == 4
        else { return nil }
        // D-10: two digits mean this century.
        return (year.digits == 2 ? 2000 + year.value : year.value, month, day.value)
    }

    private static func month(_ scanner: inout TextScanner, isNumberAllowed: Bool) -> Int? {
        let word = scanner.takeWord()
        var month = months[word]
        if word.isEmpty, isNumberAllowed {
            month = scanner.takePair()
            guard scanner.take(".") else { return nil }
        } else {
            _ = scanner.take(".")
        }
        scanner.skipBlanks()
        return month
    }

    private static func clock(
        _ scanner: inout TextScanner
    ) throws(StartFlaw) -> (ClockText?, Int?) {
        let isISO = scanner.take("t")
        while scanner.take(",") || scanner.take(" ") {}
        if scanner.take("um") { scanner.skipBlanks() }
        guard !scanner.isAtEnd else {
            guard !isISO else { throw .unreadableTime }
            return (nil, nil)
        }
        let clock = try ClockText(from: &scanner)
        let offset = try Self.offset(&scanner, isISO: isISO)
        if offset == nil { try ClockText.skipRange(&scanner) }
        guard scanner.isAtEnd else { throw .unreadableTime }
        return (clock, offset)
    }

    /// The offset from UTC behind a time: `Z`, `+01:00`, `+0100`, `+01`; nil if there is none.
    ///
    /// A minus is an offset only behind a `T`: elsewhere it joins
    /// the ends of a slot.
    private static func offset(
        _ scanner: inout TextScanner,
        isISO: Bool
    ) throws(StartFlaw) -> Int? {
        if scanner.take("z") { return 0 }
        let isEast = scanner.take("+")
        guard isEast || (isISO && scanner.take("-")) else { return nil }
        guard let first = scanner.takeNumber(), first.digits == 2 || first.digits == 4 else {
            throw .unreadableTime
        }
        var (hours, minutes) = (first.value, 0)
        if first.digits == 4 { (hours, minutes) = (first.value / 100, first.value % 100) }
        if first.digits == 2, scanner.take(":") {
            guard let second = scanner.takePair() else { throw .unreadableTime }
            minutes = second
        }
        guard hours <= 14, minutes < 60 else { throw .unreadableTime }
        return (hours * 60 + minutes) * 60 * (isEast ? 1 : -1)
    }

    private static let weekdays: [String: Int] = table([
        "mo montag mon monday", "di dienstag die tue tuesday", "mi mittwoch mit wed wednesday",
        "do donnerstag don thu thursday", "fr freitag fre fri friday",
        "sa samstag sonnabend sam sat saturday", "so sonntag son sun sunday",
    ])

    private static let months: [String: Int] = table([
        "januar jan jaenner jaen", "februar feb febr feber", "maerz mrz maer mar",
        "april apr", "mai", "juni jun", "juli jul", "august aug", "september sep sept",
        "oktober okt", "november nov", "dezember dez",
    ]).mapValues { $0 + 1 }

    private static func table(_ lines: [String]) -> [String: Int] {
        var table: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            for word in line.split(separator: " ") { table[String(word)] = index }
        }
        return table
    }
}
