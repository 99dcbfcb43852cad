/// Reads a finished part again and compares what it says with the row it was written from.
///
/// A value of the right person in the wrong place (shifted columns, something kept from the
/// message before) is nobody else's, so only this finds it.
struct AppointmentCheck {
    /// What the part's template inserts.
    let placeholders: Set<String>
    /// Moments the letter itself mentions.
    let fixed: Set<Moment>

    /// Whether the part tells exactly the days, times and places of these appointments.
    func holds(for appointments: [Appointment], in list: WordList) -> Bool {
        tellsMoments(of: appointments, in: list) && tellsPlaces(of: appointments, in: list)
    }

    private func tellsMoments(of appointments: [Appointment], in list: WordList) -> Bool {
        let starts = appointments.map(\.start.local)
        var told = ToldMoments(starts: Set(starts))
        // A place may tell when its door opens.
        let sites = Set(appointments.compactMap(\.site))
        let others = fixed.union(sites.flatMap { Moment.all(in: WordList($0)).map(\.moment) })
        for (moment, word) in Moment.all(in: list) {
            guard told.takes(moment) || others.contains(moment), hasItsWeekday(moment, word, list)
            else { return false }
        }
        return (!placeholders.contains("datum") || told.days == Set(starts.map(\.day)))
            && (!placeholders.contains("uhrzeit") || told.times == Set(starts.map(\.clock)))
            && (told.pairs.isEmpty || told.pairs == Set(starts))
    }

    /// A weekday in front of a day is that day's (docs/linter.md, C-05).
    private func hasItsWeekday(_ moment: Moment, _ word: Int, _ list: WordList) -> Bool {
        guard case .day(let day) = moment, word > 0,
            let weekday = GermanCalendar.weekday(list.text(word - 1))
        else { return true }
        return weekday == day.weekday
    }

    /// Each place stands there word by word.
    private func tellsPlaces(of appointments: [Appointment], in list: WordList) -> Bool {
        guard placeholders.contains("ort") else { return true }
        let words = list.words.map(\.hash)
        return Set(appointments.compactMap(\.site)).allSatisfy { site in
            words.contains(inARow: WordList(site).words.map(\.hash))
        }
    }
}

/// Which of a recipient's moments a text has told so far.
private struct ToldMoments {
    let starts: Set<LocalTime>
    private(set) var days: Set<LocalDay> = []
    private(set) var times: Set<Moment> = []
    /// A time right behind its day.
    private(set) var pairs: Set<LocalTime> = []
    private var day: LocalDay?

    init(starts: Set<LocalTime>) {
        self.starts = starts
    }

    /// False if it is none of the recipient's.
    mutating func takes(_ moment: Moment) -> Bool {
        switch moment {
        case .day(let told):
            day = nil
            guard starts.contains(where: { $0.day == told }) else { return false }
            day = told
            days.insert(told)
        case .time(let hour, let minute):
            guard starts.contains(where: { $0.clock == moment }) else { return false }
            times.insert(moment)
            if let day { pairs.insert(LocalTime(day: day, hour: hour, minute: minute)) }
            day = nil
        }
        return true
    }
}

extension LocalTime {
    fileprivate var clock: Moment { .time(hour: hour, minute: minute) }
}

extension [UInt64] {
    fileprivate func contains(inARow needle: [UInt64]) -> Bool {
        guard let first = needle.first else { return true }
        return indices.contains { index in
            self[index] == first && self[index...].starts(with: needle)
        }
    }
}
