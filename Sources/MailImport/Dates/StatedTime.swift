package import MailCore

/// The state of a list as its title tells it: `Stand: 15.03.2021 15:40 Uhr`.
///
/// Nothing else of the title is kept.
package struct StatedTime: Hashable, Sendable {
    package let day: LocalDay
    /// Nil where the title tells the day only.
    package let time: LocalTime?

    package init(day: LocalDay, time: LocalTime?) {
        self.day = day
        self.time = time
    }

    /// Looks for the first such time among lines of titles; nil without one.
    init?(in titles: some Sequence<CSVRecord>) {
        for record in titles {
            let line = (0..<record.count).map(record.text).joined(separator: " ").folded
            if let found = Self.read(line) {
                self = found
                return
            }
        }
        return nil
    }

    /// Reads one folded line.
    init?(parsing line: String) {
        guard let found = Self.read(line.folded) else { return nil }
        self = found
    }

    private static func read(_ line: String) -> StatedTime? {
        let parts = line.split(separator: " ").map(String.init)
        guard let mark = parts.firstIndex(where: { isMark($0.filter { $0 != ":" }) }) else {
            return nil
        }
        let behind = parts[(mark + 1)...].drop { fillers.contains($0.filter { $0 != ":" }) }
        return (1...6).reversed().lazy.compactMap { count in
            time(behind.prefix(count).joined(separator: " "))
        }.first
    }

    private static let fillers: Set = ["", "vom", "von", "am", "der", "daten", "-"]

    private static func isMark(_ word: String) -> Bool {
        ["stand", "datenstand", "exportiert", "export", "erstellt", "exportdatum", "druckdatum"]
            .contains(word)
    }

    private static func time(_ text: String) -> StatedTime? {
        // Nothing but a spelling that can be read one way only.
        guard let text = try? DateText(parsing: text), text.offset == nil,
            case .plain(let year, let month, let day) = text.day.form,
            let day = LocalDay(year: year, month: month, day: day),
            DateFormat.century.contains(day.year)
        else { return nil }
        return StatedTime(
            day: day,
            time: text.clock.map { LocalTime(day: day, hour: $0.hour, minute: $0.minute) }
        )
    }
}

extension StatedTime: CustomStringConvertible {
    /// `2021-03-15 15:40`, or the day alone.
    package var description: String { clock.map { "\(day) \($0)" } ?? "\(day)" }

    /// `15:40`; nil for the day alone.
    var clock: String? {
        time.map { "\(twoDigits($0.hour)):\(twoDigits($0.minute))" }
    }
}
