/// How somebody is reached whom no message has told.
///
/// Everybody has exactly one way, so that three people with three lists forget nobody and tell
/// nobody twice. The raw values are the words of `lists --kind`.
package enum ContactChannel: String, CaseIterable, Hashable, Sendable {
    /// There is a phone number.
    case phone
    /// No number, but time for a letter.
    case letter
    /// Neither number nor time: somebody at the entrance must know.
    case door

    /// On what day after posting, from 0, a letter counts on being read.
    ///
    /// By law 95 of 100 letters arrive on the third working day after posting (section 18 PostG),
    /// which is the fourth day if a Sunday lies between.
    package static let daysOfLetter = 5

    /// - Parameters:
    ///   - phone: The number, if there is one.
    ///   - start: When the appointment begins; nil if nobody knows, and then a letter is better
    ///     than an entrance that does not know the day.
    ///   - today: The day on which the list is written.
    init(phone: String?, start: AppointmentTime?, today: LocalDay) {
        guard phone == nil else {
            self = .phone
            return
        }
        let days = start.map { $0.local.day.daysSinceEpoch - today.daysSinceEpoch }
        self = days.map { $0 < Self.daysOfLetter } ?? false ? .door : .letter
    }
}
