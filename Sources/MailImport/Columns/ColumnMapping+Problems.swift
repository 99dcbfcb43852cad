import MailCore

extension ColumnMapping {
    func superfluousDay(beside day: Int) -> ScheduleError {
        ScheduleError(
            message: "The column \"\(headers[day])\" says the day of each appointment. Leave "
                + "out --day."
        )
    }

    func twoStarts(start: Int, date: Int) -> ScheduleError {
        ScheduleError(
            message:
                "The columns \"\(headers[date])\" and \"\(headers[start])\" could both say when "
                + "the appointment is. Say which one with --map start=HEADER, or with "
                + "--map date=HEADER --map time=HEADER."
        )
    }

    var missingDay: ScheduleError {
        guard let profile, profile.dayIsInFileName else {
            return missing("the day of the appointment", "start", or: givenDay)
        }
        let way =
            dayInName.map { "Its name says \($0): if that is right, add --day \($0)." }
            ?? "Confirm the day with --day YYYY-MM-DD."
        return ScheduleError(
            message:
                "A file of the layout \"\(profile.name)\" has its day in its name only. \(way)"
        )
    }

    /// For a file with times and no day.
    private var givenDay: String {
        guard first(.time) != nil else { return "" }
        let day = dayInName.map { "\($0), as in the name of the file" } ?? "YYYY-MM-DD"
        return " If all rows are on one day, say it with --day \(day)."
    }

    func missing(_ what: String, _ field: String, or way: String = "") -> ScheduleError {
        let hasHeaders = headers.contains { !Self.isNumber($0) }
        return ScheduleError(
            message: "No column was recognised as \(what). Name it with "
                + "--map \(field)=\(hasHeaders ? "HEADER" : "\"column N\"").\(way)"
        )
    }

    func ambiguous(_ field: ScheduleField, _ columns: [Int]) -> ScheduleError {
        let names = columns.map { column in
            let isUnique = headers.count { $0 == headers[column] } == 1
            return "\"\(headers[column])\"" + (isUnique ? "" : " (column \(column + 1))")
        }
        let all = columns.count == 2 ? "both" : "all"
        return ScheduleError(
            message: "The columns \(names.joined(separator: " and ")) could \(all) be the field "
                + "\(field.rawValue). Say which one with --map \(field.rawValue)=HEADER."
        )
    }

    private static func isNumber(_ label: String) -> Bool {
        label.hasPrefix("column ") && Int(label.dropFirst(7)) != nil
    }
}
