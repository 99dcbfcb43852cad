extension LocalDay {
    /// `Mon` to `Sun`, as e-mail headers and lists for operators write them.
    package static let weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `Tue 2021-03-16`, for lists.
    package var short: String { "\(Self.weekdayNames[weekday]) \(self)" }
}
