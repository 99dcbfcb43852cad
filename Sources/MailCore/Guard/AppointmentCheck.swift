/// Reads a finished part again and compares what it says with the row it was written from.
///
/// A value of the right person in the wrong place (shifted columns, something kept from the
/// message before) is nobody else's, so only this finds it.
struct AppointmentCheck {
    /// What the part's template inserts.
    let placeholders: Set<String>
    /// Moments the letter itself mentions.
    private let fixed: Set<Moment>
    /// Which of a day and its time the template writes first; both where it does it this way and
    /// that.
    private let orders: Set<Letter.MomentOrder>

    /// - Parameters:
    ///   - source: Of the part's template.
    ///   - fixed: Moments the letter itself mentions.
    init(_ source: String, fixed: Set<Moment>) {
        placeholders = Letter.placeholders(in: source)
        orders = Letter.momentOrders(in: source)
        self.fixed = fixed
    }

    /// Whether the part tells exactly the days, times and places of these appointments.
    ///
    /// - Parameters:
    ///   - appointments: Of the recipient.
    ///   - list: The part's words.
    ///   - allowed: Moments that a person has allowed to stand there besides, in any order.
    /// - Returns: Whether it does; with allowed moments the pairs of day and time are not compared.
    func holds(
        for appointments: [Appointment],
        in list: WordList,
        besides allowed: Set<Moment> = []
    ) -> Bool {
        tellsMoments(of: appointments, in: list, besides: allowed)
            && tellsPlaces(of: appointments, in: list)
    }

    private func tellsMoments(
        of appointments: [Appointment],
        in list: WordList,
        besides allowed: Set<Moment>
    ) -> Bool {
        let starts = appointments.map(\.start.local)
        var told = ToldMoments(starts: Set(starts))
        // A place may tell when its door opens.
        let sites = Set(appointments.compactMap(\.site))
        let others = fixed.union(sites.flatMap { Moment.all(in: WordList($0)).map(\.moment) })
        for (moment, word) in Moment.all(in: list) {
            let isKnown = told.takes(moment) || others.contains(moment)
            guard allowed.contains(moment) || isKnown && hasItsWeekday(moment, word, list)
            else { return false }
        }
        let tellsAll = told.tellsAll(
            days: placeholders.contains("datum"),
            times: placeholders.contains("uhrzeit")
        )
        return tellsAll && (!allowed.isEmpty || areRightPairs(told, Set(starts)))
    }

    private func areRightPairs(_ told: ToldMoments, _ starts: Set<LocalTime>) -> Bool {
        guard let order = orders.first else { return true }
        // Written both ways: each time stands beside its day.
        guard orders.count == 1 else { return told.hasItsDayBesideEachTime }
        let pairs = told.pairs(order)
        return pairs.isEmpty || pairs == starts
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
    private var sequence: [Moment] = []

    init(starts: Set<LocalTime>) {
        self.starts = starts
    }

    /// False if it is none of the recipient's.
    mutating func takes(_ moment: Moment) -> Bool {
        guard starts.contains(where: { $0.tells(moment) }) else { return false }
        sequence.append(moment)
        return true
    }

    func tellsAll(days isDays: Bool, times isTimes: Bool) -> Bool {
        starts.allSatisfy { start in
            (!isDays || sequence.contains(.day(start.day)))
                && (!isTimes || sequence.contains(start.clock))
        }
    }

    /// Each time with the day right in front of it, or right behind it.
    func pairs(_ order: Letter.MomentOrder) -> Set<LocalTime> {
        Set(
            zip(sequence, sequence.dropFirst()).compactMap { first, second in
                switch order {
                case .dayFirst: Self.start(first, second)
                case .timeFirst: Self.start(second, first)
                }
            }
        )
    }

    var hasItsDayBesideEachTime: Bool {
        sequence.indices.allSatisfy { index in
            guard case .time = sequence[index] else { return true }
            return [index - 1, index + 1].filter(sequence.indices.contains).contains { beside in
                Self.start(sequence[beside], sequence[index]).map(starts.contains) ?? false
            }
        }
    }

    private static func start(_ day: Moment, _ time: Moment) -> LocalTime? {
        guard case .day(let day) = day, case .time(let hour, let minute) = time else { return nil }
        return LocalTime(day: day, hour: hour, minute: minute)
    }
}

extension Letter {
    /// In which order a template tells when an appointment is.
    enum MomentOrder {
        case dayFirst, timeFirst
    }

    /// The orders in the sections that are repeated for each appointment; none if these do not tell
    /// both.
    static func momentOrders(in source: String) -> Set<MomentOrder> {
        var orders: Set<MomentOrder> = []
        var depth = 0
        var section: (depth: Int, first: String?)?
        for piece in TemplatePiece.pieces(of: source) {
            switch piece {
            case .open(let name, _):
                depth += 1
                if name == "termine", section == nil { section = (depth, nil) }
            case .close:
                if section?.depth == depth { section = nil }
                depth -= 1
            case .value(let name, _) where name == "datum" || name == "uhrzeit":
                guard let first = section?.first else {
                    section?.first = name
                    continue
                }
                if first != name { orders.insert(first == "datum" ? .dayFirst : .timeFirst) }
            case .value, .text: break
            }
        }
        return orders
    }
}

extension LocalTime {
    fileprivate var clock: Moment { .time(hour: hour, minute: minute) }

    fileprivate func tells(_ moment: Moment) -> Bool { moment == clock || moment == .day(day) }
}

extension [UInt64] {
    fileprivate func contains(inARow needle: [UInt64]) -> Bool {
        guard let first = needle.first else { return true }
        return indices.contains { index in
            self[index] == first && self[index...].starts(with: needle)
        }
    }
}
