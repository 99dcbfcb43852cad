/// A time of day as schedules write it: `9:10`, `09:10:00`, `9.10 Uhr`, `9 Uhr`, `0910`, and the
/// beginning of `09:10-09:20`.
struct ClockText: Hashable {
    let hour: Int
    let minute: Int

    /// Reads a cell that holds a time and nothing else.
    init(parsing text: String) throws(StartFlaw) {
        var scanner = TextScanner(text)
        try self.init(from: &scanner)
        try Self.skipRange(&scanner)
        guard scanner.isAtEnd else { throw .unreadableTime }
    }

    /// Reads a time at the scanner's place and stops behind it.
    init(from scanner: inout TextScanner) throws(StartFlaw) {
        guard let first = scanner.takeNumber() else { throw .unreadableTime }
        if first.digits == 4 {
            (hour, minute) = (first.value / 100, first.value % 100)
        } else {
            hour = first.value
            minute = try Self.minute(&scanner)
        }
        guard first.digits != 3, first.digits <= 4, hour < 24, minute < 60 else {
            throw .unreadableTime
        }
        Self.skipUhr(&scanner)
    }

    /// The minute behind an hour; 0 if the hour is followed by `Uhr`.
    private static func minute(_ scanner: inout TextScanner) throws(StartFlaw) -> Int {
        guard scanner.take(":") || scanner.take(".") else {
            var ahead = scanner
            guard skipUhr(&ahead) else { throw .unreadableTime }
            return 0
        }
        guard let minute = scanner.takeNumber(), minute.digits == 2 else { throw .unreadableTime }
        // Seconds and their fraction, which exports write as zeros.
        if scanner.take(":") {
            guard let second = scanner.takeNumber(), second.digits == 2, second.value < 60 else {
                throw .unreadableTime
            }
            if scanner.take("."), scanner.takeNumber() == nil { throw .unreadableTime }
        }
        return minute.value
    }

    @discardableResult
    private static func skipUhr(_ scanner: inout TextScanner) -> Bool {
        var ahead = scanner
        ahead.skipBlanks()
        guard ahead.takeWord() == "uhr" else { return false }
        scanner = ahead
        return true
    }

    /// The end of a slot says nothing about its beginning, but it must be a time.
    static func skipRange(_ scanner: inout TextScanner) throws(StartFlaw) {
        scanner.skipBlanks()
        guard scanner.take("-") || scanner.take("bis") else { return }
        scanner.skipBlanks()
        _ = try Self(from: &scanner)
        scanner.skipBlanks()
    }
}
