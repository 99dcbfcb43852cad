import MailCore

/// A time of day as schedules write it: `9:10`, `09:10:00`, `9.10 Uhr`, `9 Uhr`, `0910`,
/// `12:05 PM`, `0,385416667`, and the beginning of `09:10-09:20`.
struct ClockText: Hashable {
    let hour: Int
    let minute: Int
    /// Whether seconds follow that are not zeros: rather the time somebody booked.
    let hasSeconds: Bool
    /// Whether AM or PM says which half of the day is meant.
    let isHalved: Bool
    /// Whether it is a part of a day, as only spreadsheets write it.
    let isFraction: Bool

    /// Reads a cell that holds a time and nothing else.
    init(parsing text: String) throws(StartFlaw) {
        var scanner = TextScanner(text)
        if let fraction = try Self.fraction(scanner) {
            self = fraction
            return
        }
        try self.init(from: &scanner)
        try skipEnd(&scanner)
        guard scanner.isAtEnd else { throw .unreadableTime }
    }

    /// Takes the digits behind the decimal mark of a spreadsheet's number.
    init(fraction digits: String) throws(StartFlaw) {
        let (minute, hasSeconds) = try DayFraction.read(digits)
        hour = minute / 60
        self.minute = minute % 60
        self.hasSeconds = hasSeconds
        isHalved = false
        isFraction = true
    }

    /// Reads a time at the scanner's place and stops behind it.
    init(from scanner: inout TextScanner) throws(StartFlaw) {
        guard let first = scanner.takeNumber(), first.digits != 3, first.digits <= 4 else {
            throw .unreadableTime
        }
        var hour = first.value
        var half: Half?
        if first.digits == 4 {
            (hour, minute, hasSeconds) = (first.value / 100, first.value % 100, false)
        } else {
            (minute, hasSeconds) = try Self.minute(&scanner)
            half = Self.half(&scanner)
        }
        if let half {
            guard (1...12).contains(hour) else { throw .unreadableTime }
            hour = hour % 12 + (half == .afternoon ? 12 : 0)
        } else {
            Self.skipUhr(&scanner)
        }
        guard hour < 24, minute < 60 else { throw .unreadableTime }
        self.hour = hour
        isHalved = half != nil
        isFraction = false
    }

    var minuteOfDay: Int { hour * 60 + minute }

    /// Whether it is only half a time in a column that uses AM and PM.
    var mayLackHalf: Bool { !isHalved && !isFraction && (1...12).contains(hour) }

    /// A fraction of a day that fills the cell; nil if the cell is written otherwise.
    private static func fraction(_ scanner: TextScanner) throws(StartFlaw) -> ClockText? {
        var scanner = scanner
        guard scanner.take("0") else { return nil }
        let isComma = scanner.take(",")
        guard isComma || scanner.take(".") else { return nil }
        let digits = scanner.takeDigits()
        guard !digits.isEmpty, scanner.isAtEnd else { return nil }
        // `0.25` is a quarter past midnight to a person and six o'clock to a spreadsheet; a
        // fraction of 0 is rather an empty cell than midnight.
        guard isComma || digits.utf8.count != 2, digits.contains(where: { $0 != "0" }) else {
            throw .unreadableTime
        }
        return try ClockText(fraction: digits)
    }

    /// The minute behind an hour; 0 if the hour is followed by `Uhr`, AM or PM.
    private static func minute(
        _ scanner: inout TextScanner
    ) throws(StartFlaw) -> (value: Int, hasSeconds: Bool) {
        guard scanner.take(":") || scanner.take(".") else {
            var ahead = scanner
            guard half(&ahead) != nil || skipUhr(&ahead) else { throw .unreadableTime }
            return (0, false)
        }
        guard let minute = scanner.takeNumber(), minute.digits == 2 else { throw .unreadableTime }
        return (minute.value, try hasSeconds(&scanner))
    }

    /// Skips seconds and their fraction; exports write zeros.
    private static func hasSeconds(_ scanner: inout TextScanner) throws(StartFlaw) -> Bool {
        guard scanner.take(":") else { return false }
        guard let second = scanner.takeNumber(), second.digits == 2, second.value < 60 else {
            throw .unreadableTime
        }
        guard scanner.take(".") || scanner.take(",") else { return second.value != 0 }
        let digits = scanner.takeDigits()
        guard !digits.isEmpty else { throw .unreadableTime }
        return second.value != 0 || digits.contains { $0 != "0" }
    }

    private enum Half { case morning, afternoon }

    private static func half(_ scanner: inout TextScanner) -> Half? {
        var ahead = scanner
        ahead.skipBlanks()
        let half: Half
        switch ahead.takeWord() {
        case "am": half = .morning
        case "pm": half = .afternoon
        case "a" where ahead.take(".m."): half = .morning
        case "p" where ahead.take(".m."): half = .afternoon
        default: return nil
        }
        scanner = ahead
        return half
    }

    @discardableResult
    private static func skipUhr(_ scanner: inout TextScanner) -> Bool {
        var ahead = scanner
        ahead.skipBlanks()
        guard ahead.takeWord() == "uhr" else { return false }
        scanner = ahead
        return true
    }

    /// Skips the end of a slot, which says nothing about its beginning but must fit to it.
    func skipEnd(_ scanner: inout TextScanner) throws(StartFlaw) {
        scanner.skipBlanks()
        guard scanner.take("-") || scanner.take("bis") else { return }
        scanner.skipBlanks()
        let end = try Self(from: &scanner)
        // `1:30-1:40 PM` begins in the afternoon.
        guard end.isHalved == isHalved, end.minuteOfDay >= minuteOfDay || end.minuteOfDay == 0
        else { throw .unreadableTime }
        scanner.skipBlanks()
    }
}
