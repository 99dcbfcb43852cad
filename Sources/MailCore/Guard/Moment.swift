/// A day or a time of day that a text tells its reader.
enum Moment: Hashable {
    case day(LocalDay)
    case time(hour: Int, minute: Int)

    /// All of them, in the order of the text, with the word each begins at.
    ///
    /// Read by itself: nothing here is shared with what writes dates into messages.
    static func all(in list: WordList) -> [(moment: Moment, word: Int)] {
        var moments: [(moment: Moment, word: Int)] = []
        var index = 0
        while index < list.words.count {
            if let (moment, length) = moment(in: list, at: index) {
                moments.append((moment, index))
                index += length
            } else {
                index += 1
            }
        }
        return moments
    }

    private static func moment(in list: WordList, at index: Int) -> (Moment, Int)? {
        guard list.words[index].isNumber else { return nil }
        return day(in: list, at: index).map { (.day($0), 3) } ?? time(in: list, at: index)
    }

    /// `16. März 2021`, `16.03.2021` or `2021-03-16`.
    private static func day(in list: WordList, at index: Int) -> LocalDay? {
        guard index + 2 < list.words.count,
            list.words[(index + 1)...(index + 2)].allSatisfy({ $0.gap.contains(.joinsCode) })
        else { return nil }
        let texts = (0..<3).map { list.text(index + $0) }
        let numbers = texts.map { Int($0) }
        if texts[2].count == 4, texts[0].count <= 2, let year = numbers[2], let day = numbers[0] {
            let month = texts[1].count <= 2 ? numbers[1] : GermanCalendar.month(texts[1])
            return month.flatMap { LocalDay(year: year, month: $0, day: day) }
        }
        guard texts[0].count == 4, let year = numbers[0], let month = numbers[1],
            let day = numbers[2]
        else { return nil }
        return LocalDay(year: year, month: month, day: day)
    }

    /// `9:10 Uhr` or `9 Uhr`.
    private static func time(in list: WordList, at index: Int) -> (Moment, Int)? {
        let words = list.words
        guard let hour = Int(list.text(index)), hour < 24, words[index].range.count <= 2,
            index + 1 < words.count
        else { return nil }
        if list.text(index + 1) == "uhr" { return (.time(hour: hour, minute: 0), 2) }
        guard index + 2 < words.count, words[index + 1].gap.contains(.clock),
            words[index + 1].range.count == 2, list.text(index + 2) == "uhr",
            let minute = Int(list.text(index + 1)), minute < 60
        else { return nil }
        return (.time(hour: hour, minute: minute), 3)
    }
}

/// German names of days and months, for reading.
enum GermanCalendar {
    /// As a word list has them.
    private static let months = [
        "januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "dezember",
    ]
    private static let weekdays = [
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
    ]

    /// The number of a month.
    ///
    /// - Parameter name: As a word list has it.
    /// - Returns: From 1; nil if this is no month.
    static func month(_ name: String) -> Int? { months.firstIndex(of: name).map { $0 + 1 } }

    /// From 0 for Monday; nil if this is no weekday.
    static func weekday(_ name: String) -> Int? { weekdays.firstIndex(of: name) }

    /// The words and numbers a message may use for a time: every form of them.
    static func written(_ time: LocalTime) -> [String] {
        let day = time.day
        let minute = twoDigits(time.minute)
        return [
            "\(weekdays[day.weekday]), \(day.day). \(months[day.month - 1]) \(day.year)",
            "\(twoDigits(day.day)).\(twoDigits(day.month)).\(day.year)",
            "\(day.day).\(day.month).\(day.year)", "\(time.hour):\(minute) Uhr",
            "\(twoDigits(time.hour)):\(minute) Uhr",
        ]
    }
}

extension WordList {
    /// A word as text.
    func text(_ index: Int) -> String {
        String(decoding: octets[words[index].range], as: UTF8.self)
    }
}
