extension PlanWarning {
    var ofDays: Sentence {
        switch self {
        case .zoneColumn(let header, let told):
            Sentence(
                en: "The column \"\(header)\" says whose clock each row's times are on: "
                    + "they are read so, and told in \(told). Compare one with the booking system.",
                de:
                    "Die Spalte „\(header)“ sagt zu jeder Zeile, in welcher Zeitzone ihre Zeiten stehen: Sie werden so gelesen und "
                    + "in \(told) genannt. Vergleichen Sie eine mit dem Buchungssystem."
            )
        case .otherZone(let read, let told):
            Sentence(
                en:
                    "The times of the appointments are read as \(read), and told in \(told). Compare one with the "
                    + "booking system.",
                de:
                    "Die Zeiten der Termine werden als \(read) gelesen und in \(told) genannt. Vergleichen Sie eine mit dem "
                    + "Buchungssystem."
            )
        case .noChosenDay(let first, let last):
            Self.noChosenDay(first, last)
        case .oddDays(let chosen, let empty, let odd, let median):
            Self.oddDays(chosen, empty, odd, median)
        case .yearSlip(let rows, let isBefore, let days):
            Sentence(
                en:
                    "\(rows, "row lies", "rows lie") exactly one year \(isBefore ? "before" : "after") a chosen day "
                    + "(\(days.counted)), and the file has hardly any others around then: if the year is a slip, "
                    + "nobody is told who should be, so correct it in the export and plan again.",
                de:
                    "\(rows, "Zeile liegt", "Zeilen liegen") genau ein Jahr \(isBefore ? "vor" : "nach") einem gewählten Tag "
                    + "(\(days.counted)), und um diese Zeit hat die Datei kaum andere: Ist das Jahr ein Versehen, bekommen diese "
                    + "Personen keine Nachricht. Berichtigen Sie es im Export, und planen Sie neu."
            )
        case .otherDayInName(let given, let name):
            Sentence(
                en: "--day says \(given), but the file's name \(name): is it the right file?",
                de:
                    "--day sagt \(Sentence(iso: given)), der Name der Datei \(Sentence(iso: name)): Ist es die richtige Datei?"
            )
        case .oldFile(let age):
            Sentence(
                en:
                    "The file was \(age) old when it was read: bookings made since then are missing. "
                    + "Export it again just before planning.",
                de:
                    "Die Datei war beim Lesen \(age) alt: Buchungen seitdem fehlen. Exportieren Sie sie unmittelbar vor dem Planen "
                    + "noch einmal."
            )
        case .oldTitle(let day, let time, let age): Self.oldTitle(day, time, age)
        default: .empty
        }
    }

    private static func noChosenDay(_ first: String, _ last: String) -> Sentence {
        let (from, to) = (Sentence(weekday: first), Sentence(weekday: last))
        let range =
            first == last
            ? from : Sentence(en: "\(from) to \(to)", de: "\(from) bis \(to)")
        return Sentence(
            en: "The file has no row on any of the chosen days (\(range)). Check the "
                + "days, and whether it is the right file.",
            de:
                "Die Datei hat an keinem der gewählten Tage (\(range)) eine Zeile. Prüfen Sie die Tage, und ob es die richtige "
                + "Datei ist."
        )
    }

    private static func oddDays(
        _ chosen: Int,
        _ empty: DayList?,
        _ odd: DayList?,
        _ median: Int?
    ) -> Sentence {
        let none = empty.map { days in
            Sentence(
                en:
                    "\(days.count) of \(chosen) chosen days \(days.count == 1 ? "has" : "have") no row: \(days.plain)",
                de:
                    "\(count: days.count) von \(count: chosen) gewählten Tagen \(days.count == 1 ? "hat" : "haben") keine Zeile: "
                    + "\(days.plain)"
            )
        }
        let other = odd.map { days in
            Sentence(
                en:
                    "\(days.count) of \(chosen) chosen days \(days.count == 1 ? "is" : "are") unlike the other days of the "
                    + "file, which have \(median ?? 0) rows in the middle: \(days.counted)",
                de:
                    "\(count: days.count) von \(count: chosen) gewählten Tagen \(days.count == 1 ? "ist" : "sind") anders als die "
                    + "übrigen Tage der Datei, an denen meist um \(count: median ?? 0) Zeilen stehen: \(days.counted)"
            )
        }
        let both = [none, other].compactMap(\.self).joined(separator: Sentence(same: ". "))
        return Sentence(
            en: "\(both). Check the days, and whether the file is complete.",
            de: "\(both). Prüfen Sie die Tage, und ob die Datei vollständig ist."
        )
    }

    private static func oldTitle(_ day: String, _ time: String?, _ age: Age) -> Sentence {
        let stated = Sentence(
            en: "\(day)\(time.map { " \($0)" } ?? "")",
            de: "\(Sentence(iso: day))\(time.map { ", \($0) Uhr" } ?? "")"
        )
        return Sentence(
            en: "The title of the file says that it shows the state of \(stated), and so it is "
                + "\(age) old: bookings made since then are missing. Export it again just "
                + "before planning.",
            de:
                "Laut ihrem Titel zeigt die Datei den Stand vom \(stated); sie ist also \(age) alt: Buchungen seitdem fehlen. "
                + "Exportieren Sie sie unmittelbar vor dem Planen noch einmal."
        )
    }
}

extension PlanWarning.DayList {
    /// `Tue 2021-03-16, Wed 2021-03-17 and 2 more`.
    fileprivate var plain: Sentence { listed { Sentence(weekday: $0.day) } }

    /// `Tue 2021-03-16 with 30 rows`.
    fileprivate var counted: Sentence {
        listed { entry in
            Sentence(
                en: "\(Sentence(weekday: entry.day)) with \(entry.rows, "row", "rows")",
                de: "\(Sentence(weekday: entry.day)) mit \(entry.rows, "Zeile", "Zeilen")"
            )
        }
    }

    private func listed(_ words: (Entry) -> Sentence) -> Sentence {
        let rest = count - first.count
        let more =
            rest > 0
            ? Sentence(en: " and \(rest) more", de: " und \(rest, "weiterer", "weitere")") : .empty
        return first.map(words).commas + more
    }
}

extension PlanWarning.Age: Worded {
    package var words: Sentence {
        switch self {
        case .minutes(let count):
            Sentence(en: "\(count) minutes", de: "\(count, "Minute", "Minuten")")
        case .hours(let count): Sentence(en: "\(count) hours", de: "\(count, "Stunde", "Stunden")")
        case .days(let count): Sentence(en: "\(count) days", de: "\(count, "Tag", "Tage")")
        }
    }
}

extension Sentence {
    /// A day that is kept as `2021-03-16`: `16.03.2021` in German.
    package init(iso day: String) {
        self = LocalDay(iso8601: day).map { Sentence(same: "\($0)") } ?? Sentence(same: "\(day)")
    }

    /// With its weekday: `Tue 2021-03-16`, `Di. 16.03.2021`.
    fileprivate init(weekday day: String) {
        self = LocalDay(iso8601: day)?.words ?? Sentence(same: "\(day)")
    }
}
