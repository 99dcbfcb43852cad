import MailCore

/// A day as a cell writes it, before it is known how its column is to be read.
struct WrittenDay: Hashable {
    enum Form: Hashable {
        /// Dots, the year first, or the month's name: the spelling shows which number is which.
        case plain(year: Int, month: Int, day: Int)
        /// Slashes or dashes: day and month in either order.
        case ordered(OrderedDay)
        /// A spreadsheet's number of the day: `44271`.
        case serial(Int)
    }

    var form: Form
    /// 0 is Monday; nil if none is written.
    var weekday: Int?
    /// Whether the year has two digits; they mean this century.
    var hasShortYear = false
    /// Whether it is written as ISO 8601 has it: `2021-03-16`.
    var isISO = false
    /// Whether a spreadsheet may have made it of a text whose day and month it took for
    /// each other.
    var mayBeSwapped = false

    init(form: Form) {
        self.form = form
    }

    /// Reads a day at the scanner's place and stops behind it.
    init(from scanner: inout TextScanner) throws(StartFlaw) {
        var word = scanner.takeWord()
        let weekday = Self.weekdays[word]
        if weekday != nil {
            while scanner.take(".") || scanner.take(",") || scanner.take(" ") {}
            word = scanner.takeWord()
        }
        let written =
            word.isEmpty ? Self.numberFirst(&scanner) : Self.monthFirst(&scanner, word)
        guard var written else { throw .unreadableDate }
        written.weekday = weekday
        self = written
    }

    private static func numberFirst(_ scanner: inout TextScanner) -> WrittenDay? {
        guard let first = scanner.takeNumber() else { return nil }
        switch (first.digits, scanner.next) {
        case (4, "-"), (4, "/"): return yearFirst(&scanner, year: first.value)
        // Fewer digits would be a day of before 1927: a counter, never an appointment.
        case (5, _): return serial(first.value)
        case (1...2, "/"): return ordered(&scanner, first: first.value, separator: "/")
        case (1...2, "-"):
            // `16-Mrz-21`, unlike `16-03-21`, says which is the month.
            var ahead = scanner
            _ = ahead.take("-")
            guard let month = months[ahead.takeWord()] else {
                return ordered(&scanner, first: first.value, separator: "-")
            }
            guard ahead.take("-") else { return nil }
            scanner = ahead
            return named(&scanner, month: month, day: first.value)
        case (1...2, _): return dayFirst(&scanner, day: first.value)
        default: return nil
        }
    }

    private static func serial(_ number: Int) -> WrittenDay {
        var written = WrittenDay(form: .serial(number))
        written.mayBeSwapped = true
        return written
    }

    private static func yearFirst(_ scanner: inout TextScanner, year: Int) -> WrittenDay? {
        let separator = scanner.take("-") ? "-" : "/"
        if separator == "/" { _ = scanner.take("/") }
        guard let month = scanner.takeNumber(), month.digits == 2, scanner.take(separator),
            let day = scanner.takeNumber(), day.digits == 2
        else { return nil }
        var written = WrittenDay(form: .plain(year: year, month: month.value, day: day.value))
        written.isISO = separator == "-"
        written.mayBeSwapped = true
        return written
    }

    private static func ordered(
        _ scanner: inout TextScanner,
        first: Int,
        separator: String
    ) -> WrittenDay? {
        guard scanner.take(separator), let second = scanner.takePair(), scanner.take(separator),
            let year = Self.year(&scanner)
        else { return nil }
        let day = OrderedDay(
            first: first,
            second: second,
            year: year.value,
            hasShortYear: year.isShort,
            separator: separator
        )
        var written = WrittenDay(form: .ordered(day))
        written.hasShortYear = year.isShort
        return written
    }

    /// `16.03.2021`, `16. März 2021`, `16 Mrz. 21`.
    private static func dayFirst(_ scanner: inout TextScanner, day: Int) -> WrittenDay? {
        let hasDot = scanner.take(".")
        scanner.skipBlanks()
        let word = scanner.takeWord()
        if let month = months[word] {
            _ = scanner.take(".")
            scanner.skipBlanks()
            return named(&scanner, month: month, day: day)
        }
        guard word.isEmpty, hasDot, let month = scanner.takePair(), scanner.take(".") else {
            return nil
        }
        scanner.skipBlanks()
        guard var written = named(&scanner, month: month, day: day) else { return nil }
        written.mayBeSwapped = true
        return written
    }

    private static func named(
        _ scanner: inout TextScanner,
        month: Int,
        day: Int
    ) -> WrittenDay? {
        guard let year = Self.year(&scanner) else { return nil }
        var written = WrittenDay(form: .plain(year: year.value, month: month, day: day))
        written.hasShortYear = year.isShort
        return written
    }

    /// `March 16, 2021`.
    private static func monthFirst(_ scanner: inout TextScanner, _ word: String) -> WrittenDay? {
        guard let month = months[word] else { return nil }
        _ = scanner.take(".")
        scanner.skipBlanks()
        guard let day = scanner.takePair(), scanner.take(",") || scanner.next == " " else {
            return nil
        }
        scanner.skipBlanks()
        guard let year = Self.year(&scanner), !year.isShort else { return nil }
        return WrittenDay(form: .plain(year: year.value, month: month, day: day))
    }

    private static func year(_ scanner: inout TextScanner) -> (value: Int, isShort: Bool)? {
        guard let year = scanner.takeNumber() else { return nil }
        switch year.digits {
        case 2: return (2000 + year.value, true)
        case 4: return (year.value, false)
        default: return nil
        }
    }

    private static let weekdays: [String: Int] = table([
        "mo montag mon monday", "di dienstag die tue tuesday", "mi mittwoch mit wed wednesday",
        "do donnerstag don thu thursday", "fr freitag fre fri friday",
        "sa samstag sonnabend sam sat saturday", "so sonntag son sun sunday",
    ])

    private static let months: [String: Int] = table([
        "januar jan jaenner jaen january", "februar feb febr feber february",
        "maerz mrz maer mar march", "april apr", "mai may", "juni jun june", "juli jul july",
        "august aug", "september sep sept", "oktober okt october oct", "november nov",
        "dezember dez december dec",
    ]).mapValues { $0 + 1 }

    private static func table(_ lines: [String]) -> [String: Int] {
        var table: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            for word in line.split(separator: " ") { table[String(word)] = index }
        }
        return table
    }
}
