/// Why a row does not say for certain when its appointment is.
enum StartFlaw: Error, Hashable {
    case noDate, unreadableDate, slashedDate, otherOrder, swappedDate, oddYear, wrongWeekday
    case strayText, noTime, unreadableTime, hasSeconds, noHalf
    case twoTimes, skippedHour, repeatedHour

    /// Whether the cell with the time is to blame, where it is a cell of its own; then the day is
    /// certain all the same.
    var isAboutTime: Bool {
        switch self {
        case .noTime, .unreadableTime, .hasSeconds, .noHalf, .twoTimes, .skippedHour,
            .repeatedHour:
            true
        case .noDate, .unreadableDate, .slashedDate, .otherOrder, .swappedDate, .oddYear,
            .wrongWeekday, .strayText:
            false
        }
    }

    var message: String {
        switch self {
        case .noDate:
            "There is no date. Enter the day of the appointment."
        case .unreadableDate:
            "The date cannot be read. Write it as dd.mm.yyyy or yyyy-mm-dd."
        case .slashedDate:
            "A date with slashes can mean day/month or month/day. Write it as dd.mm.yyyy."
        case .otherOrder:
            "There is no such date in the order of day and month that the column has. Find out "
                + "the day, and write it as dd.mm.yyyy."
        case .swappedDate:
            "A spreadsheet may have taken day and month for each other in this cell: other dates "
                + "of the column have slashes, and all of those have a number above 12. Export "
                + "the schedule again without opening it in a spreadsheet."
        case .oddYear:
            "The year is not this year, last year or next year. Find out the day of the "
                + "appointment."
        case .wrongWeekday:
            "The weekday does not belong to the date. Find out which of them is right."
        case .strayText:
            "The cell holds more than a date and a time. Find out the day of the appointment, and "
                + "write it as dd.mm.yyyy hh:mm."
        case .noTime:
            "There is no time. Enter when the appointment begins."
        case .unreadableTime:
            "The time cannot be read. Write it as hh:mm."
        case .hasSeconds:
            "The time has seconds, as no appointment does. Find out when it begins."
        case .noHalf:
            "The other times of the column have AM or PM, this one has not. Find out which half of "
                + "the day is meant."
        case .twoTimes:
            "Two columns give different times. Find out which of them is right."
        case .skippedHour:
            "There is no such time on that day: the clocks go forward. Find out the right time."
        case .repeatedHour:
            "That time comes twice on that day: the clocks go back. Find out which one is meant."
        }
    }
}
