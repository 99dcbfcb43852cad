/// Why a row does not say for certain when its appointment is.
enum StartFlaw: Error, Hashable {
    case noDate, unreadableDate, slashedDate, wrongWeekday, noTime, unreadableTime
    case twoTimes, skippedHour, repeatedHour

    /// Whether the cell with the time is to blame, where it is a cell of its own.
    var isAboutTime: Bool {
        switch self {
        case .noTime, .unreadableTime, .twoTimes, .skippedHour, .repeatedHour: true
        case .noDate, .unreadableDate, .slashedDate, .wrongWeekday: false
        }
    }

    /// Whether the day is certain all the same.
    var leavesDay: Bool { isAboutTime }

    var message: String {
        switch self {
        case .noDate:
            "There is no date. Enter the day of the appointment."
        case .unreadableDate:
            "The date cannot be read. Write it as dd.mm.yyyy or yyyy-mm-dd."
        case .slashedDate:
            "A date with slashes can mean day/month or month/day. Write it as dd.mm.yyyy."
        case .wrongWeekday:
            "The weekday does not belong to the date. Find out which of them is right."
        case .noTime:
            "There is no time. Enter when the appointment begins."
        case .unreadableTime:
            "The time cannot be read. Write it as hh:mm."
        case .twoTimes:
            "Two columns give different times. Find out which of them is right."
        case .skippedHour:
            "There is no such time on that day: the clocks go forward. Find out the right time."
        case .repeatedHour:
            "That time comes twice on that day: the clocks go back. Find out which one is meant."
        }
    }
}
