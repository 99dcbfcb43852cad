import MailCore

/// A day as schedules write it, alone or with a time: `16.03.2021`, `Di, 16. März 2021`,
/// `16.03.21 09:20`, `2021-03-16T08:10:00Z`, `3/16/2021 9:30 AM`, `44271,385416667`.
struct DateText: Hashable {
    private(set) var day: WrittenDay
    private(set) var clock: ClockText?
    /// Seconds east of UTC, where the text says so.
    private(set) var offset: Int?

    /// Reads a cell that holds a day, perhaps a time, and nothing else.
    init(parsing text: String) throws(StartFlaw) {
        var scanner = TextScanner(text)
        guard !scanner.isAtEnd else { throw .noDate }
        day = try WrittenDay(from: &scanner)
        guard !scanner.isAtEnd else { return }
        do throws(StartFlaw) {
            try readTime(&scanner)
        } catch {
            // What stands there may take back the day: "16.03.2021 verschoben auf 18.03.2021".
            throw .strayText
        }
    }

    private mutating func readTime(_ scanner: inout TextScanner) throws(StartFlaw) {
        if case .serial = day.form {
            clock = try Self.fraction(&scanner)
        } else {
            let hasT = day.isISO && scanner.take("t")
            if !hasT { try Self.skipToTime(&scanner) }
            let clock = try ClockText(from: &scanner)
            if day.isISO { offset = try Self.offset(&scanner, hasT: hasT) }
            if offset == nil { try clock.skipEnd(&scanner) }
            self.clock = clock
            if offset != nil { day.mayBeSwapped = false }
        }
        guard scanner.isAtEnd else { throw .unreadableTime }
    }

    private static func skipToTime(_ scanner: inout TextScanner) throws(StartFlaw) {
        guard scanner.next == " " || scanner.next == "," else { throw .unreadableTime }
        while scanner.take(",") || scanner.take(" ") {}
        if scanner.take("um ") { scanner.skipBlanks() }
    }

    /// The time in a serial number; nil if it has none.
    private static func fraction(_ scanner: inout TextScanner) throws(StartFlaw) -> ClockText? {
        guard scanner.take(".") || scanner.take(",") else { throw .unreadableTime }
        let digits = scanner.takeDigits()
        guard digits.contains(where: { $0 != "0" }) else {
            // Some programs write whole numbers as `44271.0`.
            guard !digits.isEmpty else { throw .unreadableTime }
            return nil
        }
        return try ClockText(fraction: digits)
    }

    /// The offset from UTC behind a time: `Z`, `+01:00`, `+0100`, `+01`; nil if there is none.
    ///
    /// A minus is an offset behind a `T`; elsewhere, with blanks around it, it joins the ends of a
    /// slot, and without them it could be either.
    private static func offset(
        _ scanner: inout TextScanner,
        hasT: Bool
    ) throws(StartFlaw) -> Int? {
        if scanner.take("z") { return 0 }
        let isEast = scanner.take("+")
        guard isEast || (hasT && scanner.take("-")) else {
            guard !scanner.comesDashAndDigit else { throw .unreadableTime }
            return nil
        }
        guard let first = scanner.takeNumber(), first.digits == 2 || first.digits == 4 else {
            throw .unreadableTime
        }
        var (hours, minutes) = (first.value, 0)
        if first.digits == 4 { (hours, minutes) = (first.value / 100, first.value % 100) }
        if first.digits == 2, scanner.take(":") {
            guard let second = scanner.takeNumber(), second.digits == 2 else {
                throw .unreadableTime
            }
            minutes = second.value
        }
        guard hours <= 14, [0, 30, 45].contains(minutes) else { throw .unreadableTime }
        return (hours * 60 + minutes) * 60 * (isEast ? 1 : -1)
    }
}

extension TextScanner {
    /// Whether a dash comes next, perhaps behind blanks, with a digit right behind it.
    fileprivate var comesDashAndDigit: Bool {
        var ahead = self
        ahead.skipBlanks()
        return ahead.take("-") && ahead.takeNumber() != nil
    }
}
