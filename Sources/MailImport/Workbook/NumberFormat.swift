/// What a spreadsheet shows of a number with this format: only dates and times matter here.
struct NumberFormat: Hashable, Sendable {
    /// Whether it shows a date, a time of day, or hours and minutes gone by (`[h]:mm`).
    let hasDate: Bool
    let hasTime: Bool
    let isElapsed: Bool

    static let plain = NumberFormat(hasDate: false, hasTime: false, isElapsed: false)

    var isPlain: Bool { !hasDate && !hasTime }

    /// One of the formats that have a number instead of a text.
    ///
    /// 27 to 36 and 50 to 58 are the dates of East Asian editions (ISO 29500-1, 18.8.30).
    init(builtIn number: Int) {
        switch number {
        case 14...17, 27...31, 34...36, 50...54, 57...58:
            self.init(hasDate: true, hasTime: false, isElapsed: false)
        case 18...21, 32...33, 45, 47, 55...56:
            self.init(hasDate: false, hasTime: true, isElapsed: false)
        case 22: self.init(hasDate: true, hasTime: true, isElapsed: false)
        case 46: self.init(hasDate: false, hasTime: true, isElapsed: true)
        default: self = .plain
        }
    }

    /// Reads a format such as `dd/mm/yyyy\ hh:mm` or `[h]:mm:ss`; only its first section, which
    /// is the one for dates.
    init(parsing code: String) {
        var scanner = FormatScanner(code)
        let letters = scanner.letters()
        let isElapsed = scanner.isElapsed
        let hasHour = letters.contains("h") || letters.contains("s") || isElapsed
        // Alone or beside day and year, m is the month; beside hours and seconds the minute.
        let hasDay = letters.contains("d") || letters.contains("y")
        self.init(
            hasDate: hasDay || (letters.contains("m") && !hasHour),
            hasTime: hasHour,
            isElapsed: isElapsed
        )
    }

    private init(hasDate: Bool, hasTime: Bool, isElapsed: Bool) {
        self.hasDate = hasDate
        self.hasTime = hasTime
        self.isElapsed = isElapsed
    }
}

/// The letters of a number format that stand for parts of a date.
private struct FormatScanner {
    private var rest: Substring
    private(set) var isElapsed = false

    init(_ code: String) { rest = code.lowercased()[...] }

    mutating func letters() -> Set<Character> {
        guard !rest.contains("general"), rest != "standard" else { return [] }
        var letters: Set<Character> = []
        while let character = rest.popFirst(), character != ";" {
            switch character {
            // Text that stands for itself, and what is as wide or repeated.
            case "\"": skip(past: "\"")
            case "\\", "_", "*": _ = rest.popFirst()
            case "[": readBracket()
            case "a" where rest.hasPrefix("m/pm"), "a" where rest.hasPrefix("/p"):
                rest = rest.drop { $0 != "p" }.dropFirst()
                if rest.first == "m" { rest.removeFirst() }
                letters.insert("h")
            case "y", "m", "d", "h", "s": letters.insert(character)
            default: break
            }
        }
        return letters
    }

    /// Colours, conditions and languages, or a unit that counts on beyond a day.
    private mutating func readBracket() {
        let inside = rest.prefix { $0 != "]" }
        skip(past: "]")
        let unit = inside.first
        isElapsed =
            isElapsed
            || (unit == "h" || unit == "m" || unit == "s") && inside.allSatisfy { $0 == unit }
    }

    private mutating func skip(past mark: Character) {
        rest = rest.drop { $0 != mark }.dropFirst()
    }
}
