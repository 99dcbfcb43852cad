import MailCore

extension DateColumn {
    typealias Slashed = (day: OrderedDay, row: Int, count: Int)

    /// How the column is to be read.
    ///
    /// A chosen order wins, and a row that cannot be read by it is left to a person; but a choice
    /// that more than one dated row in a hundred contradicts would misread the others, too.
    ///
    /// - Parameter chosen: What the operator, or a profile, says about the order.
    /// - Returns: The format, for `StartReader`.
    /// - Throws: `ScheduleError` where the order is not proven, or the rows contradict each other
    ///   or the choice.
    package func format(chosen: DateOrder?) throws(ScheduleError) -> DateFormat {
        let order = try order(chosen: chosen)
        return DateFormat(
            order: order,
            serials: areNumbersDays ? serials : nil,
            years: DateFormat.Years(now: years, others: history.union(chosenYears)),
            hasSwapped: hasSwapped(order),
            hasTimes: hasTimes,
            hasHalves: hasHalves
        )
    }

    var slashed: [Slashed] {
        tallies.compactMap { tally in
            guard case .ordered(let day) = tally.day.form else { return nil }
            return (day, tally.row, tally.count)
        }
    }

    private func order(chosen: DateOrder?) throws(ScheduleError) -> DateOrder? {
        let slashed = slashed
        let dayFirst = slashed.filter { $0.day.proves(.dmy, now: years) }
        let monthFirst = slashed.filter { $0.day.proves(.mdy, now: years) }
        if let chosen {
            let (own, other) = chosen == .dmy ? (dayFirst, monthFirst) : (monthFirst, dayFirst)
            guard isFew(other) else { throw refusal(of: chosen, own: own, other: other) }
            return chosen
        }
        switch (dayFirst.isEmpty, monthFirst.isEmpty) {
        case (false, false): throw contradiction(dayFirst, monthFirst)
        case (false, true): return .dmy
        case (true, false): return .mdy
        case (true, true):
            let open = slashed.filter { $0.day.readings(now: years).count > 1 }
            guard open.isEmpty else { throw doubt(open) }
            return nil
        }
    }

    /// Whether so few rows are no more than slips: a single one, or one in a hundred.
    private func isFew(_ some: [Slashed]) -> Bool {
        let count = some.rowCount
        return count <= 1 || count * 100 <= slashed.rowCount
    }

    private func refusal(of chosen: DateOrder, own: [Slashed], other: [Slashed]) -> ScheduleError {
        let example =
            other.first.map {
                Sentence(
                    en: "; the first is row \($0.row): \($0.day.text)",
                    de: "; die erste ist Zeile \($0.row): \($0.day.text)"
                )
            } ?? .empty
        let contrary: DateOrder = chosen == .dmy ? .mdy : .dmy
        let wayOut =
            isFew(own)
            ? Sentence(
                en: "Say --date-order \(contrary.rawValue), or export the schedule again.",
                de:
                    "Nehmen Sie --date-order \(contrary.rawValue), oder exportieren Sie die Terminliste noch einmal."
            )
            : Sentence(
                en: "Export the schedule again, or write its dates as dd.mm.yyyy.",
                de:
                    "Exportieren Sie die Terminliste noch einmal, oder schreiben Sie die Daten als TT.MM.JJJJ."
            )
        return ScheduleError(
            message: Sentence(
                en:
                    "The order of the dates is said to be \(chosen.rawValue), but \(other.rowCount) rows can only be read with the "
                    + "\(contrary.first) first\(example). \(wayOut)",
                de:
                    "Als Reihenfolge der Daten ist \(chosen.rawValue) angegeben, aber \(other.rowCount) Zeilen lassen sich nur mit dem "
                    + "\(contrary.first) zuerst lesen\(example). \(wayOut)"
            )
        )
    }

    private func contradiction(_ days: [Slashed], _ months: [Slashed]) -> ScheduleError {
        let examples = [(days, DateOrder.dmy), (months, .mdy)].compactMap { rows, order in
            rows.first.map {
                Sentence(
                    en: "row \($0.row) has the \(order.first) first (\($0.day.text))",
                    de: "in Zeile \($0.row) steht es mit dem \(order.first) zuerst (\($0.day.text))"
                )
            }
        }
        var message = Sentence(
            en:
                "The dates contradict each other: \(examples.commas). Export the schedule again, or write its dates as dd.mm.yyyy.",
            de:
                "Die Daten widersprechen sich: \(examples.commas). Exportieren Sie die Terminliste noch einmal, oder schreiben Sie "
                + "die Daten als TT.MM.JJJJ."
        )
        for (order, slips) in [(DateOrder.dmy, months), (.mdy, days)] where isFew(slips) {
            message += Sentence(
                en:
                    " If the \(slips.rowCount) with the other order are slips: --date-order \(order.rawValue) leaves them to a decision.",
                de:
                    " Sind die \(slips.rowCount) mit der anderen Reihenfolge Versehen: --date-order \(order.rawValue) lässt sie zur "
                    + "Entscheidung."
            )
        }
        return ScheduleError(message: message)
    }

    private func doubt(_ open: [Slashed]) -> ScheduleError {
        let examples = open.prefix(3).map { example in
            let readings = example.day.readings(now: years).map(\.inWords)
                .joined(separator: Sentence(en: " or ", de: " oder "))
            return Sentence(
                en: "row \(example.row): \(example.day.text) is \(readings)",
                de: "Zeile \(example.row): \(example.day.text) ist \(readings)"
            )
        }
        return ScheduleError(
            message: Sentence(
                en:
                    "The order of day and month is not certain: \(examples.joined(separator: Sentence(same: "; "))). Say which it is: "
                    + "--date-order dmy for the day first, --date-order mdy for the month first.",
                de:
                    "Die Reihenfolge von Tag und Monat ist nicht sicher: \(examples.joined(separator: Sentence(same: "; "))). Sagen Sie, welche "
                    + "gilt: --date-order dmy für den Tag zuerst, --date-order mdy für den Monat zuerst."
            )
        )
    }
}

extension [DateColumn.Slashed] {
    fileprivate var rowCount: Int { reduce(0) { $0 + $1.count } }
}

extension DateOrder {
    fileprivate var first: Sentence {
        switch self {
        case .dmy: Sentence(en: "day", de: "Tag")
        case .mdy: Sentence(en: "month", de: "Monat")
        }
    }
}

extension LocalDay {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// `3 April 2021`.
    fileprivate var inWords: Sentence {
        Sentence(
            en: "\(day) \(Self.months[month - 1]) \(year)",
            de: "\(day). \(Self.germanMonths[month - 1]) \(year)"
        )
    }

    private static let germanMonths = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober",
        "November", "Dezember",
    ]
}
