/// Why a row does not say for certain when its appointment is.
package enum StartFlaw: String, Error, Codable, Hashable, Sendable, CaseIterable {
    case noDate = "no-date"
    case unreadableDate = "unreadable-date"
    case slashedDate = "slashed-date"
    case otherOrder = "other-order"
    case swappedDate = "swapped-date"
    case oddYear = "odd-year"
    case wrongWeekday = "wrong-weekday"
    case strayText = "stray-text"
    case noTime = "no-time"
    case unreadableTime = "unreadable-time"
    case hasSeconds = "has-seconds"
    case noHalf = "no-half"
    case twoTimes = "two-times"
    case skippedHour = "skipped-hour"
    case repeatedHour = "repeated-hour"

    /// Whether the cell with the time is to blame, where it is a cell of its own; then the day is
    /// certain all the same.
    package var isAboutTime: Bool {
        switch self {
        case .noTime, .unreadableTime, .hasSeconds, .noHalf, .twoTimes, .skippedHour,
            .repeatedHour:
            true
        case .noDate, .unreadableDate, .slashedDate, .otherOrder, .swappedDate, .oddYear,
            .wrongWeekday, .strayText:
            false
        }
    }
}

extension StartFlaw: Worded {
    package var words: Sentence { isAboutTime ? ofTime : ofDay }

    private var ofDay: Sentence {
        switch self {
        case .noDate:
            Sentence(
                en: "There is no date. Enter the day of the appointment.",
                de: "Es steht kein Datum da. Tragen Sie den Tag des Termins ein."
            )
        case .unreadableDate:
            Sentence(
                en: "The date cannot be read. Write it as dd.mm.yyyy or yyyy-mm-dd.",
                de: "Das Datum ist nicht lesbar. Schreiben Sie es als TT.MM.JJJJ oder JJJJ-MM-TT."
            )
        case .slashedDate:
            Sentence(
                en: "A date with slashes can mean day/month or month/day. Write it as dd.mm.yyyy.",
                de:
                    "Ein Datum mit Schrägstrichen kann Tag/Monat oder Monat/Tag bedeuten. Schreiben Sie es als TT.MM.JJJJ."
            )
        case .otherOrder:
            Sentence(
                en:
                    "There is no such date in the order of day and month that the column has. Find out "
                    + "the day, and write it as dd.mm.yyyy.",
                de:
                    "In der Reihenfolge von Tag und Monat, die diese Spalte hat, gibt es dieses Datum nicht. Klären Sie den "
                    + "Tag, und schreiben Sie ihn als TT.MM.JJJJ."
            )
        case .swappedDate:
            Sentence(
                en:
                    "A spreadsheet may have taken day and month for each other in this cell: other dates "
                    + "of the column have slashes, and all of those have a number above 12. Export "
                    + "the schedule again without opening it in a spreadsheet.",
                de:
                    "Eine Tabellenkalkulation kann in dieser Zelle Tag und Monat vertauscht haben: Andere Daten der Spalte haben "
                    + "Schrägstriche, und in allen steht eine Zahl über 12. Exportieren Sie die Terminliste noch einmal, ohne sie "
                    + "in einer Tabellenkalkulation zu öffnen."
            )
        case .oddYear:
            Sentence(
                en:
                    "The year is not this year, last year or next year. Find out the day of the "
                    + "appointment.",
                de:
                    "Das Jahr ist weder dieses noch das letzte noch das nächste. Klären Sie den Tag des Termins."
            )
        case .wrongWeekday:
            Sentence(
                en: "The weekday does not belong to the date. Find out which of them is right.",
                de: "Der Wochentag passt nicht zum Datum. Klären Sie, was davon stimmt."
            )
        case .strayText:
            Sentence(
                en:
                    "The cell holds more than a date and a time. Find out the day of the appointment, and "
                    + "write it as dd.mm.yyyy hh:mm.",
                de:
                    "In der Zelle steht mehr als Datum und Uhrzeit. Klären Sie den Tag des Termins, und schreiben Sie ihn als "
                    + "TT.MM.JJJJ hh:mm."
            )
        case .noTime, .unreadableTime, .hasSeconds, .noHalf, .twoTimes, .skippedHour,
            .repeatedHour:
            .empty
        }
    }

    private var ofTime: Sentence {
        switch self {
        case .noTime:
            Sentence(
                en: "There is no time. Enter when the appointment begins.",
                de: "Es steht keine Uhrzeit da. Tragen Sie ein, wann der Termin beginnt."
            )
        case .unreadableTime:
            Sentence(
                en: "The time cannot be read. Write it as hh:mm.",
                de: "Die Uhrzeit ist nicht lesbar. Schreiben Sie sie als hh:mm."
            )
        case .hasSeconds:
            Sentence(
                en: "The time has seconds, as no appointment does. Find out when it begins.",
                de:
                    "Die Uhrzeit hat Sekunden, wie kein Termin sie hat. Klären Sie, wann er beginnt."
            )
        case .noHalf:
            Sentence(
                en:
                    "The other times of the column have AM or PM, this one has not. Find out which half of "
                    + "the day is meant.",
                de:
                    "Die anderen Uhrzeiten der Spalte haben AM oder PM, diese nicht. Klären Sie, welche Tageshälfte gemeint ist."
            )
        case .twoTimes:
            Sentence(
                en: "Two columns give different times. Find out which of them is right.",
                de: "Zwei Spalten nennen verschiedene Uhrzeiten. Klären Sie, welche stimmt."
            )
        case .skippedHour:
            Sentence(
                en:
                    "There is no such time on that day: the clocks go forward. Find out the right time.",
                de:
                    "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt. Klären Sie die richtige Zeit."
            )
        case .repeatedHour:
            Sentence(
                en:
                    "That time comes twice on that day: the clocks go back. Find out which one is meant.",
                de:
                    "Diese Uhrzeit gibt es an dem Tag zweimal: Die Uhren werden zurückgestellt. Klären Sie, welche gemeint ist."
            )
        case .noDate, .unreadableDate, .slashedDate, .otherOrder, .swappedDate, .oddYear,
            .wrongWeekday, .strayText:
            .empty
        }
    }
}
