import MailCore

extension ColumnMapping {
    func superfluousDay(beside day: Int) -> ScheduleError {
        ScheduleError(
            message: Sentence(
                en:
                    "The column \"\(headers[day])\" says the day of each appointment. Leave out --day.",
                de:
                    "Die Spalte „\(headers[day])“ nennt den Tag jedes Termins. Lassen Sie --day weg."
            )
        )
    }

    func twoStarts(start: Int, date: Int) -> ScheduleError {
        ScheduleError(
            message: Sentence(
                en:
                    "The columns \"\(headers[date])\" and \"\(headers[start])\" could both say when the appointment is. Say which one with "
                    + "--map start=HEADER, or with --map date=HEADER --map time=HEADER.",
                de:
                    "Die Spalten „\(headers[date])“ und „\(headers[start])“ könnten beide sagen, wann der Termin ist. Sagen Sie, welche gilt, mit "
                    + "--map start=ÜBERSCHRIFT, oder mit --map date=ÜBERSCHRIFT --map time=ÜBERSCHRIFT."
            )
        )
    }

    var missingDay: ScheduleError {
        guard let profile, profile.dayIsInFileName else {
            return missing(
                Sentence(en: "the day of the appointment", de: "Tag des Termins"),
                "start",
                or: givenDay
            )
        }
        let way =
            dayInName.map { day in
                Sentence(
                    en: "Its name says \("\(day)"): if that is right, add --day \("\(day)").",
                    de: "Ihr Name sagt \("\(day)"): Stimmt das, ergänzen Sie --day \("\(day)")."
                )
            }
            ?? Sentence(
                en: "Confirm the day with --day YYYY-MM-DD.",
                de: "Bestätigen Sie den Tag mit --day YYYY-MM-DD."
            )
        return ScheduleError(
            message: Sentence(
                en: "A file of the layout \"\(profile.name)\" has its day in its name only. \(way)",
                de:
                    "Bei einer Datei des Profils „\(profile.name)“ steht der Tag nur im Namen. \(way)"
            )
        )
    }

    /// For a file with times and no day.
    private var givenDay: Sentence {
        guard first(.time) != nil else { return .empty }
        let day =
            dayInName.map { day in
                Sentence(
                    en: "\("\(day)"), as in the name of the file",
                    de: "\("\(day)"), wie im Namen der Datei"
                )
            } ?? Sentence(same: "YYYY-MM-DD")
        return Sentence(
            en: " If all rows are on one day, say it with --day \(day).",
            de: " Sind alle Zeilen an einem Tag, nennen Sie ihn mit --day \(day)."
        )
    }

    func missing(_ what: Sentence, _ field: String, or way: Sentence = .empty) -> ScheduleError {
        let hasHeaders = headers.contains { !Self.isNumber($0) }
        return ScheduleError(
            message: Sentence(
                en:
                    "No column was recognised as \(what). Name it with --map \(field)=\(hasHeaders ? "HEADER" : "\"column N\"").\(way)",
                de:
                    "Keine Spalte wurde als \(what) erkannt. Nennen Sie sie mit --map \(field)=\(hasHeaders ? "ÜBERSCHRIFT" : "\"column N\"").\(way)"
            )
        )
    }

    func ambiguous(_ field: ScheduleField, _ columns: [Int]) -> ScheduleError {
        let names = columns.map { column in
            let isUnique = headers.count { $0 == headers[column] } == 1
            return isUnique
                ? Sentence(en: "\"\(headers[column])\"", de: "„\(headers[column])“")
                : Sentence(
                    en: "\"\(headers[column])\" (column \(column + 1))",
                    de: "„\(headers[column])“ (column \(column + 1))"
                )
        }
        let all =
            columns.count == 2 ? Sentence(en: "both", de: "beide") : Sentence(en: "all", de: "alle")
        let list = names.joined(separator: Sentence(en: " and ", de: " und "))
        return ScheduleError(
            message: Sentence(
                en:
                    "The columns \(list) could \(all) be the field \(field.rawValue). Say which one with --map \(field.rawValue)=HEADER.",
                de:
                    "Die Spalten \(list) könnten \(all) das Feld \(field.rawValue) sein. Sagen Sie mit --map \(field.rawValue)=ÜBERSCHRIFT, welche es ist."
            )
        )
    }

    private static func isNumber(_ label: String) -> Bool {
        label.hasPrefix("column ") && Int(label.dropFirst(7)) != nil
    }
}
