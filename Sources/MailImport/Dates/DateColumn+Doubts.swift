import MailCore

extension DateColumn {
    /// Last, this and next year.
    var years: ClosedRange<Int> { thisYear - 1...thisYear + 1 }

    /// Whether all whole numbers are days of now; a column of other numbers is no dates.
    var areNumbersDays: Bool {
        tallies.allSatisfy { tally in
            guard case .serial(let number) = tally.day.form else { return true }
            return serials.day(number).map { years.contains($0.year) } ?? false
        }
    }

    /// The earlier years that at least five rows, and one row in a hundred, share: an export of
    /// everything, not a slip of the keyboard.
    var history: Set<Int> {
        var counts: [Int: Int] = [:]
        for tally in tallies where !tally.day.hasShortYear {
            switch tally.day.form {
            case .plain(let year, _, _): counts[year, default: 0] += tally.count
            case .ordered(let day): counts[day.year, default: 0] += tally.count
            case .serial: break
            }
        }
        let shared = counts.filter { $0.key < thisYear && $0.value >= 5 && $0.value * 100 >= rows }
        return Set(shared.keys)
    }

    /// Whether a spreadsheet has converted what it took for dates and left the rest as text.
    ///
    /// Opened where the other order is usual, `3/4/2021` becomes another day, and `3/16/2021` stays
    /// as it was. Then every date with slashes has a number above 12, no other date has a day above
    /// 12, and the days lie closer together when those are turned round.
    func hasSwapped(_ order: DateOrder?) -> Bool {
        let slashed = slashed
        guard !slashed.isEmpty, slashed.allSatisfy({ max($0.day.first, $0.day.second) > 12 }) else {
            return false
        }
        let straight = tallies.filter(\.day.mayBeSwapped).compactMap { plainDay($0.day) }
        guard !straight.isEmpty, straight.allSatisfy({ $0.day <= 12 }) else { return false }
        let turned = straight.compactMap { LocalDay(year: $0.year, month: $0.day, day: $0.month) }
        let anchors = slashed.compactMap { tally in order.flatMap { tally.day.day($0) } }
        return (anchors + straight).span * 3 >= (anchors + turned).span
    }

    private func plainDay(_ written: WrittenDay) -> LocalDay? {
        switch written.form {
        case .plain(let year, let month, let day): LocalDay(year: year, month: month, day: day)
        case .serial(let number): areNumbersDays ? serials.day(number) : nil
        case .ordered: nil
        }
    }
}

extension [LocalDay] {
    fileprivate var span: Int {
        guard let first = self.min(), let last = self.max() else { return 0 }
        return last.daysSinceEpoch - first.daysSinceEpoch
    }
}
